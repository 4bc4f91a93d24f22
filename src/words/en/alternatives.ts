import type { Alternative } from '../../advice/alternatives.ts';

type Kind = Alternative['kind'];

/** Other ways than the fix, and what each costs. */
export const alternativeWords = {
  title: 'Other ways, and their price',
  name: (kind: Kind, names: string): string => {
    switch (kind) {
      case 'public':
        return 'The answer is public: allow everybody';
      case 'drop-headers':
        return `In the page: leave out ${names}, and no preflight is needed`;
      case 'without-credentials':
        return 'In the page: call without credentials';
      case 'same-origin-proxy':
        return 'Let the page’s own server pass the call on';
    }
  },
  price: {
    public:
      'Every website may read these answers, in every visitor’s browser. Right only for data without a login, and never on a private network.',
    'drop-headers':
      'The server must do without them: a token, a JSON body or a trace that it needs is then missing, and a preflight no longer keeps other sites from sending such calls.',
    'without-credentials': 'No cookie and no login is sent along: the server does not know who asks.',
    'same-origin-proxy':
      'No CORS at all, but that server then carries all of the traffic. It must pass on to this one address only, and cookies of the other server do not reach it.',
  } satisfies Record<Kind, string>,
  nothingLeft: 'Then the server need not change anything.',
  left: 'Then the server must still change:',
};

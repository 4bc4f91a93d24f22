import { code } from '../quote.ts';
import type { ToldWords } from '../words.ts';

export const told: ToldWords = {
  server: (address) => (address === null ? 'The server' : `The server at ${address}`),
  answered: (phase, method) => {
    if (phase === 'preflight') return 'the preflight (OPTIONS)';
    return phase === 'redirect' ? `the ${method ?? 'call'} with a redirect` : `the ${method ?? 'call'}`;
  },
  callMethod: (method) => method ?? 'call',
  consequence: (phase, method) => {
    if (phase === 'preflight') return `The browser therefore never sent the ${method ?? 'call'}.`;
    return phase === 'redirect'
      ? 'The browser therefore did not follow the redirect.'
      : 'The browser therefore kept the response from the page.';
  },
  originIs: (origin) => {
    if (origin === null) return 'the page has another origin';
    if (origin === '*') return 'the call needs an answer that everybody may read';
    return origin === 'null' ? 'the call has the origin `null`' : `the page’s origin is ${code(origin)}`;
  },
};

import type { Policy, Recipe } from '../fix.ts';
import { preflightHeadersOf, safePolicy } from '../safe-policy.ts';

const line = ([name, value]: readonly [string, string]): string => `${name}: ${value}`;

function both(policy: Policy): readonly string[] {
  const [first = '*'] = policy.origins;
  return [
    line(['Access-Control-Allow-Origin', first]),
    ...(policy.credentials ? [line(['Access-Control-Allow-Credentials', 'true'])] : []),
    ...(first === '*' ? [] : [line(['Vary', 'Origin'])]),
  ];
}

const choice = (origins: readonly string[]): readonly string[] =>
  origins.length < 2
    ? []
    : [
        '# Access-Control-Allow-Origin holds one origin only. If the request has one of these as its',
        '# Origin, send that one back in place of the first; if not, send none of this but Vary:',
        ...origins.map((origin) => `#   ${origin}`),
        '',
      ];

/** The two answers as they must go over the wire, for any server. https://fetch.spec.whatwg.org/#http-responses */
export const rawHeaders: Recipe = {
  id: 'raw-headers',
  title: 'Raw headers',
  group: 'any',
  proof: 'no-server',
  language: 'http',
  file: null,
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return [
      ...choice(safe.origins),
      `# Preflights to ${safe.server} (OPTIONS with Access-Control-Request-Method)`,
      '# are answered so, before any login:',
      'HTTP/1.1 204 No Content',
      ...both(safe),
      ...preflightHeadersOf(safe).map(line),
      '',
      '# The call itself gets these headers in addition, with every status, errors too:',
      ...both(safe),
      ...(safe.exposedHeaders.length === 0
        ? []
        : [line(['Access-Control-Expose-Headers', safe.exposedHeaders.join(', ')])]),
      '',
    ].join('\n');
  },
};

import type { Policy } from './fix.ts';
import { type UnsafePolicyCode, UnsafePolicyError } from './unsafe-policy-error.ts';

// https://fetch.spec.whatwg.org/#http-origin : scheme, host, port; a host here is what URL parsers leave of one.
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?$/;
// https://httpwg.org/specs/rfc9110.html#tokens without the characters that mean something to configuration languages.
const TOKEN = /^[A-Za-z0-9!#&*+.^_~-]+$/;
const DAY = 86_400;

const refuse = (code: UnsafePolicyCode, value: string): never => {
  throw new UnsafePolicyError(code, JSON.stringify(value.slice(0, 120)));
};

/**
 * Returns the policy when every value of it can be written into a configuration file as it stands: nothing in it can end
 * a string, a line or a block, or be expanded as a variable.
 * @throws UnsafePolicyError for any other value, for `null`, for no origin at all, and for `*` with credentials
 */
export function safePolicy(policy: Policy): Policy {
  const { origins, credentials } = policy;
  if (!ORIGIN.test(policy.server)) refuse('server', policy.server);
  if (origins.length === 0) throw new UnsafePolicyError('no-origin');
  for (const origin of origins) {
    if (origin === '*' && origins.length === 1) {
      if (credentials) throw new UnsafePolicyError('credentials-for-all');
    } else if (!ORIGIN.test(origin)) refuse('origin', origin);
  }
  for (const method of policy.methods) if (!TOKEN.test(method)) refuse('method', method);
  for (const name of [...policy.requestHeaders, ...policy.exposedHeaders]) {
    if (!TOKEN.test(name)) refuse('header-name', name);
  }
  const { maxAge } = policy;
  if (maxAge !== null && !(Number.isInteger(maxAge) && maxAge >= 0 && maxAge <= 365 * DAY)) {
    refuse('max-age', String(maxAge));
  }
  return policy;
}

/** Headers that only the answer to a preflight carries, in the order in which they are written. */
export function preflightHeadersOf({
  methods,
  requestHeaders,
  maxAge,
}: Policy): readonly (readonly [string, string])[] {
  return [
    ...(methods.length === 0 ? [] : [['Access-Control-Allow-Methods', methods.join(', ')] as const]),
    ...(requestHeaders.length === 0 ? [] : [['Access-Control-Allow-Headers', requestHeaders.join(', ')] as const]),
    ...(maxAge === null ? [] : [['Access-Control-Max-Age', String(maxAge)] as const]),
  ];
}

/** Every header that a recipe sets; what an application behind a proxy sends of them must go. */
export const CORS_HEADERS = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
] as const;

/** Escaped for regular expressions of PCRE, Python, Ruby and JavaScript. Origins hold no other character that needs it. */
export const originPattern = (origin: string): string => `^${origin.replace(/[.+[\]]/g, '\\$&')}$`;

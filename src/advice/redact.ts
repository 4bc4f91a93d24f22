import type { Header, HeaderList } from '../cors/header-list.ts';

/** What stands in place of a secret. It does not tell how long the secret was. */
export const REDACTED = '[redacted]';

// Words that make a name a secret's name, wherever in it they stand …
const TELLING =
  /token|secret|api[-_.]?key|passw|passphrase|signature|authorization|credential|session|jwt|csrf|xsrf|bearer|assertion|cookie|saml|hmac/i;
// … and short ones that must be a whole word of it: "key" but not "keyword".
const WORDS = new Set(['key', 'auth', 'oauth', 'sig', 'sid', 'pwd', 'pass', 'otp', 'dpop', 'jws', 'sas', 'cred']);
// Words that name a secret in a query string, but something harmless as a header.
const QUERY_WORDS = new Set(['code', 'state', 'nonce', 'ticket', 'pin', 'login', 'hash', 'hdnea', 'invite']);
// Names that look so and must stay readable: without them nothing can be explained.
const OPEN = /^(?:access-control-|sec-(?:fetch|ch)-|cross-origin-|clear-site-data$|origin$|vary$)/i;

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    // Names such as DPoP come apart at their capitals: the whole counts as well.
    .concat(name.toLowerCase());

/** Further names of headers and parameters, lower case, that the user calls secret. */
export type SecretNames = ReadonlySet<string>;
const NONE: SecretNames = new Set();

/** Whether a header of this name carries a secret, as far as names tell, or the user says so. */
export const isSecretHeader = (name: string, also: SecretNames = NONE): boolean =>
  also.has(name.toLowerCase()) ||
  (!OPEN.test(name) && (TELLING.test(name) || wordsOf(name).some((word) => WORDS.has(word))));

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const isSecretParameter = (rawName: string, also: SecretNames): boolean => {
  const name = decoded(rawName);
  return (
    also.has(name.toLowerCase()) ||
    TELLING.test(name) ||
    wordsOf(name).some((word) => WORDS.has(word) || QUERY_WORDS.has(word))
  );
};

// Up to the last @ before the path, as URL parsers read it; tabs and line breaks are no part of a URL that was sent.
const USERINFO = /([/\\]{2})[^/\\?#\s"'<>]*@/g;
const PARAMETER = /(^|[?&;#,\s("'])([^=&;#?,\s("'<>]{1,200})=([^&;#\s"'<>]*)/g;
// Bounded, so that a long value without a dot costs no time.
const JWT = /eyJ[\w-]{5,2000}(?:\.[\w-]*){1,4}/g;
const SCHEME =
  /\b(bearer|basic|negotiate|ntlm|dpop|apikey|token|hawk|aws4-hmac-sha256)((?:\s|%20|\+)+)(?!(?:realm|charset|error|scope|title)\b)[\w.~+/=%-]{6,}/gi;
// Tokens that say themselves what they are.
const MARKED =
  /\b(?:gh[oprsu]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|[srp]k[-_](?:live|test|proj|ant)[-_][\w-]{10,}|xox[abeprs]-[\w-]{10,}|A[KS]IA[0-9A-Z]{16}|AIza[\w-]{30,}|ya29\.[\w-]{10,}|npm_\w{30,}|SG\.[\w-]{16,}\.[\w-]{16,})/g;

/**
 * Takes the secrets out of any text: userinfo of URLs, parameters with a secret's name, JSON Web Tokens, credentials
 * after a scheme such as Bearer, and tokens with a known beginning. What is not secret stays as it was.
 */
export function redactText(text: string, also: SecretNames = NONE, depth = 0): string {
  return text
    .replace(USERINFO, `$1${REDACTED}@`)
    .replace(PARAMETER, (whole: string, before: string, name: string, value: string) =>
      value !== '' && (isSecretParameter(name, also) || hidesSecret(value, also, depth))
        ? `${before}${name}=${REDACTED}`
        : whole,
    )
    .replace(JWT, REDACTED)
    .replace(SCHEME, `$1$2${REDACTED}`)
    .replace(MARKED, REDACTED);
}

/** A URL inside a parameter of a URL, percent-encoded once or more. */
function hidesSecret(value: string, also: SecretNames, depth: number): boolean {
  const inner = decoded(value);
  if (depth > 3 || inner === value) return false;
  return redactText(inner, also, depth + 1) !== inner || hidesSecret(inner, also, depth + 1);
}

/** One header without its secret: whole where the name tells, else only what the value shows to be one. */
export function redactHeader(header: Header, also: SecretNames = NONE): Header {
  const [name, value, fullLength] = header;
  if (isSecretHeader(name, also)) return [name, REDACTED];
  const redacted = redactText(value, also);
  if (redacted === value) return header;
  return fullLength === undefined ? [name, redacted] : [name, redacted, fullLength];
}

/** The headers, each without its secret, in their order. */
export const redactHeaders = (headers: HeaderList, also: SecretNames = NONE): HeaderList =>
  headers.map((header) => redactHeader(header, also));

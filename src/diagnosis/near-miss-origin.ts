import type { NearMissCode } from './codes.ts';
import type { NearMiss } from './diagnosis.ts';

const miss = (code: NearMissCode, got: string | null, want: string | null): NearMiss => ({ code, got, want });

/**
 * How the allowed origin differs from the one that asked.
 * @param got the value of Access-Control-Allow-Origin, refused
 * @param want the request's serialized origin
 * @param own the server's own origin
 */
export function allowOriginNearMiss(got: string, want: string, own: string, fromCache: boolean): NearMiss {
  return asWritten(got, want) ?? asOrigin(got, want, own) ?? otherwise(got, want, fromCache);
}

/** Differences in the writing, whatever origin is meant. */
function asWritten(got: string, want: string): NearMiss | null {
  if (isPlaceholder(got)) return miss('placeholder', got, want); // also one with a space in it
  const items = got.split(/[\s,]+/).filter((item) => item !== '');
  if (items.length > 1) {
    return new Set(items).size === 1 ? miss('duplicate-value', got, items[0] ?? want) : miss('origin-list', got, want);
  }
  if (got === '') return miss('placeholder', got, want);
  if (got === 'null') return miss('null-literal', got, want);
  if (/^(["'`]).*\1$/.test(got)) return miss('quotes', got, want);
  if (/^[a-z][a-z0-9+.-]*:\/\/\*\./i.test(got) || got.startsWith('*.')) return miss('wildcard-subdomain', got, want);
  if (/[*\\^$|()]/.test(got)) return miss('pattern', got, want);
  if (`${schemeOf(want)}${got}` === want || (!got.includes('://') && want.endsWith(`//${got}`))) {
    return miss('no-scheme', got, schemeOf(want));
  }
  if (got !== want && got.toLowerCase() === want) return miss('upper-case', got, want);
  if (got === `${want}/`) return miss('trailing-slash', '/', '');
  if (got.startsWith(`${want}/`)) return miss('path', got.slice(want.length), '');
  return null;
}

const schemeOf = (origin: string): string => /^[a-z][a-z0-9+.-]*:\/\//.exec(origin)?.[0] ?? '';

const isPlaceholder = (value: string): boolean =>
  /^(?:undefined|none|nil|false|true|nan|\[object object\]|<[^>]*>|%[\w.]+%?|%\{[^}]*\}\w*|\$\{?[\w.:-]+\}?|\{\{?[^}]*\}?\}|@[\w.]+@|origin|your-?domain.*)$/i.test(
    value,
  );

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)$/;
const DEFAULT_PORT: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Differences between two origins. */
function asOrigin(got: string, want: string, own: string): NearMiss | null {
  if (!URL.canParse(got) || !URL.canParse(want)) return null;
  const given = new URL(got);
  const asked = new URL(want);
  if (given.origin === want) {
    const spelt = /:(\d+)\/?$/.exec(got)?.[1];
    if (spelt !== undefined && spelt === DEFAULT_PORT[asked.protocol] && asked.port === '') {
      return miss('default-port-spelled-out', `:${spelt}`, '');
    }
    if (given.pathname !== '/' || given.search !== '' || given.hash !== '') {
      return miss('path', got.slice(want.length), '');
    }
    return got.endsWith('/') ? miss('trailing-slash', got, want) : null;
  }
  // The server names itself: it answers with its Host in place of the request's Origin.
  if (given.origin === own) return miss('own-origin', got, want);
  return hostsDiffer(given, asked) ?? partsDiffer(got, given, asked);
}

function partsDiffer(got: string, given: URL, asked: URL): NearMiss | null {
  if (given.hostname !== asked.hostname) return null;
  const samePort = given.port === asked.port;
  if (given.protocol !== asked.protocol) {
    return samePort ? miss('scheme', given.protocol.replace(':', ''), asked.protocol.replace(':', '')) : null;
  }
  if (samePort) return null;
  const spelt = /:(\d+)\/?$/.exec(got)?.[1];
  return miss(
    'port',
    given.port || spelt || DEFAULT_PORT[given.protocol] || '',
    asked.port || DEFAULT_PORT[asked.protocol] || '',
  );
}

/** Only the host differs. */
function hostsDiffer(given: URL, asked: URL): NearMiss | null {
  if (given.hostname === asked.hostname || given.protocol !== asked.protocol || given.port !== asked.port) return null;
  const [a, b] = [given.hostname, asked.hostname];
  if (LOOPBACK.test(a) && LOOPBACK.test(b)) return miss('localhost-loopback', a, b);
  const isName = (host: string): boolean => !/^[\d.]+$|^\[/.test(host);
  if (
    a.endsWith(`.${b}`) ||
    b.endsWith(`.${a}`) ||
    (isName(a) && isName(b) && a.includes('.') && site(a) === site(b))
  ) {
    return miss('subdomain', a, b);
  }
  return null;
}

// Below these, as in `co.uk`, names are anybody's. https://publicsuffix.org/
const SHARED = /\.(?:ac|co|com|edu|go|gob|gouv|gov|gv|ltd|ne|net|or|org|plc)\.[a-z]{2}$/;

/** A host's domain, as far as its own letters tell. */
const site = (host: string): string =>
  host
    .split('.')
    .slice(SHARED.test(host) ? -3 : -2)
    .join('.');

const otherwise = (got: string, want: string, fromCache: boolean): NearMiss =>
  fromCache ? miss('cached-for-other-origin', got, want) : miss('other-origin', got, want);

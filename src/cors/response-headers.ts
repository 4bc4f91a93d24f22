import { getHeader, listItems } from './get-header.ts';
import type { HeaderList } from './header-list.ts';
import { isToken } from './token.ts';

// https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
const SAFELISTED = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/** https://fetch.spec.whatwg.org/#forbidden-response-header-name : no script ever reads these. */
export const isForbiddenResponseHeaderName = (lowerCaseName: string): boolean =>
  lowerCaseName === 'set-cookie' || lowerCaseName === 'set-cookie2';

/**
 * Which headers of a CORS response a script reads, and which it does not. Names byte-lowercase, in the order received,
 * each once. https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
 * @param credentials with credentials `*` in Access-Control-Expose-Headers is a header's name
 */
export function exposure(
  headers: HeaderList,
  credentials: boolean,
): { readonly readable: readonly string[]; readonly hidden: readonly string[] } {
  const items = listItems(getHeader(headers, 'access-control-expose-headers') ?? '');
  // https://fetch.spec.whatwg.org/#extract-header-list-values : one item that is no token fails the whole list.
  const exposed = new Set(items.every(isToken) ? items.map((name) => name.toLowerCase()) : []);
  const all = !credentials && exposed.has('*');
  const names = [...new Set(headers.map(([name]) => name.toLowerCase()))];
  const isReadable = (name: string): boolean =>
    !isForbiddenResponseHeaderName(name) && (all || SAFELISTED.has(name) || exposed.has(name));
  return { readable: names.filter(isReadable), hidden: names.filter((name) => !isReadable(name)) };
}

import { getHeader } from '../cors/get-header.ts';
import type { HarEntry } from './har-entry.ts';

/** Types of answers that opaque response blocking keeps from elements. https://github.com/annevk/orb */
const NOT_FOR_ELEMENTS = /^(?:text\/html|(?:application|text)\/(?:[\w.+-]*\+)?(?:json|xml)|text\/plain)\b/i;

/** Whether any document of the file demands of what it embeds that it says so. */
export const embedderPolicyIn = (entries: readonly HarEntry[]): boolean =>
  entries.some(
    ({ type, responseHeaders }) =>
      (type === 'main_frame' || type === 'sub_frame') &&
      getHeader(responseHeaders, 'cross-origin-embedder-policy') !== null,
  );

/**
 * Whether the browser may have kept the answer of a no-cors load from the page: by Cross-Origin-Resource-Policy, by the
 * page's own embedder policy, or by opaque response blocking. A HAR of Firefox does not say.
 */
export function mayBeStopped({ type, responseHeaders }: HarEntry, embedderPolicy: boolean): boolean {
  const policy = getHeader(responseHeaders, 'cross-origin-resource-policy');
  if (policy !== null) return policy !== 'cross-origin';
  const element = type === 'image' || type === 'media' || type === 'script';
  return embedderPolicy || (element && NOT_FOR_ELEMENTS.test(getHeader(responseHeaders, 'content-type') ?? ''));
}

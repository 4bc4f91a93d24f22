import type { Plugin } from 'vite';

/** Where preact gives an element HTML that a component asked for with `dangerouslySetInnerHTML`. */
const HTML = /\b(\w+)\.innerHTML=(\w+)\.__html\b/g;

/**
 * Takes the one way of making HTML of a text out of preact: the text becomes text. No component asks for HTML (a test
 * holds the source to that); so the built extension cannot make any either, whatever a component is made to do later.
 * @throws Error at build when preact has no such place, or several, any more: then this has to be looked at again
 */
export const textOnly = (): Plugin => ({
  name: 'cors-lens-text-only',
  transform(code, id) {
    return /\/preact\/dist\/preact\.(?:mjs|module\.js|js)$/.test(id.replaceAll('\\', '/'))
      ? { code: withoutHtml(code), map: null }
      : null;
  },
});

/** @throws Error unless the code has exactly one such place */
export function withoutHtml(code: string): string {
  const found = [...code.matchAll(HTML)].length;
  if (found !== 1) throw new Error(`preact sets innerHTML in ${found} places, not in the one that is known`);
  return code.replace(HTML, '$1.textContent=$2.__html');
}

import { drawn, type Paint, type SvgNode } from './draw.ts';
import type { Picture } from './shapes.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// XML 1.0 has no way at all to write these: https://www.w3.org/TR/xml/#charsets
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text for between tags and between quotes of an XML document. */
export const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

function written({ tag, attributes, children }: SvgNode): string {
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : written(child))).join('');
  return inner === '' ? `<${tag}${list.join('')}/>` : `<${tag}${list.join('')}>${inner}</${tag}>`;
}

const MARGIN = 16;

/**
 * A document of its own: colours are fixed, the ground is painted, nothing is loaded and nothing can run. `title` and
 * `description` are what is read instead of it.
 */
export function svgDocument(
  picture: Picture,
  paint: Paint,
  { title, description }: { readonly title: string; readonly description: string },
): string {
  const [width, height] = [picture.width + 2 * MARGIN, picture.height + 2 * MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${escapeXml(paint('ground'))}"/>`,
    ...drawn(picture, paint).map(written),
    '</svg>',
  ].join('\n');
}

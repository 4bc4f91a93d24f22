import type { Note } from '../../diagnosis/diagnosis.ts';
import { code } from '../quote.ts';
import type { Words } from '../words.ts';

type Detail = string | null;
const of = (detail: Detail): string => (detail === null || detail === '' ? '' : ` (${code(detail)})`);
const onPreflight = (note: Note): string =>
  note.pointer?.message === 'preflight-response' ? 'The answer to the preflight' : 'The answer';

export const notes: Words['notes'] = {
  'vary-origin-missing': (note) =>
    note.pointer?.message === 'preflight-response'
      ? 'The answer to the preflight names one origin but does not say `Vary: Origin`. Browsers keep preflights apart all the same; but if this server allows other origins too, a cache in between that stores answers to OPTIONS, as some CDNs do, may hand it to a page of another origin.'
      : 'The answer names one origin but does not say `Vary: Origin`. If this server allows other origins too, a cache may hand the answer for one to a page of another, which is then blocked now and then.',
  'reflects-any-origin': ({ detail }) =>
    detail === null
      ? 'The server answers with the very origin that asked, and allows credentials. If it does so for every origin, any site can act in the user’s name: it should check a list.'
      : `The server was seen to answer different origins each with its own${of(detail)}, and allows credentials. If it does so for every origin, any site can act in the user’s name: it should check a list.`,
  'null-allowed': () =>
    'The server allows the origin `null`. Any site can make calls with that origin, from a sandboxed frame.',
  'insecure-origin-allowed': ({ detail }) =>
    `An https server allows an http origin${of(detail)}. Whoever can tamper with that page’s traffic can read these answers too.`,
  'wildcard-useless-credentials': () =>
    '`Access-Control-Allow-Credentials: true` next to `Access-Control-Allow-Origin: *` has no effect: a call with credentials would be blocked.',
  'authorization-under-wildcard': () =>
    'The Authorization header passed under `Access-Control-Allow-Headers: *`. Today’s browsers let it; the Fetch Standard does not. The server should list `Authorization` by name.',
  'preflight-uncached': ({ detail }) =>
    `The answer to the preflight may not be kept for long${of(detail)}, so most calls cost an extra round trip. \`Access-Control-Max-Age: 600\` would save it.`,
  'max-age-over-cap': ({ detail }) =>
    `Access-Control-Max-Age${of(detail)} is longer than some browsers keep it: Chromium keeps a preflight 7200 seconds at most, Firefox 86400, Safari 600.`,
  'headers-hidden': ({ detail }) =>
    `The script cannot read some headers of this answer${of(detail)}. The server must name them in \`Access-Control-Expose-Headers\` if the script needs them.`,
  'allow-list-noise': (note) => `${onPreflight(note)} carries headers that have no effect there${of(note.detail)}.`,
  'policy-unsound': ({ detail }) =>
    `\`Access-Control-Allow-Methods\` lists what no page can use${of(detail)}: browsers refuse these methods to every script.`,
};

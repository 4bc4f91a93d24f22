import type { PageWords } from '../page.ts';

export const notes: PageWords['notes'] = {
  'vary-origin-missing': [
    'An answer that names one origin is right for that origin alone. Without `Vary: Origin` a cache, in the browser or in front of the server, may give it to a page of another origin. That fails only sometimes, and a reload without cache seems to mend it.',
    'Send `Vary: Origin` with every answer of which the headers depend on the origin, also with those that lack `Access-Control-Allow-Origin` because nobody asked. Only a server that always names the same one origin, whoever asks, can do without.',
  ],
  'reflects-any-origin': [
    'A server that sends every origin back to itself and allows credentials gives each site in the world the right to read, in the name of the user who is logged in.',
    'Compare the origin with a fixed list before it is sent back. Compare whole origins, not beginnings or endings.',
  ],
  'null-allowed': [
    'The origin `null` belongs to nobody: each sandboxed frame, each local file and some redirects have it. To allow it is to allow everybody.',
    'Take `null` off the list, and give the page that needs it a real origin.',
  ],
  'insecure-origin-allowed': [
    'Whoever is on the way between a user and a page with http can change that page, and with it read what the API answers to it.',
    'Allow https origins only. On a developer’s machine `http://localhost` is no danger, but belongs into that environment’s list alone.',
  ],
  'wildcard-useless-credentials': [
    'The two headers contradict each other: `*` never counts for calls with credentials. So `true` has no effect, and probably somebody expects it to have one.',
    'If calls with credentials are wanted, name the origin. If not, leave `Access-Control-Allow-Credentials` away.',
  ],
  'authorization-under-wildcard': [
    'The Fetch Standard says that `*` in `Access-Control-Allow-Headers` does not cover `Authorization`. Chromium, Firefox and Safari let it pass today. Once one of them follows the standard, these calls fail.',
    'List `Authorization` by name beside, or in place of, the `*`.',
  ],
  'preflight-uncached': [
    'Without `Access-Control-Max-Age` a browser keeps the answer to a preflight for five seconds. Each later call asks anew, which costs a full round trip.',
    'Send `Access-Control-Max-Age` with the answer to `OPTIONS`; ten minutes are honoured by all browsers.',
  ],
  'max-age-over-cap': [
    'Browsers limit how long they keep the answer to a preflight. A higher number does no harm, but the answer is kept no longer than the limit.',
    'Nothing has to change. Whoever reads the number should know that it is not what happens.',
  ],
  'headers-hidden': [
    'A script sees only a few response headers of another origin, such as `Content-Type` and `Cache-Control`. The others are there, as the network view shows, but `headers.get()` says `null`.',
    'Name the headers that the script needs in `Access-Control-Expose-Headers` of the answer to the call itself.',
  ],
  'allow-list-noise': [
    'Some headers count only in the answer to a preflight, some only in the answer to the call, and some are for requests. In the wrong place they are ignored without a word.',
    'Leave them away where they have no effect, so that the next reader is not misled.',
  ],
  'policy-unsound': [
    '`CONNECT`, `TRACE` and `TRACK` are closed to scripts: `fetch` and XMLHttpRequest refuse them before anything is sent, whatever a server allows. On the list they grant nothing.',
    'List the methods that are in use.',
  ],
};

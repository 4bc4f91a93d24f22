import { items, starIsLiteral } from '../fault-values.ts';
import { code, lower, shown } from '../quote.ts';
import type { Told } from '../told.ts';
import type { Words } from '../words.ts';
import { headerLine, listed, received } from './grammar.ts';

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials';

/** What the server has to say. `null` is never asked for: any sandboxed frame of any site has that origin too. */
function mustAllowOrigin({ origin }: Told): string {
  if (origin === null) return `The server must name the page’s origin in ${code(ALLOW_ORIGIN)}.`;
  if (origin === 'null') {
    return 'No server can name that origin safely, since any site can make calls with the origin `null`: the call needs a real origin.';
  }
  return `The server must answer with ${headerLine(ALLOW_ORIGIN, origin)}, exactly so.`;
}

const answered = (told: Told, header: string): string =>
  `${told.server} answered ${told.answered} ${received(header.toLowerCase(), told.fault.got)}`;

const star = (told: Told): string =>
  starIsLiteral(told) ? ' In a call with credentials `*` is no wildcard: it stands for itself alone.' : '';

function lacksHeaders(told: Told): string {
  const names = items(told.fault.want);
  const shownNames = names.slice(0, 12).map(code);
  const more = names.length > 12 ? [`${names.length - 12} more`] : [];
  const what = names.length === 0 ? 'other headers' : `${listed([...shownNames, ...more])}`;
  return `${answered(told, 'Access-Control-Allow-Headers')}, but the page wants to send ${what}.${star(told)} ${told.consequence} The server must list ${names.length === 1 ? 'it' : names.length === 2 ? 'both' : 'them all'}.`;
}

export const causes: Words['causes'] = {
  'allow-origin-missing': (told) =>
    `${told.server} answered ${told.answered} without ${code(ALLOW_ORIGIN)}. ${told.consequence} ${mustAllowOrigin(told)}`,
  'allow-origin-multiple': (told) =>
    `${answered(told, ALLOW_ORIGIN)}, which is more than one value; exactly one is allowed, even when all are equal. ${told.consequence} ${mustAllowOrigin(told)} Often the application and a proxy in front of it both add the header.`,
  'allow-origin-invalid': (told) =>
    `${answered(told, ALLOW_ORIGIN)}, which is neither an origin nor \`*\`. ${told.consequence} ${mustAllowOrigin(told)}`,
  'allow-origin-mismatch': (told) =>
    `${answered(told, ALLOW_ORIGIN)}, but ${told.originIs}; the two must be equal character for character. ${told.consequence} ${mustAllowOrigin(told)}`,
  'allow-origin-wildcard-credentials': (told) =>
    `${answered(told, ALLOW_ORIGIN)}, but the call includes credentials (cookies), and \`*\` does not cover those. ${told.consequence} ${mustAllowOrigin(told)} Or the page leaves the credentials out.`,
  'allow-credentials-missing': (told) =>
    `${told.server} answered ${told.answered} without ${code(ALLOW_CREDENTIALS)}, but the call includes credentials (cookies). ${told.consequence} The server must answer with ${code(`${ALLOW_CREDENTIALS}: true`)}, or the page must leave the credentials out.`,
  'allow-credentials-invalid': (told) =>
    `${answered(told, ALLOW_CREDENTIALS)}, but only the exact value \`true\`, in lower case and once, counts. ${told.consequence} The server must answer with ${code(`${ALLOW_CREDENTIALS}: true`)}.`,
  'preflight-status': (told) =>
    `${told.server} answered the preflight (OPTIONS) with status ${shown(told.fault.got ?? 'outside 200–299')}, but only 200 to 299 count as a yes. ${told.consequence} The server must answer OPTIONS with 204.`,
  'preflight-redirect': (told) =>
    `${told.server} answered the preflight (OPTIONS) with a redirect${told.fault.got === null ? '' : ` (${code(told.fault.got)})`}, and a preflight may not be redirected. ${told.consequence} The server must answer OPTIONS at this very URL, or the page must call the final URL.`,
  'preflight-unanswered': (told) =>
    `${told.server} gave no answer to the preflight (OPTIONS)${told.fault.got === null ? '' : `: ${code(told.fault.got)}`}. ${told.consequence} The server must answer OPTIONS requests.`,
  'allow-methods-unparsable': (told) =>
    `${answered(told, 'Access-Control-Allow-Methods')}, which is no comma-separated list of methods. One bad entry makes the whole preflight fail. ${told.consequence} The server must send a clean list.`,
  'allow-headers-unparsable': (told) =>
    `${answered(told, 'Access-Control-Allow-Headers')}, which is no comma-separated list of header names. One bad entry makes the whole preflight fail. ${told.consequence} The server must send a clean list.`,
  'allow-methods-lacks-method': (told) =>
    `${answered(told, 'Access-Control-Allow-Methods')}, but the page asked for ${shown(told.fault.want ?? told.method)}.${star(told)} ${told.consequence} The server must list ${shown(told.fault.want ?? told.method)}.`,
  'allow-headers-lacks-header': lacksHeaders,
  'redirect-with-userinfo': (told) =>
    `${told.server} redirected the call to a URL with a user name or password in it, and browsers do not follow such a redirect in a cross-origin call. The server must redirect to a URL without them.`,
  'redirect-to-disabled-scheme': (told) =>
    `${told.server} redirected the call to ${told.fault.got === null ? 'a URL' : code(told.fault.got)} that is neither http nor https, and cross-origin calls may go nowhere else. The server must redirect to an http or https URL.`,
  'disabled-scheme': (told) =>
    `The page called ${told.fault.got === null ? 'a URL' : code(told.fault.got)} that is neither http nor https, and cross-origin calls may go nowhere else. It is the page’s turn: it must call an http or https URL.`,
  'same-origin-mode': () =>
    'The script asked for `mode: "same-origin"`, and the URL is on another origin, so the browser refused. It is the page’s turn: leave the mode out, or call a URL of its own origin.',
  'no-cors-redirect-mode': () =>
    'The script asked for `mode: "no-cors"` together with its own handling of redirects, which is not allowed. It is the page’s turn: use `redirect: "follow"`, or `mode: "cors"`.',
  'local-network-denied': (told) =>
    `${told.server} is on the local network or on this machine, and the page has no permission to call it there. No header changes that: the user must grant the permission for the local network.`,
  'local-network-insecure': (told) =>
    `${told.server} is on the local network or on this machine, and a page that was not loaded over https may not call it. It is the page’s turn: serve it over https.`,
  'invalid-response': (told) =>
    `${told.server} sent something that the browser cannot read as an HTTP response. The server must send a valid one before any header counts.`,
  'altered-by-extension': (told) =>
    `${told.server} sent headers that would let the call pass, but another browser extension changed them before the browser checked them. Turn off other extensions that change headers, and try again.`,
  unexplained: (told) =>
    `The browser blocked the call, yet every step that can be seen passes for what ${lower(told.server)} sent. CORS Lens cannot explain it and does not guess: please report it, with a copy of this call.`,
};

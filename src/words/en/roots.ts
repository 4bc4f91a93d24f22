import { isRefusal } from '../fault-values.ts';
import { code, shown } from '../quote.ts';
import type { Words } from '../words.ts';

const inBrackets = (detail: string | null): string => (detail === null ? '' : ` (${shown(detail)})`);

export const roots: Words['roots'] = {
  'server-failed': {
    title: (detail) => `${isRefusal(detail) ? 'Error status' : 'Server failed'}${inBrackets(detail)}`,
    lead: (detail) =>
      `The server ${isRefusal(detail) ? 'answered with an error' : 'failed'}${inBrackets(detail)}, and the error answer carries no CORS headers. Mend the error first.`,
    more: 'The browser blames CORS only because error pages often bypass the part of the server that adds the headers. Read the server’s log; then see that errors carry the headers too, so that the script can read them.',
  },
  'authentication-before-cors': {
    title: (detail) => `${detail === '403' ? 'OPTIONS is refused' : 'OPTIONS needs a login'}${inBrackets(detail)}`,
    lead: (detail) =>
      detail === '403'
        ? 'The server refused the preflight (403): either it asks for a login before it looks at CORS, and a preflight never carries credentials, or its own list does not have this origin, method or header.'
        : `The server asks for a login before it looks at CORS: it refused the preflight${inBrackets(detail)}, which never carries credentials.`,
    more: 'Let OPTIONS requests pass before authentication: put the CORS handling in front of it. If it is that handling which answers 403, as Spring’s does, add the origin, the method and the headers to its list.',
  },
  'options-not-routed': {
    title: (detail) => `OPTIONS has no route${inBrackets(detail)}`,
    lead: (detail) => `The server knows no OPTIONS at this URL${inBrackets(detail)}, so nobody answers the preflight.`,
    more: 'Add a route for OPTIONS, or switch on the CORS handling of the framework for this path, and check the path itself.',
  },
  'redirect-in-front': {
    title: () => 'A redirect comes first',
    lead: (detail) =>
      `A redirect stands in front of the API${detail === null ? '' : `, to ${code(detail)}`}. Call the final URL in the first place.`,
    more: 'Usually http is sent on to https, or a trailing slash is missing or too many in the URL that the page calls.',
  },
  'redirect-to-login': {
    title: () => 'Redirected to a login page',
    lead: (detail) =>
      `The server redirected the call to what looks like a login page${detail === null ? '' : ` (${code(detail)})`}. The session has probably expired.`,
    more: 'Log in again. An API should answer 401 in place of a redirect, so that the script can tell.',
  },
  'two-layers': {
    title: null,
    lead: () => 'Two parts of the server both add the header, for example the application and a proxy in front of it.',
    more: 'Let only one of them do it; switch CORS off in the other, or let the proxy replace the header.',
  },
  'only-preflight-configured': {
    title: null,
    lead: () => 'The answer to the preflight carries the CORS headers, the answer to the call itself does not.',
    more: 'Both must: the code that answers OPTIONS is often separate from the code that answers the call.',
  },
  'only-actual-configured': {
    title: null,
    lead: () => 'Other answers of this server carry CORS headers, the answer to the preflight (OPTIONS) does not.',
    more: 'Both must: OPTIONS often does not reach the code that adds the headers.',
  },
  'origin-became-null': {
    title: () => 'The origin is null',
    lead: (detail) =>
      `The call has the origin \`null\`${detail === null ? '' : ` (${shown(detail)})`}: it comes from a sandboxed frame, from a file: or data: page, or it was redirected from one foreign origin to another.`,
    more: 'Do not allow `null`: any site can make such calls. Give the frame or page a real origin, or call the final URL directly.',
  },
  'cached-for-someone-else': {
    title: () => 'Answer from the cache',
    lead: () => 'The answer came from a cache: it was probably made for a call of another origin, or of none.',
    more: 'Ask anew with the cache disabled: if that passes, it was so. Then the server must send `Vary: Origin` with every answer, so that caches keep them apart. Until then empty the cache.',
  },
  'too-large': {
    title: (detail) => `Request is too large${inBrackets(detail)}`,
    lead: (detail) =>
      `The request was too large for the server${inBrackets(detail)}, and that refusal carries no CORS headers.`,
    more: 'Raise the limit, which often belongs to a proxy in front (nginx: client_max_body_size), or send less.',
  },
  'rate-limited': {
    title: (detail) => `Too many requests${inBrackets(detail)}`,
    lead: (detail) =>
      `The server has had too many requests${inBrackets(detail)}, and that refusal carries no CORS headers.`,
    more: 'Wait and call less often; let the rate limiter add the CORS headers too.',
  },
  'gateway-failed': {
    title: (detail) => `Gateway failed${inBrackets(detail)}`,
    lead: (detail) =>
      `The gateway in front of the server failed${inBrackets(detail)}: the application did not answer it. Mend that first.`,
    more: 'The error page is the gateway’s own and bypasses the application that adds the CORS headers. Look whether the application runs, and how long it takes.',
  },
  'client-sends-cors-header': {
    title: () => 'The page sends a CORS header',
    lead: (detail) =>
      `The page itself sends ${detail === null ? 'an `Access-Control-…` header' : code(detail)} with its request. That is the server’s to send; here it only causes a preflight that fails.`,
    more: 'Remove it from the request in the page’s code.',
  },
};

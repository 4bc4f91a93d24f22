import type { PageWords } from '../page.ts';

export const headers: PageWords['headers'] = {
  origin:
    'Sent by the browser with every call in `cors` mode to another origin, and with every method but GET and HEAD: who asks, as scheme, host and port. Scripts cannot set or change it. The server compares it with its list. It is `null` where the browser cannot or must not say.',
  'access-control-request-method':
    'Stands in a preflight alone and says which method the call will have. The answer has to list it, unless it is GET, HEAD or POST.',
  'access-control-request-headers':
    'Stands in a preflight alone: the names of all headers of the call that are not harmless, in lower case and sorted. The answer has to list each of them.',
  'access-control-allow-origin':
    'The server’s answer to `Origin`: either that very origin, or `*` for everybody. Exactly one value. It is needed in the answer to the preflight and in the answer to the call, with every status.',
  'access-control-allow-credentials':
    'With the value `true` the server allows calls that include cookies, HTTP logins or client certificates. Needed in both answers. No other value counts.',
  'access-control-allow-methods':
    'In the answer to a preflight: the methods that may be used. In the answer to the call itself it has no effect. `*` means all, in calls without credentials.',
  'access-control-allow-headers':
    'In the answer to a preflight: the request headers that may be sent. In the answer to the call itself it has no effect. `*` means all, in calls without credentials; `Authorization` should be named all the same.',
  'access-control-max-age':
    'In the answer to a preflight: for how many seconds it holds. Without it five. Chromium keeps at most 7200, Firefox 86400, Safari 600. It is kept for each URL, not for the whole server.',
  'access-control-expose-headers':
    'In the answer to the call: the response headers that the script may read, besides the few that it always may. `*` means all, in calls without credentials.',
  vary: 'Tells caches on which request headers an answer depends. An answer that names an origin depends on `Origin`.',
  location:
    'Where a redirect leads. In a cross-origin call each answer on the way must allow the page’s origin. Once a redirect leads from a foreign origin to any other, be it back to the page’s own, the browser says `null` in place of it.',
  cookie:
    'Cookies go along only when the call includes credentials, and only those that their own rules (`SameSite`, `Secure`, partitions) let go to another site. A preflight never carries them.',
  authorization:
    'A login that the script sets itself. It needs no credentials mode, but always a preflight, and the server has to list its name.',
  'content-type':
    'With one of three values that forms can send a request needs no preflight: `application/x-www-form-urlencoded`, `multipart/form-data`, `text/plain`. JSON is not among them, so a POST of JSON is preceded by a preflight.',
  'sec-fetch-mode':
    'Says in which mode the browser makes the call: `cors`, `no-cors`, `same-origin`, `navigate`. Scripts cannot set it. It is sent to trustworthy addresses only.',
  'sec-fetch-site':
    'Says how far the caller is away: `same-origin`, `same-site` or `cross-site`. A server can refuse with it what it does not want to answer at all.',
  'sec-fetch-storage-access':
    'Chromium and Firefox say with it whether cookies are available to this call across sites. Only calls with credentials carry it.',
  'cross-origin-resource-policy':
    'With it a server keeps its answers from being embedded by others: `same-origin`, `same-site` or `cross-origin`. It is not part of CORS, and counts for calls in `no-cors` mode.',
};

/** What each header means for CORS, in one sentence. Keys are byte-lowercase names. */
export const headerWords = {
  origin: 'The origin that asks: scheme, host and port of the page. The browser writes it, no script can change it.',
  'access-control-request-method': 'In the preflight: the method that the call itself will use.',
  'access-control-request-headers':
    'In the preflight: the request headers of the call that need permission, in lower case.',
  'access-control-request-local-network': 'The call goes from a public page into a local network.',
  'access-control-allow-origin':
    'Which origin may read the answer: exactly one origin, or * for calls without credentials.',
  'access-control-allow-credentials':
    'Must be true, in lower case, for the script to read the answer of a call with credentials.',
  'access-control-allow-methods':
    'In the answer to a preflight: the methods that are allowed, besides GET, HEAD and POST.',
  'access-control-allow-headers': 'In the answer to a preflight: the request headers that are allowed.',
  'access-control-expose-headers': 'The response headers that the script may read, besides a few harmless ones.',
  'access-control-max-age': 'For how many seconds the browser may remember the answer to the preflight.',
  'access-control-allow-private-network': 'An older permission for calls into a private network.',
  vary: 'Tells caches which request headers the answer depends on; Origin belongs here when the allowed origin changes.',
  location: 'Where the redirect leads. After a redirect to another origin the Origin header may become null.',
  'timing-allow-origin': 'Which origins may read exact timings of this answer. It does not allow reading the answer.',
  'cross-origin-resource-policy': 'Which sites may load this resource at all, also without CORS.',
  'cross-origin-opener-policy': 'Separates the page from windows of other origins. It has no effect on calls.',
  'cross-origin-embedder-policy':
    'The page loads only resources that allow it by CORS or Cross-Origin-Resource-Policy.',
  'sec-fetch-mode': 'The mode of the call as the browser sees it: cors asks for permission, no-cors does not.',
  'sec-fetch-site':
    'How page and server are related: same-origin, same-site or cross-site. Cookies with SameSite=Lax or Strict go along only within a site.',
  'sec-fetch-dest': 'What the answer is for: empty means fetch or XMLHttpRequest.',
  'sec-fetch-user': 'A person’s click or key press caused the request.',
  'sec-fetch-storage-access': 'Whether third-party cookies may be sent with this request.',
  cookie: 'Cookies make this a call with credentials: the answer then needs Allow-Credentials and a named origin.',
  authorization:
    'Set by the script it needs a preflight and must be listed by name in Access-Control-Allow-Headers; * does not cover it in the standard.',
  'content-type':
    'In a request, only text/plain, form data and URL-encoded forms need no preflight; application/json does.',
  'x-requested-with': 'Added by some libraries; as a header of its own it causes a preflight.',
  referer: 'The page’s address, as far as its referrer policy lets it be told. CORS looks at Origin alone.',
  'set-cookie': 'Sets a cookie; in a cross-origin call only when credentials are included. Scripts can never read it.',
  'content-security-policy': 'What the page itself may load and call. It can stop a call before CORS is asked.',
  'www-authenticate':
    'The server wants to know who asks. A preflight never carries credentials, so it must pass without.',
  allow: 'The methods that the server knows. For CORS only Access-Control-Allow-Methods counts.',
  age: 'For how many seconds the answer has been in a cache.',
  'cache-control': 'How long caches may keep the answer, headers included.',
};

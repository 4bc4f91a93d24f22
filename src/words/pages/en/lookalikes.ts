import type { PageWords } from '../page.ts';

export const lookalikes: PageWords['lookalikes'] = {
  'connection-refused':
    'The machine answered that nothing listens on that port. The console may speak of CORS, since there are no headers; but there was no answer at all. Check that the server runs, on which port and on which address: a server on `127.0.0.1` is not reached by `::1`.',
  'name-not-resolved':
    'The host name leads to no address. Look for a typing error in the URL, a setting that differs between environments, a missing entry in the hosts file or a VPN that is off.',
  tls: 'The server’s certificate is not accepted, or the port does not speak https. For a script’s call the browser shows no warning that could be clicked away: open the URL in a tab of its own to see it.',
  'timed-out':
    'No answer came in time. The request may still have reached the server and done its work. Look at how long the server takes, and at what stands between.',
  'connection-lost':
    'The connection was there and broke before the answer was complete: the server crashed, a proxy cut it off, or the network changed.',
  offline: 'The browser has no network at the moment. Nothing was sent.',
  aborted:
    'The page gave the call up: an `AbortController`, a time limit in the script, or the page was left. A form that is sent while a script’s call runs is a frequent reason: the page goes away and takes the call with it.',
  'blocked-by-extension':
    'An extension of this browser stopped the call before it was sent, mostly an ad blocker that knows a word in the URL. Others do not see the failure, which makes it look like chance.',
  'content-security-policy':
    'The page’s own `Content-Security-Policy` lists where scripts may connect to, and this address is not on the list. The page’s server decides this, not the one that was called, and no CORS header changes it.',
  'mixed-content':
    'A page with https may not call http, since that could be read and changed on the way. Only addresses of the own machine are exempt.',
  corp: 'With `Cross-Origin-Resource-Policy` a server says which sites may embed its answers. It is checked for calls in `no-cors` mode, such as images and scripts, and keeps the answer from pages outside.',
  coep: 'A page that asks to be isolated with `Cross-Origin-Embedder-Policy` gets only answers that agree: by `Cross-Origin-Resource-Policy`, or by CORS.',
  orb: 'An element asked for an image, a script or media, and the answer was something else, such as JSON or an HTML page with an error. The browser then hands over nothing, so that no secret reaches the page’s process.',
  'unsafe-port':
    'Some ports belong to other protocols, such as mail, and browsers never send HTTP there. Choose another port for the server.',
  'redirect-refused':
    'The script asked to fail at every redirect, and the server redirected. Call the final URL, or let redirects be followed.',
  'too-many-redirects':
    'Browsers give up after twenty redirects. Mostly two rules send the call to and fro, such as one that adds a slash and one that takes it away.',
  'content-decoding':
    'The answer says that it is compressed, and it is not, or not in that way. Often something in between packed it twice or unpacked it without changing the header.',
  proxy:
    'The proxy that the browser is set to use refused the call or could not be reached. Others without that proxy do not see the failure.',
  'other-failure':
    'The browser gave no reason that could be told apart. Its own text is shown with the call; the server’s log tells whether the request arrived.',
};

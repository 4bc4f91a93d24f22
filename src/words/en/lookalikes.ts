import type { Words } from '../words.ts';

export const lookalikes: Words['lookalikes'] = {
  'connection-refused': {
    because: 'nobody accepts connections at that address',
    turn: 'Start the server, or correct the host and the port.',
  },
  'name-not-resolved': {
    because: 'the host name leads to no address',
    turn: 'Check the spelling of the host name, and the DNS.',
  },
  tls: {
    because: 'no secure connection could be made',
    turn: 'Check the certificate, and that this port speaks https: open the URL in a tab of its own to see the browser’s warning.',
  },
  'timed-out': {
    because: 'no answer came in time',
    turn: 'Find out why the server is slow or cannot be reached.',
  },
  'connection-lost': {
    because: 'the connection ended before a complete answer had come',
    turn: 'The server crashed or hung up, or something between cut the connection: read the server’s log.',
  },
  offline: { because: 'the browser has no network', turn: 'Connect to the network and try again.' },
  aborted: {
    because: 'the page gave it up itself: an AbortController, a timeout of the script, or a change of page',
    turn: 'If that was not meant, look for what aborts the call in the page.',
  },
  'blocked-by-extension': {
    because: 'an extension in this browser stopped it, for example an ad blocker',
    turn: 'Allow the URL in that extension, or try in a window without extensions.',
  },
  'content-security-policy': {
    because: 'the page’s own Content-Security-Policy does not allow calls to that address',
    turn: 'It is the page’s server that must add the address to `connect-src`, or for an image, a script or a font to the directive for those.',
  },
  'mixed-content': {
    because: 'a page that came over https may not call a plain http address',
    turn: 'Call the address over https.',
  },
  corp: {
    because: 'the answer’s Cross-Origin-Resource-Policy keeps it from pages of other origins or sites',
    turn: 'The server must send `Cross-Origin-Resource-Policy: cross-origin` if other sites may use it.',
  },
  coep: {
    because: 'the page’s Cross-Origin-Embedder-Policy admits only answers that opt in',
    turn: 'The server must opt in with Cross-Origin-Resource-Policy, or the page must relax its policy.',
  },
  orb: {
    because: 'the answer is not of a kind that an element of the page may load from elsewhere',
    turn: 'Check that the URL gives the image, script or media that the element expects, with the right Content-Type.',
  },
  'unsafe-port': {
    because: 'browsers never call that port, since other protocols use it',
    turn: 'Run the server on another port.',
  },
  'redirect-refused': {
    because: 'the server redirected, and the script had asked for `redirect: "error"`',
    turn: 'Follow redirects, or call the final URL.',
  },
  'too-many-redirects': {
    because: 'the server redirected more than twenty times',
    turn: 'Look for a circle in the server’s redirects.',
  },
  'content-decoding': {
    because: 'the body is not compressed in the way that its Content-Encoding says',
    turn: 'The server must send a body that fits its Content-Encoding.',
  },
  proxy: {
    because: 'the proxy in between refused or failed',
    turn: 'Check the browser’s proxy settings and the proxy itself.',
  },
  'other-failure': {
    because: 'the network or the browser gave it up',
    turn: 'The browser’s own text is all that is known.',
  },
};

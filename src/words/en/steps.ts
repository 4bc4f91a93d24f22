import type { Words } from '../words.ts';

export const steps: Words['steps'] = {
  'request-mode': {
    title: 'Is the call subject to CORS?',
    help: 'Only calls in cors mode ask for permission. A no-cors call gets an answer that the script cannot read; a same-origin call may not leave its origin.',
  },
  'preflight-needed': {
    title: 'Does it need a preflight?',
    help: 'The browser first asks with OPTIONS unless the method is GET, HEAD or POST and every header is on the short list of harmless ones.',
  },
  'preflight-answered': {
    title: 'Was the preflight answered?',
    help: 'The server must answer the OPTIONS request. Without an answer the call itself is never sent.',
  },
  'preflight-not-redirected': {
    title: 'Preflight: no redirect',
    help: 'A preflight must be answered at the very URL of the call. A redirect counts as a no.',
  },
  'preflight-allow-origin': {
    title: 'Preflight: is the origin allowed?',
    help: 'Access-Control-Allow-Origin in the answer to OPTIONS must be exactly the origin that asks, or * in a call without credentials.',
  },
  'preflight-allow-credentials': {
    title: 'Preflight: are credentials allowed?',
    help: 'In a call with credentials the answer to OPTIONS must say Access-Control-Allow-Credentials: true.',
  },
  'preflight-ok-status': {
    title: 'Preflight: is the status 200 to 299?',
    help: 'Any other status of the answer to OPTIONS is a no, whatever its headers say.',
  },
  'preflight-allow-methods': {
    title: 'Preflight: is the method allowed?',
    help: 'Access-Control-Allow-Methods must list the method in the same case. GET, HEAD and POST need no listing, and * covers all methods in a call without credentials.',
  },
  'preflight-allow-headers': {
    title: 'Preflight: are the headers allowed?',
    help: 'Access-Control-Allow-Headers must list every request header that is not harmless. * covers them in a call without credentials.',
  },
  'response-arrived': {
    title: 'Did an answer arrive?',
    help: 'The server must answer the call itself. If it does not, the reason is the network or the server, not CORS.',
  },
  'response-allow-origin': {
    title: 'Answer: is the origin allowed?',
    help: 'Access-Control-Allow-Origin must stand in the answer to the call too, whatever the preflight said: exactly the origin that asks, or * in a call without credentials.',
  },
  'response-allow-credentials': {
    title: 'Answer: are credentials allowed?',
    help: 'In a call with credentials the answer to the call too must say Access-Control-Allow-Credentials: true.',
  },
  'redirect-location': {
    title: 'May the redirect be followed?',
    help: 'A redirect must lead to http or https, without a user name or password in its URL.',
  },
  'response-delivered': {
    title: 'Was the answer handed to the page?',
    help: 'What the browser itself did: it gave the answer to the page, or it kept it back.',
  },
};

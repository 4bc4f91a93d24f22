import type { PageWords } from '../page.ts';

export const steps: PageWords['steps'] = {
  'request-mode':
    '`fetch` and XMLHttpRequest ask in `cors` mode. Images, scripts and style sheets without the attribute `crossorigin` ask in `no-cors` mode. Clicked links and WebSockets are not subject to CORS.',
  'preflight-needed':
    'What a form could always send goes without asking. Other methods, other headers, JSON, a stream as body, and a listener for the progress of an upload need a yes first.',
  'preflight-answered':
    'A server that is up can still leave `OPTIONS` alone unanswered, as can a firewall in front of it.',
  'preflight-not-redirected':
    'The permission is asked for one address. Somebody else’s yes, at another address, would say nothing about this one.',
  'preflight-allow-origin':
    'It is the same check as for the answer to the call, made on the answer to `OPTIONS`. It comes before the status is looked at, so browsers report a missing header even where the status is wrong too.',
  'preflight-allow-credentials': 'The preflight itself carries no credentials. It asks on behalf of a call that will.',
  'preflight-ok-status': '204 without a body is what most servers send. 200 is as good. 304 and 401 are not.',
  'preflight-allow-methods':
    'The method is compared exactly. Methods in the cache of preflights count as well: what was allowed for this address before is not asked again.',
  'preflight-allow-headers':
    'All names have to be there; one that lacks is enough to stop the call. Browsers report only the first, CORS Lens names them all.',
  'response-arrived': 'Up to here the network has to work: the name, the connection, TLS, a whole answer.',
  'response-allow-origin':
    'The request has been sent by now, and the server has done its work. The check decides only whether the script may read the answer. After a redirect each answer on the way is checked.',
  'response-allow-credentials':
    'A server that answers the preflight rightly and forgets the header here has changed the data and hides the result.',
  'redirect-location':
    'After a redirect the same rules begin anew at the next address. Calls that needed a preflight ask again there.',
  'response-delivered':
    'All that comes before is what the headers imply. This is what the browser was seen to do. Where the two differ, it is said.',
};

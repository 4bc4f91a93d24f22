import type { FixWords } from '../words.ts';

const WHEN_NULL =
  'No header that names a page can help, since the call has the origin `null`, which any site can have too: never allow `null`. Give the call a real origin: serve the page over http or https, add `allow-same-origin` to the frame’s sandbox if its content is your own, or call the final URL directly in place of being redirected across origins. Only if the answer is public and needs no login may the server answer everybody with `Access-Control-Allow-Origin: *`.';

export const notByHeaders: FixWords['notByHeaders'] = {
  undecided:
    'Nothing is proposed, since it is not certain that the call was blocked. The facts below say what is missing to decide it.',
  pending: 'The call is still under way. A fix can be named when it has ended.',
  'origin-became-null': WHEN_NULL,
  'client-sends-cors-header':
    'No change of the server is needed first: the page must stop sending an `Access-Control-…` header of its own. Those are for the server to send. Remove it from the request in the page’s code and try again.',
  'preflight-unanswered':
    'Headers cannot help while nobody answers OPTIONS. Find out why the server, or a proxy or firewall before it, drops such requests; then answer them with status 204 and the CORS headers.',
  'redirect-with-userinfo':
    'The server must redirect to a URL without user name and password. No header makes up for it.',
  'redirect-to-disabled-scheme': 'The server must redirect to an http or https URL. No header makes up for it.',
  'disabled-scheme':
    'The page must call an http or https URL: serve the file from a local web server in place of opening it from disk.',
  'same-origin-mode':
    'The page must change its call: leave out `mode: "same-origin"`. Then the server’s headers count.',
  'no-cors-redirect-mode':
    'The page must change its call: `redirect: "follow"`, or `mode: "cors"` with a server that allows it.',
  'local-network-denied':
    'The user must grant this page the permission for the local network, in the browser’s prompt or in the site’s settings. No header replaces it.',
  'local-network-insecure':
    'Serve the page over https; only then may it ask for permission to call the local network. No header replaces that.',
  'invalid-response':
    'The server must send a valid HTTP response first. Look at its raw bytes with the curl line below.',
  'altered-by-extension':
    'The server’s headers are fine. Turn off other extensions that change headers, or try in a fresh profile.',
  unexplained: 'CORS Lens does not know why the browser blocked this call, so it proposes nothing.',
  'too-large': 'Send less, or raise the server’s limit. Headers come second.',
};

export const elseBlocked = 'No change of headers makes this call succeed: what has to change is said above.';
export const elseFailed =
  'CORS headers cannot help, since CORS is not the reason why the call failed. What can help is said above.';

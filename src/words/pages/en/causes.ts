import type { PageWords } from '../page.ts';

export const causes: PageWords['causes'] = {
  'allow-origin-missing': [
    'A server lets a page of another origin read its answer by sending `Access-Control-Allow-Origin`. Without that header the browser keeps the answer from the script, whatever the status is. The request itself has reached the server, unless it was a preflight.',
    'Find out first whether the answer is the one that was meant: error pages, gateways and redirects often lack the header although the application adds it. Then let the server add it to every answer, errors too.',
  ],
  'allow-origin-multiple': [
    'The header holds exactly one value. Two values in one line, or the header on two lines, make the check fail, even when both values are right or equal.',
    'Look for two parts that both add it, mostly the application and a proxy in front, and switch one of them off. A server that serves several origins picks the one that asked.',
  ],
  'allow-origin-invalid': [
    'The value can only be an origin (`https://app.example`), `*` or `null`. Everything else, such as a pattern, a value in quotes, a host without a scheme or a variable that was never filled in, matches no origin at all.',
    'Let the server compare the `Origin` of the request with its list and send that very origin back. Browsers do no matching of their own.',
  ],
  'allow-origin-mismatch': [
    'The server allows one origin, and the page has another. Both are compared character by character: the scheme, the host and the port count, and one slash at the end is enough to differ.',
    'Take the value of the request’s `Origin` header and put exactly that on the server’s list. If the server did send the right value to somebody else, a cache handed out the wrong copy: then `Vary: Origin` is missing.',
  ],
  'allow-origin-wildcard-credentials': [
    'The `*` says that everybody may read the answer, and therefore does not count for a call that includes credentials: such an answer can belong to one user alone.',
    'Either the server names the page’s origin and adds `Access-Control-Allow-Credentials: true`, or the page leaves the credentials out (`credentials: "omit"`, no `withCredentials`) if the answer is the same for all.',
  ],
  'allow-credentials-missing': [
    'A call that includes credentials needs a second yes: besides the origin the server must say `Access-Control-Allow-Credentials: true`, in the answer to the preflight and in the answer to the call itself.',
    'Add the header to both answers if the call needs cookies or a login. If it does not, let the page leave the credentials out.',
  ],
  'allow-credentials-invalid': [
    'Only the value `true` counts, in lower case, once. `True`, `1`, `yes` or an empty value are all a no.',
    'Send `Access-Control-Allow-Credentials: true`, or leave the header away. There is no value for no.',
  ],
  'preflight-status': [
    'The answer to a preflight must have a status from 200 to 299. A 401, 404 or 405 is a no, even when all headers are right, and the call itself is never sent.',
    'Answer `OPTIONS` with 204 before authentication and before routing. A 401 or 403 mostly means that a login stands in front; a 404 or 405 that no route takes `OPTIONS`.',
  ],
  'preflight-redirect': [
    'Browsers follow no redirect of a preflight. Typical are redirects from http to https, to an address with or without a slash at the end, and to a login page.',
    'Let the page call the URL to which the redirect leads, or let the server answer `OPTIONS` at this one.',
  ],
  'preflight-unanswered': [
    'The browser sent `OPTIONS` and got nothing: the connection was refused or cut, or nobody answered in time. Without a yes it does not send the call. An ordinary request may still work, since some firewalls, proxies and small servers drop `OPTIONS` alone.',
    'Send the preflight with curl. If that hangs or breaks too, look at everything between the browser and the application that could drop `OPTIONS`.',
  ],
  'allow-methods-unparsable': [
    'The header is a list of methods with commas between them. One entry that is no method, such as two words with a space between, spoils the whole list.',
    'Separate the methods by commas, without quotes or brackets.',
  ],
  'allow-headers-unparsable': [
    'The header is a list of header names with commas between them. One entry that is no name, such as two names with a space between, spoils the whole list, even when the name that is needed stands in it.',
    'Separate the names by commas, without quotes or brackets.',
  ],
  'allow-methods-lacks-method': [
    'The preflight asked for a method that the answer does not list. GET, HEAD and POST need no entry. Upper and lower case count: `patch` does not allow `PATCH`. A `*` covers every method, but only in calls without credentials.',
    'Add the method to `Access-Control-Allow-Methods` in the answer to `OPTIONS`.',
  ],
  'allow-headers-lacks-header': [
    'The preflight asked for request headers that the answer does not list. Every header that the page adds and that is not one of the few harmless ones has to be named. Upper and lower case do not matter here. A `*` covers them in calls without credentials.',
    'Add the names to `Access-Control-Allow-Headers` in the answer to `OPTIONS`, or stop sending headers that nobody needs. Often a library adds one, for tracing or caching.',
  ],
  'redirect-with-userinfo': [
    'In a cross-origin call a redirect may not lead to a URL that holds a user name or a password.',
    'Redirect to the same address without them; what has to log in does so with a header.',
  ],
  'redirect-to-disabled-scheme': [
    'A cross-origin call may only be redirected to `http` or `https`.',
    'Correct the `Location` of the redirect. Often a scheme was built from a wrong setting of a proxy.',
  ],
  'disabled-scheme': [
    'CORS exists for `http` and `https` alone. A script cannot read `file:`, `ftp:` or the schemes of apps across origins, and no server can allow it.',
    'Serve the page and its data from a web server, on a developer’s machine too.',
  ],
  'same-origin-mode': [
    'With `mode: "same-origin"` the script itself asks the browser to refuse every call to another origin. No request is sent.',
    'Leave the mode out, so that `cors` is used, or call a URL of the page’s own origin.',
  ],
  'no-cors-redirect-mode': [
    'A call in `no-cors` mode must follow redirects; `redirect: "error"` and `redirect: "manual"` are refused with it. No request is sent.',
    'Use `redirect: "follow"`, or `mode: "cors"` with a server that allows it.',
  ],
  'local-network-denied': [
    'A page from the internet may call devices of the local network, or servers on the user’s own machine, only if the user has permitted it. The browser asks once and remembers the answer.',
    'Grant the permission in the browser’s settings for the site, and call again.',
  ],
  'local-network-insecure': [
    'Only a page that came over https may ask for the permission to call the local network. From a page with http such calls are refused at once.',
    'Serve the page over https.',
  ],
  'invalid-response': [
    'What came back is no HTTP answer: a server that speaks another protocol, or a broken head. There are no headers that could be checked.',
    'Look at the raw bytes, for example with `curl --verbose`, and correct the server or the port.',
  ],
  'altered-by-extension': [
    'The server’s headers would pass, but an extension changed them before the browser looked at them. Extensions that switch CORS off do so, and often do it wrongly.',
    'Try it in a fresh profile, or switch other extensions off one by one.',
  ],
  unexplained: [
    'The browser says that it blocked the call, and every step that can be seen passes. That is a fault of CORS Lens, or something that it cannot see. It does not guess.',
    'Copy the call with the button above and report it; secrets are taken out.',
  ],
};

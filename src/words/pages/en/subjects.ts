import type { PageWords } from '../page.ts';

export const subjects: PageWords['subjects'] = {
  'same-origin-policy': [
    'The same-origin policy',
    `
A page’s origin is its scheme, its host and its port: \`https://app.example:8443\`. Two addresses are of the same origin only when all three are equal.

Browsers let scripts *send* much to other origins, as forms and images always could, but let them *read* answers only of their own. Otherwise any site could read the mail of everybody who is logged in elsewhere, since the browser sends their cookies along.

- \`https://app.example/a\` and \`https://app.example/b\`: the same origin.
- \`http://app.example\`: another scheme, another origin.
- \`https://api.app.example\`: another host, another origin, though the same site.
- \`http://localhost:3000\` and \`http://localhost:8080\`: another port, another origin.
- \`http://127.0.0.1:3000\` and \`http://localhost:3000\`: another name, another origin.

CORS loosens this rule: the server that is called may say that it lets a certain origin read. It protects the user’s data on that server from other pages. It does not protect the server from requests: whoever is no browser is not bound by it.

The origin \`null\` stands for all callers that have none: sandboxed frames, local files, some redirects. It is nobody’s name, and must not be allowed.
`,
  ],
  'simple-requests': [
    'Simple requests',
    `
A request that a form of the old web could have sent goes out at once, without asking. The server gets it and does its work; only then does the browser check whether the script may read the answer.

It is simple when all of this is true:

- The method is \`GET\`, \`HEAD\` or \`POST\`.
- The script set no headers but \`Accept\`, \`Accept-Language\`, \`Content-Language\`, \`Content-Type\` and a plain \`Range\`, with short, harmless values.
- \`Content-Type\`, if there is one, is \`application/x-www-form-urlencoded\`, \`multipart/form-data\` or \`text/plain\`.
- Nobody listens to the progress of the upload, and the body is no stream.

The exchange is then short:

\`\`\`
GET /items HTTP/1.1
Host: api.example
Origin: https://app.example

HTTP/1.1 200 OK
Access-Control-Allow-Origin: https://app.example
Vary: Origin
\`\`\`

So a simple request that is "blocked by CORS" has been carried out. CORS is no protection against requests that change something: for that a server needs a token of its own, or cookies with \`SameSite\`.

In \`no-cors\` mode the script says that it does not want to read anything. It gets an opaque answer: no status, no headers, no body. As a cure for a blocked call it never helps.
`,
  ],
  preflight: [
    'Preflight and Max-Age',
    `
Before a request that is not simple the browser asks whether it may send it. It sends \`OPTIONS\` to the same address, without cookies and without a body, and names the method and the headers of the request to come:

\`\`\`
OPTIONS /items/1 HTTP/1.1
Host: api.example
Origin: https://app.example
Access-Control-Request-Method: PUT
Access-Control-Request-Headers: authorization,content-type

HTTP/1.1 204 No Content
Access-Control-Allow-Origin: https://app.example
Access-Control-Allow-Methods: PUT
Access-Control-Allow-Headers: authorization, content-type
Access-Control-Max-Age: 600
Vary: Origin
\`\`\`

The browser checks, in this order: that the answer is no redirect, that the origin is allowed, that credentials are if the call has some, that the status is 200 to 299, that the method is allowed, that each header is. Then it sends the call, and checks *its* answer again for origin and credentials.

The usual mistakes: a login in front of \`OPTIONS\` (401), no route for it (404, 405), a redirect to https or to an address with a slash, and headers on one of the two answers only.

## Max-Age

The answer may be kept, so that the next call goes out at once. \`Access-Control-Max-Age\` says for how many seconds; without it five. Browsers have limits: Chromium 7200, Firefox 86400, Safari 600.

It is kept for each address by itself: calls to a thousand addresses need a thousand preflights. A call in a browser where DevTools disables the cache always asks. And a mistake is not kept: only a yes is.

When a preflight is missing in the list, it was answered from this cache, or none was needed. CORS Lens says which.
`,
  ],
  credentials: [
    'Credentials',
    `
Credentials are what the browser adds by itself: cookies, a login of HTTP authentication, a client certificate. A token that the script puts into \`Authorization\` is none: it is an ordinary header that needs a preflight.

A call to another origin goes without credentials unless the script asks for them:

\`\`\`
fetch('https://api.example/me', { credentials: 'include' })
\`\`\`

With XMLHttpRequest it is \`withCredentials = true\`; in the elements of a page \`crossorigin="use-credentials"\`.

The server then has to agree more explicitly, in both answers:

\`\`\`
Access-Control-Allow-Origin: https://app.example
Access-Control-Allow-Credentials: true
Vary: Origin
\`\`\`

In such calls \`*\` is no wildcard: not for the origin, nor for methods, headers and exposed headers. Each has to be named.

That a cookie exists does not mean that it is sent: \`SameSite=Lax\`, which is the default in Chromium, keeps it from calls to other sites; \`SameSite=None\` needs \`Secure\`; and browsers that separate or block cookies of third parties decide on top of it. That is no matter of CORS. The call succeeds and the server sees no login.

Extensions cannot see whether a call included credentials. CORS Lens infers it where a header betrays it, and says "undecided" where the verdict depends on it and nothing does.
`,
  ],
  'verifying-with-curl': [
    'Verifying with curl',
    `
curl shows what the server says, without a browser and its caches. It enforces nothing: it prints what the browser would check. The \`Origin\` header is essential: without it many servers send no CORS headers at all, and the failure cannot be reproduced.

First the preflight:

\`\`\`
curl --silent --output /dev/null --dump-header - \\
  --request OPTIONS \\
  --header 'Origin: https://app.example' \\
  --header 'Access-Control-Request-Method: PUT' \\
  --header 'Access-Control-Request-Headers: content-type' \\
  'https://api.example/items/1'
\`\`\`

Read in its answer: a status from 200 to 299, \`Access-Control-Allow-Origin\` exactly once and exactly so, the method, each header.

Then the call:

\`\`\`
curl --silent --output /dev/null --dump-header - \\
  --header 'Origin: https://app.example' \\
  'https://api.example/items/1'
\`\`\`

Read: \`Access-Control-Allow-Origin\` again, \`Vary: Origin\`, and with cookies \`Access-Control-Allow-Credentials: true\`.

Ask once more with another origin. A server that sends that one back as well allows everybody.

If curl and browser differ, ask: was it the same address, with the same slash at the end? The same method? Did a cache answer the browser? Does an extension change headers? Does the server treat callers without cookies differently?
`,
  ],
  'configuring-servers': [
    'Configuring servers',
    `
Two answers have to be right, and often two different pieces of code give them.

For \`OPTIONS\` with \`Access-Control-Request-Method\`: answer 204 before login, before routing, before any redirect, with the headers for origin, methods, request headers, credentials if needed, and Max-Age.

For the call itself: add the headers for origin, credentials if needed, and exposed headers to *every* answer, errors too, so that the script can read what went wrong.

How a server finds the value:

- Read the request’s \`Origin\`.
- Look it up in a list of whole origins.
- If it is there, send it back as \`Access-Control-Allow-Origin\`. If not, send no such header.
- In both cases send \`Vary: Origin\`.

If the answer is public and the same for everybody, \`*\` is simpler and needs no \`Vary\`.

Where it goes wrong:

- nginx: \`add_header\` without \`always\` leaves errors out; and a \`location\` with one \`add_header\` of its own loses those of the server.
- Apache: \`Header set\` without \`always\` leaves errors out.
- Frameworks: the CORS middleware has to be the first, before login and routes.
- Two layers: let the proxy or the application add the headers, not both.
- Gateways and CDNs: their own error pages need the headers too, and their caches have to heed \`Vary\`.

For a blocked call the detail view has the configuration ready for several servers, with the values of this call.
`,
  ],
  'best-practices': [
    'Best practices',
    `
- Allow what is in use: a list of origins, methods and headers, kept in the configuration of each environment.
- Compare whole origins. A check for "ends with \`app.example\`" lets \`evilapp.example\` in, one for "begins with" lets \`app.example.evil.test\` in.
- Never send every origin back together with \`Access-Control-Allow-Credentials: true\`.
- Never allow \`null\`.
- Allow https origins only, apart from \`localhost\` in development.
- Send \`Vary: Origin\` whenever the answer depends on it.
- Send the headers with errors too.
- Set \`Access-Control-Max-Age\` to ten minutes or more, and ask for few headers, so that preflights are rare.
- Expose the response headers that scripts need, by name.
- Do not rely on CORS to keep requests out. Check logins and tokens on the server, for each request.

In development there are two clean ways: let the API allow the development server’s origin in its own list, or let the development server pass calls on, so that page and API have one origin. An extension that switches CORS off hides the mistake from you, and not from your users.
`,
  ],
  troubleshooting: [
    'Troubleshooting',
    `
The console’s sentence names the first rule that failed. The cause is often elsewhere. In this order it is found soonest:

- Did an answer come at all? If not, it is the network, TLS, an extension, or the page’s own policy, whatever the console says.
- What is its status? With 5xx or 4xx mend that first: error pages lack CORS headers.
- Was it a redirect? To a login, to https, to a slash? Call the final address.
- Which of the two failed: the preflight or the call? Look at the answer of that one.
- Compare \`Origin\` and \`Access-Control-Allow-Origin\` character by character.
- Does the call include credentials? Then no \`*\`, and \`Access-Control-Allow-Credentials: true\`.
- Does it fail only sometimes? Then think of caches and \`Vary: Origin\`, or of several servers behind one name.
- Does it fail only for you? Then of extensions, a proxy, an old preflight in the cache.

Reload without cache, try a private window, ask with curl. Each of the three rules something out.

What does not help: \`mode: "no-cors"\` (then nothing can be read), CORS headers on the *request* (then a preflight is added), a public proxy (it reads all your data), and a browser with its security switched off.
`,
  ],
};

import type { PageWords } from '../page.ts';

export const hints: PageWords['hints'] = {
  'server-failed':
    'The script cannot even read the status, and the console says only that a header is missing. The real message stands in the server’s log.',
  'authentication-before-cors':
    'Browsers send a preflight without cookies and without `Authorization`, so a server that wants a login first can never answer it with yes.',
  'options-not-routed':
    'A server that knows GET and PUT of an address does not know `OPTIONS` by itself. Frameworks add it when their CORS handling is switched on for the path.',
  'redirect-in-front':
    'What a browser does silently for a page that is typed in does not work for a preflight: it may not be redirected.',
  'redirect-to-login':
    'The login page belongs to another server, which sends no CORS headers for this page. So an expired session looks like CORS.',
  'two-layers':
    'Both headers are right by themselves. Together they are two values, and two are refused even when they are equal.',
  'only-preflight-configured':
    'The preflight asks whether the call may be sent; the answer to the call says whether the script may read it. Each needs its own headers.',
  'only-actual-configured':
    'The application adds the headers in its routes, and `OPTIONS` ends before them: in the framework, in the proxy, or at a login.',
  'origin-became-null':
    'A browser that cannot say honestly who asks says `null`. After a redirect from one foreign origin to another it does so too.',
  'cached-for-someone-else':
    'An answer that was right for whoever asked first was kept, and given to this origin. Images and scripts without `crossorigin` ask without an origin: what is kept of them often lacks the header.',
  'too-large':
    'Proxies often have a lower limit than the application behind them, and write the refusal themselves, without CORS headers.',
  'rate-limited':
    'The limit often stands in front of the application, and writes the refusal itself, without CORS headers. The script then cannot read `Retry-After` either.',
  'gateway-failed':
    'The gateway is a server of its own, with pages of its own for errors. It knows nothing of the headers that the application would have added.',
  'client-sends-cors-header':
    'Response headers are for responses. Sent with a request they grant nothing; they are one more header that the server must allow.',
};

import { allowCredentials, allowHeaders, allowOrigin, answer, calls, open, split, varyOrigin } from '../answers.ts';
import type { Answer, Family, Header } from '../scenario.ts';

const BLOCKED = {
  verdict: 'blocked',
  cause: 'allow-origin-missing',
  chromium: 'MissingAllowOriginHeader',
  firefox: 'CORSMissingAllowOrigin',
  outcome: 'error',
} as const;
const OPAQUE = { verdict: 'opaque', cause: null, chromium: null, firefox: null } as const;
const ALLOWED = { verdict: 'allowed', cause: null, chromium: null, firefox: null } as const;

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
const image = (...headers: readonly Header[]): Answer => ({
  headers: [['Content-Type', 'image/svg+xml'], ...headers],
  body: SVG,
});
const typed = (type: string, body: string, ...headers: readonly Header[]): Answer => ({
  headers: [['Content-Type', type], ...headers],
  body,
});

export const elements: Family = {
  id: 'elements',
  title: 'Images, fonts, scripts, beacons and other loads',
  scenarios: [
    {
      id: 'image-crossorigin',
      title: 'My image breaks when I add crossorigin',
      about: 'The attribute asks for CORS, and the CDN has no CORS headers.',
      run: `return lab.element('img', { crossOrigin: 'anonymous', src: lab.url('api') });`,
      routes: { call: image() },
      expect: BLOCKED,
    },
    {
      id: 'image-crossorigin-ok',
      title: 'An image for my canvas',
      about: 'crossorigin, and the CDN allows everybody.',
      run: `return lab.element('img', { crossOrigin: 'anonymous', src: lab.url('api') });`,
      routes: { call: image(allowOrigin('*')) },
      expect: { ...ALLOWED, outcome: 'loaded' },
    },
    {
      id: 'image-plain',
      title: 'A plain image of another origin',
      about: 'Loaded without CORS: shown, but not readable.',
      run: `return lab.element('img', { src: lab.url('api') });`,
      routes: { call: image() },
      expect: { ...OPAQUE, outcome: 'loaded' },
    },
    {
      id: 'font',
      title: 'My web font is refused',
      about: 'Fonts are always loaded with CORS.',
      run: `return lab.font(lab.url('api'));`,
      routes: { call: typed('font/woff2', 'not really a font') },
      expect: { ...BLOCKED, outcome: 'NetworkError' },
    },
    {
      id: 'script-crossorigin',
      title: 'My script is refused with crossorigin',
      about: 'Often added together with integrity.',
      run: `return lab.element('script', { crossOrigin: 'anonymous', src: lab.url('api') });`,
      routes: { call: typed('text/javascript', 'void 0;') },
      expect: BLOCKED,
    },
    {
      id: 'script-module',
      title: 'My module is refused',
      about: 'Modules are always loaded with CORS.',
      run: `return lab.element('script', { type: 'module', src: lab.url('api') });`,
      routes: { call: typed('text/javascript', 'void 0;') },
      expect: BLOCKED,
    },
    {
      id: 'stylesheet-crossorigin',
      title: 'My stylesheet is refused with crossorigin',
      about: 'The CDN allows only itself.',
      run: `return lab.element('link', { rel: 'stylesheet', crossOrigin: 'anonymous', href: lab.url('api') });`,
      routes: { call: typed('text/css', '/**/', allowOrigin('{api}')) },
      expect: {
        ...BLOCKED,
        cause: 'allow-origin-mismatch',
        chromium: 'AllowOriginMismatch',
        firefox: 'CORSAllowOriginNotMatchingOrigin',
      },
    },
    {
      id: 'event-source',
      title: 'My EventSource never opens',
      about: 'Server-sent events follow CORS.',
      run: `return lab.eventSource(lab.url('api'));`,
      routes: { call: typed('text/event-stream', 'data: 1\n\n') },
      expect: BLOCKED,
    },
    {
      id: 'event-source-credentials',
      title: 'My EventSource with credentials never opens',
      about: 'withCredentials needs Access-Control-Allow-Credentials.',
      run: `return lab.eventSource(lab.url('remote'), { withCredentials: true });`,
      routes: { call: typed('text/event-stream', 'data: 1\n\n', allowOrigin(), varyOrigin) },
      expect: {
        ...BLOCKED,
        cause: 'allow-credentials-missing',
        chromium: 'InvalidAllowCredentials',
        firefox: 'CORSMissingAllowCredentials',
      },
    },
    {
      id: 'web-socket',
      title: 'A WebSocket to another origin',
      about: 'Not subject to CORS; this server refuses the handshake all the same.',
      run: `return lab.webSocket(lab.url('api'));`,
      routes: { call: answer(200) },
      expect: { verdict: 'failed', cause: 'other-failure', chromium: null, firefox: null, outcome: 'error' },
    },
    {
      id: 'no-cors',
      title: 'With no-cors I get an empty response',
      about: 'mode: "no-cors" asks for a response that the script cannot read: no cure for a CORS error.',
      run: calls('api', { mode: 'no-cors' }),
      routes: { call: answer(200) },
      expect: { ...OPAQUE, outcome: 'opaque' },
    },
    {
      id: 'no-cors-post',
      title: 'A no-cors POST',
      about: 'It arrives, and nobody will know how it went.',
      run: calls('api', { mode: 'no-cors', method: 'POST', body: 'x' }),
      routes: { call: answer(200) },
      expect: { ...OPAQUE, outcome: 'opaque' },
    },
    {
      id: 'beacon-text',
      title: 'A beacon with text',
      about: 'sendBeacon with a string needs no CORS.',
      run: `navigator.sendBeacon(lab.url('api'), 'x'); await lab.sleep(300); return 'sent';`,
      routes: { call: answer(204) },
      expect: { ...OPAQUE, outcome: 'sent' },
    },
    {
      id: 'beacon-json',
      title: 'My JSON beacon never arrives',
      about: 'A beacon with application/json needs a preflight, and always includes credentials.',
      run: `navigator.sendBeacon(lab.url('remote'), new Blob(['{}'], { type: 'application/json' }));
        await lab.sleep(400); return 'sent';`,
      routes: {
        call: split(answer(204, allowOrigin('*'), allowHeaders('content-type')), answer(204)),
      },
      expect: {
        verdict: 'blocked',
        cause: 'allow-origin-wildcard-credentials',
        chromium: 'PreflightWildcardOriginNotAllowed',
        firefox: 'CORSNotSupportingCredentials',
        outcome: 'sent',
      },
    },
    {
      id: 'beacon-json-ok',
      title: 'My JSON beacon arrives',
      about: 'Exact origin, credentials and Content-Type are allowed.',
      run: `navigator.sendBeacon(lab.url('remote'), new Blob(['{}'], { type: 'application/json' }));
        await lab.sleep(400); return 'sent';`,
      routes: {
        call: split(
          { ...open(allowCredentials(), allowHeaders('content-type')), status: 204 },
          open(allowCredentials()),
        ),
      },
      expect: { ...ALLOWED, outcome: 'sent' },
    },
  ],
};

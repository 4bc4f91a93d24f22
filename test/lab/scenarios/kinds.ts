import { allowMethods, allowOrigin, answer, calls, frameDocument, open, split, worker } from '../answers.ts';
import type { Family, Header } from '../scenario.ts';

const MISSING = {
  verdict: 'blocked',
  cause: 'allow-origin-missing',
  chromium: 'MissingAllowOriginHeader',
  firefox: 'CORSMissingAllowOrigin',
  outcome: 'TypeError',
} as const;
const FAILED_ELEMENT = { ...MISSING, outcome: 'error' } as const;
const ALLOWED = { verdict: 'allowed', cause: null, chromium: null, firefox: null } as const;
const CALL = calls('api');
const HTML: Header = ['Content-Type', 'text/html; charset=utf-8'];
const typed = (type: string, body: string, ...headers: readonly Header[]) => ({
  headers: [['Content-Type', type] as const, ...headers],
  body,
});
/** Fetches the frame's document, which holds the scenario's script, and frames it under another kind of URL. */
const framedAs = (source: string): string =>
  `const text = await (await fetch(lab.url('page', 'document'))).text(); return lab.frame({ src: ${source} });`;

export const kinds: Family = {
  id: 'kinds',
  title: 'Other ways to make a call',
  scenarios: [
    {
      id: 'xhr-missing',
      title: 'My XMLHttpRequest fails with status 0',
      about: 'The script sees no status; the answer was 200, without CORS headers.',
      run: `return lab.xhr(lab.url('api'));`,
      routes: { call: answer(200) },
      expect: { ...MISSING, outcome: 'error' },
    },
    {
      id: 'xhr-with-credentials',
      title: 'withCredentials and `*`',
      about: 'XMLHttpRequest with withCredentials to another site; the API answers everybody.',
      run: `return lab.xhr(lab.url('remote'), { credentials: true });`,
      routes: { call: answer(200, allowOrigin('*')) },
      expect: {
        ...MISSING,
        cause: 'allow-origin-wildcard-credentials',
        chromium: 'WildcardOriginNotAllowed',
        firefox: 'CORSNotSupportingCredentials',
        outcome: 'error',
      },
    },
    {
      id: 'video-crossorigin',
      title: 'My video does not play with crossorigin',
      about: 'Often set for subtitles or a canvas.',
      run: `return lab.element('video', { crossOrigin: 'anonymous', preload: 'auto', src: lab.url('api') });`,
      routes: { call: typed('video/mp4', 'not really a video') },
      expect: FAILED_ELEMENT,
    },
    {
      id: 'audio-crossorigin',
      title: 'My audio does not play with crossorigin',
      about: 'Needed for Web Audio.',
      run: `return lab.element('audio', { crossOrigin: 'anonymous', preload: 'auto', src: lab.url('api') });`,
      routes: { call: typed('audio/mpeg', 'not really a sound') },
      expect: FAILED_ELEMENT,
    },
    {
      id: 'image-use-credentials',
      title: 'My image needs a login, and crossorigin="use-credentials" fails',
      about: 'The image server answers everybody, which does not do with credentials.',
      run: `return lab.element('img', { crossOrigin: 'use-credentials', src: lab.url('remote') });`,
      routes: {
        call: typed(
          'image/svg+xml',
          '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
          allowOrigin('*'),
        ),
      },
      expect: {
        ...FAILED_ELEMENT,
        cause: 'allow-origin-wildcard-credentials',
        chromium: 'WildcardOriginNotAllowed',
        firefox: 'CORSNotSupportingCredentials',
      },
    },
    {
      id: 'preload-fetch',
      title: 'My <link rel=preload as=fetch crossorigin> is refused',
      about: 'Preloads follow the rules of what they are for.',
      run: `return lab.element('link', { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: lab.url('api') });`,
      routes: { call: answer(200) },
      // Firefox calls it loaded all the same.
      expect: { ...MISSING, outcome: { chromium: 'error', firefox: 'loaded' } },
    },
    {
      id: 'stylesheet-crossorigin-ok',
      title: 'A stylesheet whose rules my script can read',
      about: 'crossorigin, and the CDN allows everybody.',
      run: `return lab.element('link', { rel: 'stylesheet', crossOrigin: 'anonymous', href: lab.url('api') });`,
      routes: { call: typed('text/css', '/**/', allowOrigin('*')) },
      expect: { ...ALLOWED, outcome: 'loaded' },
    },
    {
      id: 'keepalive-put',
      title: 'A keepalive PUT when my page is left',
      about: 'It is preflighted like any other.',
      run: `return lab.fetch(lab.url('api'), { method: 'PUT', keepalive: true, body: 'x' });`,
      routes: { call: split({ ...open(allowMethods('PUT')), status: 204 }, open()) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'frame-about-blank',
      title: 'An about:blank frame makes the call',
      about: 'It has the origin of the page that made it.',
      run: `const frame = document.createElement('iframe'); lab.place().append(frame);
        return frame.contentWindow.fetch(lab.url('api')).then(({ status }) => String(status), ({ name }) => name);`,
      routes: { call: answer(200) },
      expect: MISSING,
    },
    {
      id: 'frame-blob',
      title: 'A blob: page makes the call',
      about: 'It has the origin of the page that made the blob.',
      run: framedAs(`URL.createObjectURL(new Blob([text], { type: 'text/html' }))`),
      routes: { document: { headers: [HTML], body: frameDocument(CALL) }, call: answer(200) },
      expect: MISSING,
    },
    {
      id: 'frame-data',
      title: 'A data: page makes the call',
      about: 'Its origin is null, whoever made it.',
      run: framedAs(`'data:text/html;charset=utf-8,' + encodeURIComponent(text)`),
      routes: { document: { headers: [HTML], body: frameDocument(CALL) }, call: open() },
      expect: {
        ...MISSING,
        cause: 'allow-origin-mismatch',
        chromium: 'AllowOriginMismatch',
        firefox: 'CORSAllowOriginNotMatchingOrigin',
      },
    },
    {
      id: 'worker-blob',
      title: 'A worker made from a blob makes the call',
      about: 'It has the page’s origin.',
      run: `const text = await (await fetch(lab.url('page', 'worker.js'))).text();
        return lab.worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));`,
      routes: { 'worker.js': worker(CALL), call: answer(200) },
      expect: MISSING,
    },
  ],
};

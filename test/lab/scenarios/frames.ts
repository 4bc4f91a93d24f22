import {
  allowMethods,
  allowOrigin,
  answer,
  calls,
  frame,
  frameDocument,
  open,
  split,
  varyOrigin,
  worker,
} from '../answers.ts';
import type { Family } from '../scenario.ts';

const MISSING = {
  verdict: 'blocked',
  cause: 'allow-origin-missing',
  chromium: 'MissingAllowOriginHeader',
  firefox: 'CORSMissingAllowOrigin',
  outcome: 'TypeError',
} as const;
const MISMATCH = {
  ...MISSING,
  cause: 'allow-origin-mismatch',
  chromium: 'AllowOriginMismatch',
  firefox: 'CORSAllowOriginNotMatchingOrigin',
} as const;
const ALLOWED = { verdict: 'allowed', cause: null, chromium: null, firefox: null, outcome: '200' } as const;
const CALL = calls('api');
const FRAME = `return lab.frame({ src: lab.url('page', 'frame') });`;

export const frames: Family = {
  id: 'frames',
  title: 'Calls of frames and workers',
  scenarios: [
    {
      id: 'frame-own',
      title: 'A frame of my own makes the call',
      about: 'Same origin as the page; the API answers without CORS headers.',
      run: FRAME,
      routes: { frame: frame(CALL), call: answer(200) },
      expect: MISSING,
    },
    {
      id: 'frame-foreign',
      title: 'A frame of another site makes the call',
      about: 'Its origin counts, not the page’s: the API allows the page, and the frame is refused.',
      run: `return lab.frame({ src: lab.url('remote', 'frame') });`,
      routes: { frame: frame(CALL), call: answer(200, allowOrigin(), varyOrigin) },
      expect: MISMATCH,
    },
    {
      id: 'frame-foreign-put',
      title: 'A frame of another site makes a PUT',
      about: 'The API allows the frame’s origin: it works.',
      run: `return lab.frame({ src: lab.url('remote', 'frame') });`,
      routes: {
        frame: frame(calls('api', { method: 'PUT' })),
        call: split(answer(204, allowOrigin('{remote}'), allowMethods('PUT')), answer(200, allowOrigin('{remote}'))),
      },
      expect: ALLOWED,
    },
    {
      id: 'frame-sandboxed',
      title: 'In a sandboxed frame my call is refused',
      about: 'Without allow-same-origin the frame’s origin is null.',
      run: `return lab.frame({ src: lab.url('page', 'frame'), sandbox: 'allow-scripts' });`,
      routes: { frame: frame(CALL), call: open() },
      expect: MISMATCH,
    },
    {
      id: 'frame-sandboxed-null-allowed',
      title: 'In a sandboxed frame it works: the API allows null',
      about: 'It works, and so it does for every sandboxed frame of anybody.',
      run: `return lab.frame({ src: lab.url('page', 'frame'), sandbox: 'allow-scripts' });`,
      routes: { frame: frame(CALL), call: answer(200, allowOrigin('null')) },
      expect: ALLOWED,
    },
    {
      id: 'frame-srcdoc',
      title: 'A srcdoc frame makes the call',
      about: 'It inherits the page’s origin.',
      run: `const text = await (await fetch(lab.url('page', 'document'))).text(); return lab.frame({ srcdoc: text });`,
      routes: { document: { body: frameDocument(CALL) }, call: answer(200) },
      expect: MISSING,
    },
    {
      id: 'worker-dedicated',
      title: 'A worker makes the call',
      about: 'A dedicated worker has the page’s origin.',
      run: `return lab.worker(lab.url('page', 'worker.js'));`,
      routes: { 'worker.js': worker(CALL), call: answer(200) },
      expect: MISSING,
    },
    {
      id: 'worker-dedicated-put',
      title: 'A worker makes a PUT, and it works',
      about: 'With a preflight, like any other.',
      run: `return lab.worker(lab.url('page', 'worker.js'));`,
      routes: {
        'worker.js': worker(calls('api', { method: 'PUT' })),
        call: split({ ...open(allowMethods('PUT')), status: 204 }, open()),
      },
      expect: ALLOWED,
    },
    {
      id: 'worker-shared',
      title: 'A shared worker makes the call',
      about: 'It belongs to no tab: its calls are told by its origin alone.',
      run: `return lab.sharedWorker(lab.url('page', 'worker.js'));`,
      routes: { 'worker.js': worker(CALL), call: answer(200) },
      expect: MISSING,
    },
    {
      id: 'worker-service',
      title: 'A service worker makes the call for the page',
      about: 'The page’s call is answered by its own service worker, which is refused.',
      run: `await navigator.serviceWorker.register(lab.url('page', 'sw.js'), { scope: '/s/' + lab.id + '/' });
        await lab.sleep(300);
        const outcome = await lab.frame({ src: lab.url('page', 'frame') });
        for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
        return outcome;`,
      routes: {
        'sw.js': {
          headers: [['Content-Type', 'text/javascript']],
          body: `addEventListener('activate', (event) => event.waitUntil(clients.claim()));
            addEventListener('fetch', (event) => {
              if (event.request.url.includes('/call')) event.respondWith(fetch(event.request.url, { method: 'GET' }));
            });`,
        },
        frame: frame(CALL),
        call: answer(200),
      },
      expect: MISSING,
    },
  ],
};

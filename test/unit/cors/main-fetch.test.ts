import { expect, it } from 'vitest';
import { refusedUnsent, type Unsent, type UnsentRequest } from '../../../src/cors/main-fetch.ts';

const PAGE = 'https://app.example';
const rows: readonly (readonly [string, Partial<UnsentRequest>, Unsent | null])[] = [
  ['a plain call goes out', {}, null],
  ['mode same-origin to another origin', { mode: 'same-origin' }, 'same-origin-mode'],
  ['mode same-origin to its own', { mode: 'same-origin', url: `${PAGE}/x` }, null],
  ['mode same-origin of an opaque origin', { mode: 'same-origin', origin: 'null' }, 'same-origin-mode'],
  ['no-cors that follows redirects', { mode: 'no-cors' }, null],
  ['no-cors that refuses redirects', { mode: 'no-cors', redirect: 'error' }, 'no-cors-redirect-mode'],
  ['no-cors that handles redirects', { mode: 'no-cors', redirect: 'manual' }, 'no-cors-redirect-mode'],
  ['a scheme of its own', { url: 'myapp://open/x' }, 'disabled-scheme'],
  ['a scheme of its own in no-cors mode', { url: 'myapp://open/x', mode: 'no-cors' }, null],
  ['a scheme of its own from an opaque origin', { url: 'myapp://open/x', origin: 'null' }, 'disabled-scheme'],
  ['a navigation goes anywhere', { url: 'myapp://open/x', mode: 'navigate' }, null],
  ['a WebSocket has a scheme of its own', { url: 'wss://api.example/', mode: 'websocket' }, null],
  ['data: is no other origin', { url: 'data:text/plain,x', mode: 'same-origin' }, null],
  ['a bad port, before all else', { url: 'https://api.example:6000/', mode: 'same-origin' }, 'bad-port'],
  ['port 0', { url: 'https://api.example:0/' }, 'bad-port'],
  ['a good port', { url: 'https://api.example:8443/' }, null],
  ['http from https', { url: 'http://api.example/' }, 'mixed-content'],
  ['http to this machine from https', { url: 'http://127.0.0.1:3000/' }, null],
  ['http to all of 127.0.0.0/8', { url: 'http://127.10.20.30/' }, null],
  ['http to this machine by IPv6', { url: 'http://[::1]:3000/' }, null],
  ['http to this machine by name', { url: 'http://localhost:3000/' }, null],
  ['http to a name that begins like this machine', { url: 'http://127.0.0.1.example/' }, 'mixed-content'],
  ['http to a name under localhost', { url: 'http://api.localhost:3000/' }, null],
  ['http from http', { url: 'http://api.example/', origin: 'http://app.example' }, null],
  ['no URL at all', { url: 'nonsense' }, null],
];

it.each(rows)('%s', (_name, more, unsent) => {
  expect(
    refusedUnsent({ url: 'https://api.example/', origin: PAGE, mode: 'cors', redirect: 'follow', ...more }, 'standard'),
  ).toBe(unsent);
});

it.each(
  [
    [
      'http://192.168.1.20/',
      'http://10.0.0.1:8080/',
      'http://172.16.0.1/',
      'http://100.64.0.1/',
      'http://169.254.1.1/',
    ],
    ['http://printer.local/', 'http://[fd00::2]/', 'http://[fe80::1]/'],
  ].flat(),
)('%s from https: in Chromium for the user to permit, elsewhere mixed content', (url) => {
  const request = { url, origin: PAGE, mode: 'cors', redirect: 'follow' } as const;
  expect(refusedUnsent(request, 'chromium')).toBe(null);
  expect(refusedUnsent(request, 'firefox')).toBe('mixed-content');
  expect(refusedUnsent(request, 'standard')).toBe('mixed-content');
});

it.each([
  'http://172.32.0.1/',
  'http://100.128.0.1/',
  'http://192.169.1.1/',
  'http://11.0.0.1/',
  'http://local/',
  'http://[2001:db8::1]/',
])('%s from https is mixed content in all of them', (url) => {
  const request = { url, origin: PAGE, mode: 'cors', redirect: 'follow' } as const;
  expect(refusedUnsent(request, 'chromium')).toBe('mixed-content');
});

import type { CauseCode, LookalikeCode } from '../../src/diagnosis/codes.ts';

/** What the lab cannot make the browsers show, and why. Every other cause has a scenario. */
export const NOT_PROVOKED: Readonly<Partial<Record<CauseCode | LookalikeCode, string>>> = {
  'local-network-denied': 'The lab is on the loopback itself: nothing in it is more private than its page.',
  'local-network-insecure': 'The lab is on the loopback itself: nothing in it is more private than its page.',
  'invalid-response': 'The browsers report a response that cannot be read as a failed connection, not as CORS.',
  'altered-by-extension': 'It takes a second extension that changes headers.',
  unexplained: 'It would be a fault of the engine.',
  'timed-out': 'The browsers wait for minutes.',
  offline: 'The machine would have to lose its network; the loopback stays.',
  'blocked-by-extension': 'It takes a second extension that blocks requests.',
  'mixed-content': 'It takes a page with https; calls to the loopback are exempt.',
  proxy: 'It takes a proxy in the browser’s settings.',
};

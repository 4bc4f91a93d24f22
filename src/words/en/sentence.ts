import { numbersOf } from '../numbers.ts';
import { lower } from '../quote.ts';
import type { SentenceWords, ShortWords } from '../words.ts';

const { number } = numbersOf('en');

export const sentences: SentenceWords = {
  theCall: (method, url) => `The ${method} to ${url}`,
  blockedBare: (call) => `${call} was blocked by the browser.`,
  failedBare: (call) => `${call} failed, and CORS is not the reason.`,
  lookalike: ({ call, duringPreflight, words: { because, turn }, evidence }) => {
    const during = duringPreflight ? ', already at its preflight (OPTIONS),' : '';
    const proof = evidence === null ? '' : ` The evidence: ${evidence}.`;
    return `${call} failed${during} because ${because}. This is not a matter of CORS headers.${proof} ${turn}`;
  },
  outcomes: {
    allowed: 'it is allowed',
    blocked: 'it is blocked by CORS',
    failed: 'it failed for another reason than CORS',
    opaque: 'the script gets an answer that it cannot read, as it asked',
    pending: 'it is still under way',
    undecided: 'it cannot be said',
  },
  unseen: (call, cause) => {
    const why = cause === null ? '' : ` If it was, then for this reason: ${cause}`;
    return `It cannot be seen whether ${lower(call)} was blocked.${why} The console of the page says which; reload the page with DevTools open to record it whole.`;
  },
  notFollowed: (call) =>
    `${call} was answered with a redirect that passes every step of CORS, and the script had asked not to follow it. With \`redirect: "error"\` the call fails; with \`redirect: "manual"\` the script gets a response that it cannot read. Which of the two it was cannot be seen from outside. To reach the target let the browser follow, or call the final URL.`,
  undecided: (call, included, leftOut, cause) => {
    const reason = cause === null ? '' : ` The reason would be this: ${cause}`;
    return `How ${lower(call)} went depends on something that cannot be seen: whether it included credentials (cookies). If it did, ${included}; if it did not, ${leftOut}.${reason} To decide it, reload with the page witness, or look at the call in the page’s code (\`credentials: "include"\` or \`withCredentials\`).`;
  },
  websocketTurn:
    'A WebSocket opens when its server answers the handshake with status 101. See what this one answers, and whether it refuses the page’s origin by itself.',
  websocket: (server) => `${server} was reached by WebSocket, which is not subject to CORS.`,
  navigation: (call) => `${call} is a navigation, which is not subject to CORS.`,
  allowed: ({ server, method, status, redirects, by }) => {
    const withStatus = status === null ? '' : ` (status ${status})`;
    const after = redirects < 1 ? '' : ` after ${redirects === 1 ? 'a redirect' : `${redirects} redirects`}`;
    const because = by === null ? '' : `: it sent ${by}`;
    return `${server} lets the page read its answer to the ${method ?? 'call'}${withStatus}${after}${because}.`;
  },
  preflight: {
    sent: 'The preflight (OPTIONS) passed too.',
    cached: 'No preflight was sent: an earlier answer to it was still in the cache.',
    simple: 'No preflight was needed.',
    unseen: 'No preflight was seen.',
  },
  cachedBy: (remaining, lifetime) =>
    `That answer is kept for ${number(lifetime)} s, and held for another ${number(remaining)} s when this call was made.`,
  otherReading: (without, other) =>
    without
      ? `Whether the call includes credentials cannot be seen. If it does not, something else fails first: ${other}`
      : `Whether the call includes credentials cannot be seen. If it does, something else fails first: ${other}`,
  cachedBefore: 'It was given before the recording began.',
  outdated:
    'Since then the server was seen to answer preflights differently: what is remembered hides a changed configuration. Empty the cache to see the new one at work.',
  errorStatus: 'The error status is the server’s own and has nothing to do with CORS.',
  opaque: (call) =>
    `${call} was made in no-cors mode: it was sent and answered, but the script may read neither status nor body, as it asked. If the script needs to read it, the call must be made in cors mode and the server must allow the page’s origin.`,
  opaqueRedirect: (call) =>
    `${call} was answered with a redirect, and the script had asked not to follow it (\`redirect: "manual"\`): it gets a response of which it can read neither the status nor where it leads. To reach the target let the browser follow, or call the final URL.`,
  pending: (call, waitsFor) => {
    const what = {
      rest: 'the rest of the answer',
      preflight: 'the answer to the preflight (OPTIONS)',
      answer: 'the answer',
    }[waitsFor];
    return `${call} is still under way: the browser waits for ${what}.`;
  },
};

export const short: ShortWords = {
  blocked: 'Blocked by the browser',
  failed: 'Failed, not for CORS',
  unseenEnd: 'Its end cannot be seen',
  undecided: 'Depends on credentials, which cannot be seen',
  notSubject: 'Not subject to CORS',
  passed: 'Passed',
  everybody: 'Everybody is allowed (*)',
  thisOrigin: 'This origin is allowed',
  opaque: 'no-cors: unreadable, as asked',
  opaqueRedirect: 'Redirect not followed, as asked',
  waitingPreflight: 'Waiting for the preflight',
  waitingAnswer: 'Waiting for the answer',
};

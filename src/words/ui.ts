import type { Trouble } from '../link/messages.ts';

const many = (count: number, one: string, several: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : several}`;

/** Numbers of the summary line. `reasons` counts distinct pairs of server and cause among the blocked calls. */
export interface SummaryNumbers {
  readonly calls: number;
  readonly shown: number;
  readonly servers: number;
  readonly blocked: number;
  readonly reasons: number;
  readonly failed: number;
  readonly undecided: number;
  /** Calls that have not been judged yet. */
  readonly waiting: number;
}

const summary = (n: SummaryNumbers): string => {
  if (n.calls === 0) return 'No cross-origin calls yet';
  const parts = [many(n.calls, 'call', 'calls'), many(n.servers, 'server', 'servers')];
  if (n.blocked > 0) {
    parts.push(`${n.blocked.toLocaleString('en')} blocked for ${many(n.reasons, 'reason', 'reasons')}`);
  } else if (n.waiting === 0) parts.push('none blocked');
  if (n.failed > 0) parts.push(`${n.failed.toLocaleString('en')} failed, not for CORS`);
  if (n.undecided > 0) parts.push(`${n.undecided.toLocaleString('en')} undecided`);
  if (n.waiting > 0) parts.push('still counting');
  if (n.shown !== n.calls) parts.push(`${n.shown.toLocaleString('en')} shown`);
  return parts.join(', ');
};

const troubleWhy: Record<Trouble['code'], string> = {
  'worker-lost': 'the browser ended the part of the extension that listens, and it did not come back',
  'extension-reloaded': 'the extension was updated or reloaded',
  'host-permission-missing': 'the extension may not read the traffic of this site',
  'version-mismatch': 'two versions of the extension are running at once',
  'internal-error': 'CORS Lens itself failed',
};

const troubleDo: Record<Trouble['code'], string> = {
  'worker-lost': 'Close DevTools and open it again, then reload the page.',
  'extension-reloaded': 'Close DevTools and open it again, then reload the page.',
  'host-permission-missing':
    'Allow CORS Lens to access this site: the button of the extension in the toolbar, or its page of permissions. Then reload the page.',
  'version-mismatch': 'Close DevTools in every tab and open it again.',
  'internal-error': 'Close DevTools and open it again. If it happens twice, please report it with the text below.',
};

/** Every label of the panel in English. A second language is a second object of the type `UiWords`. */
const english = {
  title: 'CORS Lens',
  toolbar: 'Recording and filter',
  record: 'Recording',
  recordTitle: 'Pause recording',
  paused: 'Paused',
  pausedTitle: 'Go on recording',
  clear: 'Clear',
  clearTitle: 'Forget all recorded calls',
  keep: 'Keep log',
  keepTitle: 'Keep the calls of earlier pages when the tab navigates',
  filter: 'Filter by URL, method, origin …',
  filterLabel: 'Filter calls',
  filterTitle: 'All words must occur; -word excludes. Press / to come here.',
  onlyBlocked: 'Only blocked',
  onlyBlockedTitle: 'Show only calls that CORS blocked, and those that it may have blocked',
  copyAs: 'Copy as',
  copyShown: 'Copy shown calls as',
  markdown: 'Markdown',
  json: 'JSON',
  text: 'Text',
  copyShownTitle: (format: string) => `Copy the shown calls as ${format}. Secrets are removed.`,
  copyCall: 'Copy this call as',
  copyCallTitle: (format: string) => `Copy this call as ${format}`,
  includeSecrets: 'Include secrets',
  includeSecretsTitle: 'Leave cookies, tokens and passwords in what is copied and in the curl lines',
  copy: 'Copy',
  copied: 'Copied',
  copiedWhat: (what: string) => `Copied: ${what}`,
  copyFailed: (why: string) => `Not copied: ${why}`,
  clipboardRefused: 'the browser did not allow access to the clipboard',
  summary,
  dropped: (count: number, limit: number) =>
    `${many(count, 'older call was', 'older calls were')} dropped: the log keeps ${limit.toLocaleString('en')}.`,

  list: 'Cross-origin calls',
  columns: {
    verdict: 'Verdict',
    method: 'Method',
    url: 'URL',
    origin: 'From',
    cause: 'Reason',
    preflight: 'Preflight',
    status: 'Status',
    time: 'Time',
  },
  preflight: {
    sent: 'sent',
    failed: 'failed',
    cached: 'cached',
    'not-needed': 'not needed',
    waiting: 'waiting',
    unknown: 'unknown',
  },
  preflightTitle: (words: string) => `Preflight: ${words}`,
  navigation: (url: string) => `Page loaded: ${url}`,
  noStatus: '–',
  pending: 'pending',
  unknown: 'unknown',
  redirects: (count: number) => many(count, 'redirect', 'redirects'),

  loading: 'Connecting to the recorder …',
  silentTitle: 'The recorder does not answer',
  silentWhy:
    'The panel asked the part of CORS Lens that records this tab, and nothing came back within 2 seconds. It was asked again.',
  silentDo: 'Close DevTools and open it again. If the extension was just updated, do so in every tab.',
  emptyTitle: 'No cross-origin calls recorded yet',
  emptyDo: 'Reload the page with DevTools open, or do what fails.',
  emptyWhy:
    'Calls are recorded from the moment DevTools opens. Calls to the page’s own origin are not listed: CORS does not apply to them.',
  emptyPausedTitle: 'Recording is paused',
  emptyPausedDo: 'Press “Paused” to go on, then reload the page.',
  noMatchTitle: 'No call matches',
  noMatchDo: (count: number) => `${many(count, 'call is', 'calls are')} hidden by the filter.`,
  showAll: 'Show all',
  reasonsOfBlocking: 'Why calls are blocked',
  moreReasons: (count: number) => `and ${many(count, 'more reason', 'more reasons')}`,
  calls: (count: number) => many(count, 'call', 'calls'),
  nothingSelected: 'Select a call to see why it went as it did.',
  nothingBlocked: 'No call was blocked by CORS.',
  keys: 'Keys: arrows or j and k to move, Enter to open, / to filter, Escape to close.',
  pausedBanner: 'Recording is paused. New calls are not recorded.',
  resume: 'Go on recording',
  troubleTitle: (time: string) => `Recording stopped at ${time}`,
  troubleWhy: (code: Trouble['code']) => `because ${troubleWhy[code]}.`,
  troubleDo: (code: Trouble['code']) => troubleDo[code],
  internalError: (detail: string) => `A call could not be judged because of a fault in CORS Lens: ${detail}`,
  partFailed: (detail: string) => `This part could not be made because of a fault in CORS Lens: ${detail}`,

  detail: 'Selected call',
  divider: 'Width of the list',
  back: 'Back to the list',
  close: 'Close',
  leadOne: 'The one blocked call',
  leadSame: (count: number) => `${count} calls blocked for this one reason; this is the first`,
  leadShow: 'Show why and the fix',
  typeOf: (type: string) => (type === 'xmlhttprequest' ? 'fetch or XHR' : type),
  inMessage: {
    'preflight-request': 'in the preflight',
    'preflight-response': 'in the answer to the preflight',
    request: 'in the request',
    response: 'in the answer',
  },
  rootTitle: 'Look here first',
  nearMissTitle: 'The difference',
  alsoWrong: 'Also wrong, and next to fail once that is mended',
  got: 'Got',
  want: 'Expected',
  nothing: '(nothing)',
  absent: 'not sent',
  fixTitle: 'The fix',
  fixPreflight: 'In the answer to the preflight (OPTIONS)',
  fixActual: 'In the answer to the call itself',
  statusLine: (status: number, was: number) => `Status ${status} (was ${was})`,
  proven: 'Proven: the same steps, run again with these changes, let this call through.',
  notProven: 'Not proven: run again with these changes, the steps did not all pass.',
  assumed: {
    'actual-response': 'Assumed: the answer to the call itself was never seen, so its headers are a guess.',
    credentials: 'Assumed: whether the call includes credentials could not be seen.',
  },
  hygiene: 'Good practice, not needed for this call',
  recipes: 'Configuration for',
  recipeMany: (server: string) => `Written for this one call to ${server}. Other calls may need more.`,
  recipeFile: 'Where',
  recipeReload: 'Then',
  recipeFailed: 'No safe configuration can be written for this call:',
  stepsTitle: 'What the browser checked',
  hop: (number: number, url: string) => `Request ${number}: ${url}`,
  stepState: {
    passed: 'passed',
    failed: 'failed',
    'not-reached': 'not reached',
    unknown: 'unknown',
    'not-needed': 'not needed',
  },
  deviates: 'Browsers differ from the standard here',
  spec: 'Fetch Standard',
  reasonsTitle: 'Why a preflight was sent',
  reasonsNeeded: 'Why a preflight is needed',
  noPreflight: {
    simple: 'No preflight: the call is simple.',
    cached: 'No preflight: an earlier answer is still cached.',
  },
  messagesTitle: 'What was sent',
  preflightCard: 'Preflight',
  actualCard: 'The call',
  redirectCard: (number: number) => `After redirect ${number}`,
  requestHeaders: 'Request headers',
  responseHeaders: 'Response headers',
  headersUnseen: 'The headers were not seen.',
  noResponse: 'No response was seen.',
  neverSent: 'Never sent: the preflight did not pass.',
  waitingResponse: 'No response yet.',
  fromCache: 'from the browser’s cache',
  redirectTo: 'redirected',
  pairedByOrder: 'Several identical calls waited for a preflight; this one was matched by order.',
  seenByPage: 'Another extension changed these headers before the page got them. The page got:',
  decidesFailed: 'decides: failed',
  decidesPassed: 'decides: passed',
  moreHeaders: (count: number) => `Show ${many(count, 'more header', 'more headers')}`,
  fewerHeaders: 'Show fewer',
  moreText: (count: number) => `Show all ${count.toLocaleString('en')} characters`,
  knownTitle: 'How we know',
  certainty: 'Verdict',
  origin: 'Origin',
  mode: 'Mode',
  credentials: 'Credentials',
  credentialsValue: (included: boolean) => (included ? 'included' : 'not included'),
  from: { seen: 'seen', inferred: 'inferred', unknown: 'unknown' },
  unknownWords: 'could not be seen',
  readings: (withCredentials: string, without: string) => `With credentials: ${withCredentials}. Without: ${without}.`,
  browserCode: (browser: string) => `${browser} calls it`,
  browserNames: { chromium: 'Chromium', firefox: 'Firefox' },
  type: 'Type',
  page: 'Page',
  duration: 'Took',
  callSite: 'Called from',
  worker: 'Made by a worker: matched to this tab by its origin.',
  partial: 'Recording began in the middle of this call; its beginning was not seen.',
  browserText: 'Browser’s text',
  notesTitle: 'Notes',
  readableTitle: 'What the script can read',
  readable: 'Readable headers',
  hidden: 'Hidden from the script',
  none: 'none',
  curlTitle: 'Try it with curl',
  curlPreflight: 'The preflight',
  curlActual: 'The call',
  milliseconds: (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`),
};

export type UiWords = typeof english;

/** The labels in use. */
export const ui: UiWords = english;

import type { ReproductionId } from '../../advice/reproduce/reproduction.ts';
import type { BadFileCode, LackCode } from '../../import/imported.ts';
import { numbersOf } from '../numbers.ts';

const { number, many } = numbersOf('en');

/** All text about handing calls over, opening a recording, and making a call again outside the page. */
export const handoverWords = {
  button: 'Hand over …',
  buttonTitle: 'See what will be copied or saved, and choose its form',
  title: 'Hand over',
  close: 'Close',
  what: 'Calls',
  scopes: {
    call: 'This call',
    group: (count: number) => `${number(count)} calls with this cause`,
    all: (count: number) => (count === 1 ? 'The one shown' : `All ${number(count)} shown`),
  },
  format: 'Form',
  formats: {
    markdown: 'Markdown',
    text: 'Plain text',
    json: 'JSON',
    har: 'HAR',
  },
  formatUse: {
    markdown: 'For an issue or a chat.',
    text: 'For a mail or a terminal.',
    json: 'For tools, and to be opened here again. It holds the whole recording of these calls.',
    har: 'For the Network panel of any browser. It holds no explanations, and no bodies.',
  },
  includeSecrets: 'Include secrets',
  secretsWarning: 'Cookies, tokens and passwords are in this text. Whoever reads it can use them.',
  removed: (what: readonly { readonly what: string; readonly count: number }[]) =>
    what.length === 0
      ? 'No secrets were found in these calls.'
      : `Replaced by [redacted]: ${what.map(({ what, count }) => (what === 'url' ? many(count, 'address', 'addresses') : `${number(count)} × ${what}`)).join(', ')}.`,
  preview: 'This very text',
  previewCut: (shown: number, all: number) =>
    `The first ${number(shown)} of ${number(all)} characters are shown; all of them are copied and saved.`,
  copy: 'Copy',
  save: 'Save as file',
  saved: (name: string) => `Saved: ${name}`,

  open: 'Open …',
  openTitle:
    'Open a saved recording: a JSON report of CORS Lens, or a HAR exported by Chrome or Firefox. Dropping the file here does the same.',
  dropHere: 'Drop the recording here',
  opened: (name: string) => `Opened from ${name}: not a live recording.`,
  openedBy: (writer: string) => `Written by ${writer}.`,
  emptyFile: 'This file holds no cross-origin calls',
  backToLive: 'Back to the live recording',
  lacksTitle: 'What this file does not hold',
  lacks: {
    endings:
      'Firefox writes neither error texts nor whether the page got an answer. Where the headers alone leave it open, a call is undecided.',
    cookies:
      'No cookies and no Authorization headers. A browser leaves them out unless “with sensitive data” is chosen, so whether calls included credentials is often unknown.',
    'credentials-witness': 'The mode and the credentials mode of calls, as far as headers do not betray them.',
    frames: 'Which frame or worker made a call.',
    'resource-types': 'What kind of load a call was, beyond what Sec-Fetch-Dest says.',
    'provisional-headers': 'The request headers as they were sent (workers, cached answers).',
    'stored-answers': 'The stored answers that a 304 confirmed.',
    'never-sent': 'Why the browser did not send some requests at all. They are not listed.',
    'unreadable-entries': 'Entries that are no HAR 1.2. They are not listed.',
    redacted: 'Secrets: they were removed when the report was saved.',
  } satisfies Record<LackCode, string>,
  lackCount: (count: number) => many(count, 'request', 'requests'),
  bad: {
    'not-json': 'is no JSON, so it is neither a report nor a HAR.',
    'not-a-recording': 'is JSON, but neither a report of CORS Lens nor a HAR.',
    'newer-report': 'is a report in a newer version than this CORS Lens can read.',
    'report-without-recording':
      'is a report that was made before reports held the recording. Only its text can be read.',
    'har-of-unknown-browser': 'is a HAR, but not one that Chrome or Firefox recorded.',
    malformed: 'is damaged: something is not as it has to be.',
  } satisfies Record<BadFileCode, string>,
  badFile: (name: string, why: string) => `Not opened: ${name} ${why}`,
  badDetail: (detail: string) => `Found: ${detail}`,
  unreadableFile: 'could not be read.',
  nothingLost: 'Everything shown here is still as it was.',
  dismiss: 'Dismiss',

  reproduceTitle: 'Make it again outside the page',
  reproduceWith: 'With',
  reproductions: {
    posix: 'curl (sh, bash, zsh)',
    powershell: 'curl (PowerShell)',
    cmd: 'curl (Windows cmd)',
    fetch: 'fetch() in a console',
    http: '.http file',
  } satisfies Record<ReproductionId, string>,
  reproducePreflight: 'The preflight',
  reproduceActual: 'The call',
  leftOut: (names: string) => `Left out, because it cannot be written there byte for byte: ${names}.`,
  limits: {
    posix:
      'curl enforces no CORS: it shows what the server says, and that it works there proves nothing for a browser. Bodies are not recorded.',
    powershell:
      'curl enforces no CORS: it shows what the server says, and that it works there proves nothing for a browser. Bodies are not recorded.',
    cmd: 'For the prompt, not for a batch file. curl enforces no CORS: that it works there proves nothing for a browser. Bodies are not recorded.',
    fetch:
      'Run it in the console of a page of the same origin: the browser enforces CORS there, makes the preflight by itself, and sets Origin and cookies. Bodies are not recorded.',
    http: 'An editor’s HTTP client enforces no CORS: it shows what the server says. Bodies are not recorded.',
  } satisfies Record<ReproductionId, string>,
};

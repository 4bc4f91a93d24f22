import type { Column, Order, TimeFormat } from '../../settings/settings.ts';
import { numbersOf } from '../numbers.ts';

const { number, many, duration } = numbersOf('en');

const order: Readonly<Record<Order, string>> = { worst: 'Worst first', time: 'By time' };
const optionalColumns: Readonly<Record<Column, string>> = {
  cause: 'Reason',
  origin: 'From',
  preflight: 'Preflight',
  status: 'Status',
  type: 'Type',
  duration: 'Took',
  time: 'Time',
};
const timeFormats: Readonly<Record<TimeFormat, string>> = {
  clock: '14:03:22',
  milliseconds: '14:03:22.518',
  'since-load': 'Seconds since the page load',
};

/** Labels of the list, the filter, the servers, the settings and the help. */
export const listWords = {
  order,
  orderLabel: 'Order',
  orderTitle: 'Worst first, within each page load; or in order of time',
  number,
  sinceLoad: (ms: number) => `+${duration(ms)}`,
  sifting: 'looking through the calls',

  groupOf: (count: number) => many(count, 'identical failure', 'identical failures'),
  groupTitle: 'Same server, same cause, same fix',
  groupShown: (count: number) => `${many(count, 'call', 'calls')} failed alike; this is the first`,
  unfold: (count: number) => `Show ${many(count, 'call', 'calls')}`,
  fold: (count: number) => `Hide ${many(count, 'call', 'calls')}`,
  severalMethods: 'several',
  toFix: 'Fix',
  toFixTitle: 'Go to the fix',

  clearFilter: 'Clear the filter',
  filterOptions: 'What the filter can ask for',
  filterHints: {
    is: 'how it went',
    has: 'a preflight, a redirect or a note',
    server: 'where it went',
    origin: 'where it came from',
    method: 'how it asked',
    cause: 'why it was blocked or failed',
    status: 'what was answered',
    type: 'what kind of call it is',
  },

  servers: 'Servers',
  serversTitle: 'Summary of each server',
  serverOf: (server: string) => `Server ${server}`,
  serverName: 'Server',
  serverCalls: 'Calls',
  serverBlocked: 'Blocked',
  serverPreflights: 'Preflights',
  serverNoPreflights: 'none',
  preflightCost: (count: number, total: string, each: string) =>
    count === 1 ? `1 preflight, ${total}` : `${number(count)} preflights, ${total} in all, ${each} each`,
  serverGone: 'No call to this server is recorded any more.',
  serverShow: 'List only its calls',
  verdictCounts: 'How its calls went',
  policyTitle: 'Its policy, as observed',
  policyFrom: (count: number) => `From the answers to the latest ${many(count, 'call', 'calls')}.`,
  policyNone: 'No answer was seen yet.',
  policyAnswer: { preflight: 'Answers to preflights', actual: 'Answers to calls' },
  policyAbsent: 'not sent',
  policyTimes: (count: number, all: number) => (count === all ? 'always' : `${number(count)} of ${number(all)}`),
  policyMore: (count: number) => `and ${many(count, 'other value', 'other values')}`,
  serverNotes: 'Notes',
  noteCount: (count: number) => many(count, 'call', 'calls'),

  settings: 'Settings',
  settingsColumns: 'Columns',
  settingsTime: 'Time',
  settingsLanguage: 'Language',
  settingsLog: 'Recording',
  settingsKeep: 'Keep the calls of earlier pages (keep log)',
  settingsLimit: 'Most calls to keep',
  settingsLimitHelp: 'The oldest go first. Each thousand takes a few megabytes of memory.',
  settingsRedact: 'Also redact',
  settingsRedactHelp:
    'Names of headers and URL parameters whose values must not leave with a copy, one a line. Authorization, cookies and what looks like a token are always redacted.',
  settingsStored: 'Settings are stored in this browser and hold for all tabs.',
  settingsReset: 'Reset to defaults',
  optionalColumns,
  timeFormats,
  languageAuto: 'As the browser',

  help: 'Help',
  helpTitle: 'Keys and filter',
  helpKeys: 'Keys',
  helpFilter: 'Filter',
  helpFilterIntro:
    'Terms between spaces must all hold. A comma means “or”, a minus in front means “not”, quotes keep spaces together.',
  keyHelp: {
    next: 'Next call',
    previous: 'Previous call',
    fold: 'Unfold and fold identical failures',
    open: 'Explain the call',
    fix: 'Go to the fix',
    copy: 'Copy the call, or the group, as Markdown',
    filter: 'Filter',
    servers: 'Servers',
    help: 'This help',
    close: 'Close, or clear the filter',
  },
  filterHelp: {
    is: 'with this verdict',
    not: 'all others',
    server: 'to this server, or from this origin',
    method: 'with one of these methods',
    cause: 'blocked or failed for this cause',
    status: 'answered so, be it the preflight; or not at all',
    has: 'with a preflight, a redirect or a note',
    type: 'of this kind',
    text: 'with this text',
  },
  copiedCalls: (count: number) => `${many(count, 'call', 'calls')} as Markdown`,
  nothingToCopy: 'no call is selected',
};

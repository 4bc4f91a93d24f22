import type { Untriable } from '../../advice/trial.ts';
import type { BrowserName } from '../../exchange/exchange.ts';
import type { TrialState } from '../../link/messages.ts';
import { numbersOf } from '../numbers.ts';

type Why = NonNullable<Extract<TrialState, { kind: 'off' }>['why']>;

const { number, many } = numbersOf('en');

export interface TouchedNumbers {
  readonly calls: number;
  readonly allowed: number;
  readonly blocked: number;
}

/** All text about trying a fix in the page. */
export const trialWords = {
  title: 'Try it in this page',
  switchLabel: 'Try this fix in this tab',
  how: 'This browser changes the headers above in the answers that this tab gets. The server stays as it is, and other tabs too. It ends with DevTools, or when the tab goes to another site.',
  reloadAndTry: 'Reload and try',
  reloadAndTryTitle: 'Switch the trial on and load the page again',
  reload: 'Reload the page',
  off: 'Switch off',
  hide: 'Hide',
  other: 'Another fix is being tried. Switching this one on ends it.',
  nextCalls: 'On for the next calls of this tab: reload the page, or do again what failed.',
  untriable: {
    'preflight-status':
      'This cannot be tried here: the preflight has an error status, and the browser lets an extension change headers only, no status. The server has to be changed.',
    worker:
      'This cannot be tried here: the call was made by a shared or service worker, which belongs to no single tab.',
    value: 'This cannot be tried here: a value of the fix cannot be written as a header.',
  } satisfies Record<Untriable, string>,
  banner: (what: string) => `A fix is being tried in this tab: answers of ${what} get its headers inside this browser.`,
  starting: 'Switching the trial on …',
  stopping: 'Switching the trial off …',
  nothingTouched: 'No call has met it yet.',
  touched: ({ calls, allowed, blocked }: TouchedNumbers) =>
    [
      `${many(calls, 'call', 'calls')} met it`,
      ...(allowed > 0 ? [`${number(allowed)} allowed`] : []),
      ...(blocked > 0 ? [`${number(blocked)} still blocked`] : []),
    ].join(', '),
  show: 'Show',
  ended: {
    navigated: 'The trial is off: the tab went to another site.',
    'background-lost': 'The trial is off: the browser ended the part of the extension that kept it up.',
    refused: 'The trial is off: the browser refused it.',
  } satisfies Record<Why, string>,
  mark: 'trial',
  markTitle: 'Seen while a fix was tried',
  seenUnder: (browser: BrowserName): string =>
    browser === 'firefox'
      ? 'Seen while a fix was tried. Firefox shows the headers as the trial changed them: what stands below is not what the server sent.'
      : 'Seen while a fix was tried. The headers below are as the server sent them; the page got them with the fix.',
};

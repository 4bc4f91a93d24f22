import { numbersOf } from '../numbers.ts';
import type { TrialWords } from '../words.ts';

const { number, many } = numbersOf('de');

export const trialWords: TrialWords = {
  title: 'In dieser Seite ausprobieren',
  switchLabel: 'Diese Lösung in diesem Tab ausprobieren',
  how: 'Dieser Browser ändert die Header oben in den Antworten, die dieser Tab erhält. Der Server bleibt, wie er ist, andere Tabs auch. Es endet mit den DevTools oder wenn der Tab zu einer anderen Website wechselt.',
  reloadAndTry: 'Neu laden und ausprobieren',
  reloadAndTryTitle: 'Den Versuch einschalten und die Seite neu laden',
  reload: 'Seite neu laden',
  off: 'Ausschalten',
  hide: 'Ausblenden',
  other: 'Eine andere Lösung wird gerade ausprobiert. Diese einzuschalten beendet sie.',
  nextCalls: 'Gilt für die nächsten Aufrufe dieses Tabs: die Seite neu laden oder wiederholen, was scheiterte.',
  untriable: {
    'preflight-status':
      'Das lässt sich hier nicht ausprobieren: Der Preflight hat einen Fehlerstatus, und der Browser lässt eine Erweiterung nur Header ändern, keinen Status. Der Server muss geändert werden.',
    worker:
      'Das lässt sich hier nicht ausprobieren: Der Aufruf kam von einem Shared oder Service Worker, der zu keinem einzelnen Tab gehört.',
    value: 'Das lässt sich hier nicht ausprobieren: Ein Wert der Lösung lässt sich nicht als Header schreiben.',
  },
  banner: (what) =>
    `In diesem Tab wird eine Lösung ausprobiert: Antworten von ${what} erhalten ihre Header in diesem Browser.`,
  starting: 'Der Versuch wird eingeschaltet …',
  stopping: 'Der Versuch wird ausgeschaltet …',
  nothingTouched: 'Noch kein Aufruf traf darauf.',
  touched: ({ calls, allowed, blocked }) =>
    [
      `${many(calls, 'Aufruf traf', 'Aufrufe trafen')} darauf`,
      ...(allowed > 0 ? [`${number(allowed)} erlaubt`] : []),
      ...(blocked > 0 ? [`${number(blocked)} noch blockiert`] : []),
    ].join(', '),
  show: 'Zeigen',
  ended: {
    navigated: 'Der Versuch ist aus: Der Tab wechselte zu einer anderen Website.',
    'background-lost':
      'Der Versuch ist aus: Der Browser hat den Teil der Erweiterung beendet, der ihn aufrechterhielt.',
    refused: 'Der Versuch ist aus: Der Browser hat ihn abgelehnt.',
  },
  mark: 'Versuch',
  markTitle: 'Gesehen, während eine Lösung ausprobiert wurde',
  seenUnder: (browser) =>
    browser === 'firefox'
      ? 'Gesehen, während eine Lösung ausprobiert wurde. Firefox zeigt die Header so, wie der Versuch sie geändert hat: Was unten steht, ist nicht, was der Server sandte.'
      : 'Gesehen, während eine Lösung ausprobiert wurde. Die Header unten sind, wie der Server sie sandte; die Seite erhielt sie mit der Lösung.',
};

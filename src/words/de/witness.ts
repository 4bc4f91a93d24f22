import type { WitnessWords } from '../words.ts';

export const witnessWords: WitnessWords = {
  label: 'Seitenzeuge',
  title:
    'Lädt die Seite mit einem kleinen Skript neu, das Modus, Credentials und Aufrufstelle jedes fetch und XHR festhält, auch von Aufrufen, die nie gesendet werden. Es ändert keinen Aufruf und ist mit der nächsten Seite fort.',
  titleOn: 'Der Zeuge steht in der Seite. Ausschalten lädt sie ohne ihn neu.',
  titleStarting: 'Die Seite wird mit dem Zeugen neu geladen …',
  decide: 'Mit dem Zeugen neu laden',
  decideWhy: 'Der Seitenzeuge sieht, ob der Aufruf Credentials mitschickt.',
  openTitle: (place) => `In den Quellen öffnen: ${place}`,
  moreFrames: (count) => `${count} weitere`,
  preflightTook: 'Preflight dauerte',
  fromServiceWorker: 'Über den eigenen Service Worker der Seite beantwortet.',
  alone:
    'Davon berichtet nur der Seitenzeuge: Der Browser hat für diesen Aufruf nichts gesendet. Es sind die eigenen Worte der Seite, und sie könnte sie fälschen.',
  outcome: 'Die Seite sagt',
  outcomes: {
    answered: (status) => `mit ${status} beantwortet`,
    error: () => 'fehlgeschlagen',
    aborted: () => 'abgebrochen',
    'timed-out': () => 'Zeit abgelaufen',
  },
  byOrder:
    'In diesem Augenblick gab es mehrere gleiche Aufrufe; was die Zeugen sagen, wurde nach der Reihenfolge zugeordnet.',
  answeredInside: (call) =>
    `${call} wurde im Browser selbst beantwortet, vom eigenen Service Worker der Seite oder aus einem Cache: Es wurde nichts gesendet, also kein Server gefragt.`,
};

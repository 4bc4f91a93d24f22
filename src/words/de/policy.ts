import { numbersOf } from '../numbers.ts';
import type { PolicyWords } from '../words.ts';

const { number, many } = numbersOf('de');

export const policyWords: PolicyWords = {
  open: 'Eine Regel für alle Aufrufe dieses Servers',
  title: 'Eine Regel für',
  intro: (calls) =>
    `Vereint aus ${many(calls, 'aufgezeichneten Aufruf', 'aufgezeichneten Aufrufen')}: was sie alle brauchen, und nicht mehr.`,
  none: 'Kein aufgezeichneter Aufruf sagt, was dieser Server erlauben müsste.',
  kinds: {
    origins: 'Origins',
    methods: 'Methoden',
    requestHeaders: 'Anfrage-Header',
    exposedHeaders: 'Antwort-Header, die Skripte lesen dürfen',
    credentials: 'Zugangsdaten',
    maxAge: 'Preflights dürfen gemerkt werden für',
  },
  add: {
    origins: 'Eine Origin hinzufügen',
    methods: 'Eine Methode hinzufügen',
    requestHeaders: 'Einen Anfrage-Header erlauben',
    exposedHeaders: 'Einen Antwort-Header freigeben',
  },
  addButton: 'Hinzufügen',
  remove: (value) => `${value} wegnehmen`,
  forCalls: (calls) => many(calls, 'Aufruf', 'Aufrufe'),
  byHand: 'hinzugefügt',
  credentialsLabel: 'Cookies und Anmeldungen werden mitgesandt',
  seconds: 'Sekunden',
  maxAgeDefault: 'das Übliche des Browsers, 5',
  served: (served, all) =>
    served === all
      ? `Mit den Schritten geprüft: ${all === 1 ? 'Der Aufruf gelingt' : `Alle ${number(all)} Aufrufe gelingen`} damit.`
      : `Mit den Schritten geprüft: ${number(served)} von ${many(all, 'Aufruf gelingt', 'Aufrufen gelingen')} damit.`,
  unserved: 'Nicht mit dieser Regel',
  leftOut: 'Weggelassen: nicht durch Header dieses Servers zu lösen',
  more: (count) => `und ${number(count)} weitere`,
  startOver: 'So, wie die Aufrufe es brauchen',
  wrong: {
    origins: 'Eine Origin ist Schema, Host und ein Port, der nicht der übliche ist: https://app.example',
    methods: 'Eine Methode ist ein einzelnes Wort.',
    requestHeaders: 'Ein Header-Name ist ein einzelnes Wort.',
    exposedHeaders: 'Ein Header-Name ist ein einzelnes Wort.',
  },
  neverNull: '`null` wird nie erlaubt: Jede Website kann diese Origin haben.',
  everybody: '`*` lässt jede Website diese Antworten lesen: nur für Öffentliches richtig.',
  everybodyWithCredentials: 'Allen mit Zugangsdaten zu erlauben geht nicht: Die Origins nennen.',
};

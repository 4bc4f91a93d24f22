import type { Column, Order, TimeFormat } from '../../settings/settings.ts';
import { numbersOf } from '../numbers.ts';
import type { ListWords } from '../words.ts';

const { number, many, duration } = numbersOf('de');

const order: Readonly<Record<Order, string>> = { worst: 'Schlimmste zuerst', time: 'Nach Zeit' };
const optionalColumns: Readonly<Record<Column, string>> = {
  cause: 'Grund',
  origin: 'Von',
  preflight: 'Preflight',
  status: 'Status',
  type: 'Art',
  duration: 'Dauer',
  time: 'Zeit',
};
const timeFormats: Readonly<Record<TimeFormat, string>> = {
  clock: '14:03:22',
  milliseconds: '14:03:22.518',
  'since-load': 'Sekunden seit dem Laden der Seite',
};
export const listWords: ListWords = {
  order,
  orderLabel: 'Reihenfolge',
  orderTitle: 'Die schlimmsten zuerst, innerhalb jedes Ladens der Seite; oder nach der Zeit',
  number,
  sinceLoad: (ms) => `+${duration(ms)}`,
  sifting: 'die Aufrufe werden durchgesehen',

  groupOf: (count) => many(count, 'gleicher Fehler', 'gleiche Fehler'),
  groupTitle: 'Gleicher Server, gleiche Ursache, gleiche Lösung',
  groupShown: (count) => `${many(count, 'Aufruf scheiterte', 'Aufrufe scheiterten')} gleich; dies ist der erste`,
  unfold: (count) => `${many(count, 'Aufruf', 'Aufrufe')} zeigen`,
  fold: (count) => `${many(count, 'Aufruf', 'Aufrufe')} verbergen`,
  severalMethods: 'mehrere',
  toFix: 'Lösung',
  toFixTitle: 'Zur Lösung',

  clearFilter: 'Filter leeren',
  filterOptions: 'Wonach der Filter fragen kann',
  filterHints: {
    is: 'wie er ausging',
    has: 'Preflight, Weiterleitung oder Hinweis',
    server: 'wohin der Aufruf ging',
    origin: 'woher der Aufruf kam',
    method: 'wie gefragt wurde',
    cause: 'warum er blockiert wurde oder scheiterte',
    status: 'was geantwortet wurde',
    type: 'welcher Art er ist',
  },

  servers: 'Server',
  serversTitle: 'Zusammenfassung je Server',
  serverOf: (server) => `Server ${server}`,
  serverName: 'Server',
  serverCalls: 'Aufrufe',
  serverBlocked: 'Blockiert',
  serverPreflights: 'Preflights',
  serverNoPreflights: 'keine',
  preflightCost: (count, total, each) =>
    count === 1 ? `1 Preflight, ${total}` : `${number(count)} Preflights, zusammen ${total}, je ${each}`,
  serverGone: 'Von diesem Server ist kein Aufruf mehr aufgezeichnet.',
  serverShow: 'Nur seine Aufrufe zeigen',
  verdictCounts: 'Wie seine Aufrufe ausgingen',
  policyTitle: 'Seine Regeln, wie beobachtet',
  policyFrom: (count) => `Aus den Antworten auf die letzten ${many(count, 'Aufruf', 'Aufrufe')}.`,
  policyNone: 'Noch wurde keine Antwort gesehen.',
  policyAnswer: { preflight: 'Antworten auf Preflights', actual: 'Antworten auf Aufrufe' },
  policyAbsent: 'nicht gesendet',
  policyTimes: (count, all) => (count === all ? 'immer' : `${number(count)} von ${number(all)}`),
  policyMore: (count) => `und ${many(count, 'weiterer Wert', 'weitere Werte')}`,
  serverNotes: 'Hinweise',
  noteCount: (count) => many(count, 'Aufruf', 'Aufrufe'),

  settings: 'Einstellungen',
  settingsColumns: 'Spalten',
  settingsTime: 'Zeit',
  settingsLanguage: 'Sprache',
  settingsLog: 'Aufzeichnung',
  settingsKeep: 'Aufrufe früherer Seiten behalten',
  settingsLimit: 'Höchstzahl der Aufrufe',
  settingsLimitHelp: 'Die ältesten gehen zuerst. Je tausend brauchen einige Megabyte Speicher.',
  settingsRedact: 'Auch schwärzen',
  settingsRedactHelp:
    'Namen von Headern und URL-Parametern, deren Werte mit keiner Kopie nach außen dürfen, einer je Zeile. Authorization, Cookies und was wie ein Token aussieht, wird immer geschwärzt.',
  settingsStored: 'Die Einstellungen werden in diesem Browser gespeichert und gelten für alle Tabs.',
  settingsReset: 'Zurücksetzen',
  optionalColumns,
  timeFormats,
  languageAuto: 'Wie der Browser',

  help: 'Hilfe',
  helpTitle: 'Tasten und Filter',
  helpKeys: 'Tasten',
  helpFilter: 'Filter',
  helpFilterIntro:
    'Ausdrücke zwischen Leerzeichen müssen alle zutreffen. Ein Komma heißt „oder“, ein Minus davor „nicht“, Anführungszeichen halten Leerzeichen zusammen.',
  keyHelp: {
    next: 'Nächster Aufruf',
    previous: 'Voriger Aufruf',
    fold: 'Gleiche Fehler auf- und zuklappen',
    open: 'Den Aufruf erklären',
    fix: 'Zur Lösung',
    copy: 'Den Aufruf oder die Gruppe als Markdown kopieren',
    filter: 'Filtern',
    servers: 'Server',
    help: 'Diese Hilfe',
    close: 'Schließen, oder den Filter leeren',
  },
  filterHelp: {
    is: 'mit diesem Urteil',
    not: 'alle anderen',
    server: 'an diesen Server, oder von diesem Ursprung',
    method: 'mit einer dieser Methoden',
    cause: 'aus dieser Ursache blockiert oder gescheitert',
    status: 'so beantwortet, und sei es der Preflight; oder gar nicht',
    has: 'mit Preflight, Weiterleitung oder Hinweis',
    type: 'dieser Art',
    text: 'mit diesem Text',
  },
  copiedCalls: (count) => `${many(count, 'Aufruf', 'Aufrufe')} als Markdown`,
  nothingToCopy: 'kein Aufruf ist gewählt',
};

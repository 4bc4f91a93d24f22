import type { Column, LanguageChoice, Order, TimeFormat } from '../../settings/settings.ts';
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
const languages: Readonly<Record<LanguageChoice, string>> = {
  auto: 'Wie der Browser',
  en: 'English',
  de: 'Deutsch',
};

export const listWords: ListWords = {
  order,
  orderLabel: 'Reihenfolge',
  orderTitle: 'Die schlimmsten zuerst, innerhalb jedes Ladens der Seite; oder nach der Zeit',
  number,
  sinceLoad: (ms) => `+${duration(ms)}`,
  sifting: 'die Aufrufe werden durchgesehen',

  groupOf: (count) => many(count, 'gleicher Fehler', 'gleiche Fehler'),
  groupTitle: 'Gleicher Server, gleiche Ursache, gleiche Abhilfe',
  groupShown: (count) => `${many(count, 'Aufruf scheiterte', 'Aufrufe scheiterten')} gleich; dies ist der erste`,
  unfold: (count) => `${many(count, 'Aufruf', 'Aufrufe')} zeigen`,
  fold: (count) => `${many(count, 'Aufruf', 'Aufrufe')} verbergen`,
  severalMethods: 'mehrere',
  toFix: 'Abhilfe',
  toFixTitle: 'Zur Abhilfe',

  clearFilter: 'Filter leeren',
  filterOptions: 'Wonach der Filter fragen kann',
  filterHints: {
    is: 'das Urteil: blocked, allowed …',
    has: 'Preflight, Weiterleitung oder Hinweis',
    server: 'wohin der Aufruf ging',
    origin: 'woher der Aufruf kam',
    method: 'GET, PUT …',
    cause: 'warum er blockiert wurde oder scheiterte',
    status: '404, 4xx, none',
    type: 'fetch, image, script …',
  },

  servers: 'Server',
  serversTitle: 'Zusammenfassung je Server',
  serversAll: 'Alle Server',
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
  languages,

  help: 'Hilfe',
  helpTitle: 'Tasten und Filter',
  helpKeys: 'Tasten',
  helpFilter: 'Filter',
  helpFilterIntro:
    'Ausdrücke zwischen Leerzeichen müssen alle zutreffen. Ein Komma heißt „oder“, ein Minus davor „nicht“, Anführungszeichen halten Leerzeichen zusammen.',
  keyHelp: [
    [['j', '↓'], 'Nächster Aufruf'],
    [['k', '↑'], 'Voriger Aufruf'],
    [['→', '←'], 'Gleiche Fehler auf- und zuklappen'],
    [['Enter'], 'Den Aufruf erklären'],
    [['f'], 'Zur Abhilfe'],
    [['c'], 'Den Aufruf oder die Gruppe als Markdown kopieren'],
    [['/'], 'Filtern'],
    [['s'], 'Server'],
    [['?'], 'Diese Hilfe'],
    [['Esc'], 'Schließen, oder den Filter leeren'],
  ],
  filterHelp: [
    ['is:blocked', 'mit diesem Urteil: blocked, undecided, failed, allowed, opaque, pending'],
    ['-is:allowed', 'alle anderen'],
    ['server:api.example', 'an diesen Server; origin: für die Herkunft'],
    ['method:PUT,PATCH', 'mit einer dieser Methoden'],
    ['cause:allow-headers', 'aus dieser Ursache blockiert oder gescheitert'],
    ['status:4xx', 'so beantwortet, auch der Preflight; status:none ohne Antwort'],
    ['has:preflight', 'mit Preflight; has:redirect, has:note'],
    ['type:fetch', 'so gemacht: fetch, image, script, font …'],
    ['"GET http"', 'mit diesem Text'],
  ],
  copiedCalls: (count) => `${many(count, 'Aufruf', 'Aufrufe')} als Markdown`,
  nothingToCopy: 'kein Aufruf ist gewählt',
};

import type { Trouble } from '../../link/messages.ts';
import { numbersOf } from '../numbers.ts';
import type { SummaryNumbers } from '../ui.ts';
import type { UiWords } from '../words.ts';
import { listWords } from './list.ts';

const { number, many, duration } = numbersOf('de');

const summary = (n: SummaryNumbers): string => {
  if (n.calls === 0) return 'Noch keine Cross-Origin-Aufrufe';
  const parts = [many(n.calls, 'Aufruf', 'Aufrufe'), many(n.servers, 'Server', 'Server')];
  if (n.blocked > 0) {
    parts.push(`${number(n.blocked)} blockiert aus ${many(n.reasons, 'Grund', 'Gründen')}`);
  } else if (n.waiting === 0) parts.push('keiner blockiert');
  if (n.failed > 0) parts.push(`${number(n.failed)} gescheitert, nicht an CORS`);
  if (n.undecided > 0) parts.push(`${number(n.undecided)} offen`);
  if (n.waiting > 0) parts.push('wird noch gezählt');
  if (n.shown !== n.calls) parts.push(`${number(n.shown)} gezeigt`);
  return parts.join(', ');
};

const troubleWhy: Record<Trouble['code'], string> = {
  'worker-lost': 'der Browser den lauschenden Teil der Erweiterung beendet hat und dieser nicht zurückkam',
  'extension-reloaded': 'die Erweiterung aktualisiert oder neu geladen wurde',
  'host-permission-missing': 'die Erweiterung den Verkehr dieser Website nicht lesen darf',
  'version-mismatch': 'zwei Versionen der Erweiterung zugleich laufen',
  'internal-error': 'CORS Lens selbst versagt hat',
};

const REOPEN = 'Die DevTools schließen und wieder öffnen, dann die Seite neu laden.';
const troubleDo: Record<Trouble['code'], string> = {
  'worker-lost': REOPEN,
  'extension-reloaded': REOPEN,
  'host-permission-missing':
    'Das hier erlauben, oder in den Einstellungen des Browsers zu der Erweiterung. Dann die Seite neu laden.',
  'version-mismatch': 'Die DevTools in jedem Tab schließen und wieder öffnen.',
  'internal-error': 'Die DevTools schließen und wieder öffnen. Geschieht es zweimal, bitte mit dem Text unten melden.',
};

export const uiWords: UiWords = {
  ...listWords,
  title: 'CORS Lens',
  toolbar: 'Aufzeichnung und Filter',
  record: 'Zeichnet auf',
  recordTitle: 'Aufzeichnung anhalten',
  paused: 'Angehalten',
  pausedTitle: 'Weiter aufzeichnen',
  clear: 'Leeren',
  clearTitle: 'Alle aufgezeichneten Aufrufe vergessen',
  keep: 'Log behalten',
  keepTitle: 'Aufrufe früherer Seiten behalten, wenn der Tab weiternavigiert',
  filter: 'Nach URL, Methode, Origin … filtern',
  filterLabel: 'Aufrufe filtern',
  filterTitle: 'Die Taste / führt hierher. Felder werden beim Tippen angeboten; ? erklärt sie alle.',
  onlyBlocked: 'Nur blockierte',
  onlyBlockedTitle: 'Nur Aufrufe zeigen, die CORS blockiert hat oder vielleicht blockiert hat',
  copyAs: 'Kopieren als',
  copyShown: 'Gezeigte Aufrufe kopieren als',
  markdown: 'Markdown',
  json: 'JSON',
  har: 'HAR',
  text: 'Text',
  copyShownTitle: (format) => `Die gezeigten Aufrufe als ${format} kopieren. Geheimnisse werden entfernt.`,
  copyCall: 'Diesen Aufruf kopieren als',
  copyCallTitle: (format) => `Diesen Aufruf als ${format} kopieren`,
  includeSecrets: 'Mit Geheimnissen',
  includeSecretsTitle: 'Cookies, Tokens und Passwörter im Kopierten und in den curl-Zeilen belassen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copiedWhat: (what) => `Kopiert: ${what}`,
  copyFailed: (why) => `Nicht kopiert: ${why}`,
  clipboardRefused: 'der Browser hat den Zugriff auf die Zwischenablage nicht erlaubt',
  summary,
  dropped: (count, limit) =>
    `${many(count, 'älterer Aufruf wurde', 'ältere Aufrufe wurden')} verworfen: Das Log behält ${number(limit)}.`,

  list: 'Cross-Origin-Aufrufe',
  columns: {
    verdict: 'Urteil',
    method: 'Methode',
    url: 'URL',
    origin: 'Von',
    cause: 'Grund',
    preflight: 'Preflight',
    status: 'Status',
    type: 'Art',
    duration: 'Dauer',
    time: 'Zeit',
  },
  preflight: {
    sent: 'gesendet',
    failed: 'gescheitert',
    cached: 'im Cache',
    'not-needed': 'nicht nötig',
    waiting: 'wartet',
    unknown: 'unbekannt',
  },
  preflightTitle: (words) => `Preflight: ${words}`,
  navigation: (url) => `Seite geladen: ${url}`,
  noStatus: '–',
  pending: 'läuft noch',
  unknown: 'unbekannt',
  redirects: (count) => many(count, 'Weiterleitung', 'Weiterleitungen'),

  loading: 'Verbindung zur Aufzeichnung wird hergestellt …',
  silentTitle: 'Die Aufzeichnung antwortet nicht',
  silentWhy:
    'Der Tab hat den Teil von CORS Lens gefragt, der aufzeichnet, und binnen 2 Sekunden kam nichts zurück. Er wurde noch einmal gefragt.',
  silentDo: 'Die DevTools schließen und wieder öffnen. Wurde die Erweiterung gerade aktualisiert, dann in jedem Tab.',
  emptyTitle: 'Noch keine Cross-Origin-Aufrufe aufgezeichnet',
  emptyDo: 'Die Seite bei geöffneten DevTools neu laden, oder tun, was scheitert.',
  emptyWhy:
    'Aufgezeichnet wird von dem Moment an, in dem sich die DevTools öffnen. Aufrufe des eigenen Origins der Seite stehen nicht in der Liste: Für sie gilt CORS nicht.',
  emptyPausedTitle: 'Die Aufzeichnung ist angehalten',
  emptyPausedDo: 'Mit „Angehalten“ geht es weiter; dann die Seite neu laden.',
  noMatchTitle: 'Kein Aufruf passt',
  noMatchDo: (count) => `${many(count, 'Aufruf ist', 'Aufrufe sind')} vom Filter verborgen.`,
  showAll: 'Alle zeigen',
  reasonsOfBlocking: 'Warum Aufrufe blockiert sind',
  moreReasons: (count) => `und ${many(count, 'weiterer Grund', 'weitere Gründe')}`,
  calls: (count) => many(count, 'Aufruf', 'Aufrufe'),
  nothingSelected: 'Einen Aufruf wählen, um zu sehen, warum er so ausging.',
  nothingBlocked: 'Kein Aufruf wurde durch CORS blockiert.',
  keys: 'Tasten: Pfeile oder j und k zum Bewegen, Enter zum Öffnen, / zum Filtern, Escape zum Schließen, ? für alle.',
  pausedBanner: 'Die Aufzeichnung ist angehalten. Neue Aufrufe werden nicht aufgezeichnet.',
  resume: 'Weiter aufzeichnen',
  troubleTitle: (time, code) =>
    code === 'internal-error'
      ? `Seit ${time} können Aufrufe fehlen oder unvollständig sein`
      : `Die Aufzeichnung endete um ${time}`,
  troubleWhy: (code) => `weil ${troubleWhy[code]}.`,
  troubleDo: (code) => troubleDo[code],
  grantAccess: 'Zugriff erlauben …',
  grantTitle: 'CORS Lens den Verkehr aller Websites lesen lassen',
  grantWhy:
    'Es zeigt die Header von Aufrufen zwischen Websites, und ein Browser zeigt sie einer Erweiterung nur bei Websites, auf die sie zugreifen darf. Bei Tabs mit geschlossenen DevTools wird nichts aufgezeichnet, und nichts verlässt diesen Rechner.',
  grantButton: 'Erlauben',
  grantDone: 'Erlaubt. Nun zurück zur untersuchten Seite und sie neu laden; dieser Tab kann geschlossen werden.',
  grantRefused: 'Nicht erlaubt. Bis dahin sieht CORS Lens keine Aufrufe.',
  internalError: (detail) => `Ein Aufruf war wegen eines Fehlers in CORS Lens nicht zu beurteilen: ${detail}`,
  partFailed: (detail) => `Dieser Teil war wegen eines Fehlers in CORS Lens nicht darzustellen: ${detail}`,

  detail: 'Gewählter Aufruf',
  divider: 'Breite der Liste',
  back: 'Zurück zur Liste',
  close: 'Schließen',
  lead: (count, failed) =>
    count === 1
      ? `Der eine ${failed ? 'gescheiterte' : 'blockierte'} Aufruf`
      : `${number(count)} Aufrufe aus diesem einen Grund ${failed ? 'gescheitert' : 'blockiert'}; dies ist der erste`,
  leadShow: 'Grund und Lösung zeigen',
  typeOf: (type) => (type === 'xmlhttprequest' ? 'fetch oder XHR' : type),
  inMessage: {
    'preflight-request': 'im Preflight',
    'preflight-response': 'in der Antwort auf den Preflight',
    request: 'in der Anfrage',
    response: 'in der Antwort',
  },
  rootTitle: 'Zuerst hier nachsehen',
  nearMissTitle: 'Der Unterschied',
  alsoWrong: 'Ebenfalls falsch, und als Nächstes im Weg, wenn das behoben ist',
  got: 'Bekommen',
  want: 'Erwartet',
  nothing: '(nichts)',
  absent: 'nicht gesendet',
  fixTitle: 'Die Lösung',
  fixPreflight: 'In der Antwort auf den Preflight (OPTIONS)',
  fixActual: 'In der Antwort auf den Aufruf selbst',
  statusLine: (status, was) => `Status ${status} (war ${was})`,
  proven: 'Bewiesen: Dieselben Schritte, mit diesen Änderungen noch einmal ausgeführt, lassen diesen Aufruf durch.',
  notProven: 'Nicht bewiesen: Mit diesen Änderungen noch einmal ausgeführt, gingen nicht alle Schritte gut aus.',
  assumed: {
    'actual-response':
      'Angenommen: Die Antwort auf den Aufruf selbst war nie zu sehen, ihre Header sind darum geraten.',
    credentials: 'Angenommen: Ob der Aufruf Credentials mitschickt, war nicht zu sehen.',
  },
  hygiene: 'Gute Praxis, für diesen Aufruf nicht nötig',
  recipes: 'Konfiguration für',
  recipeMany: (server) => `Geschrieben für diesen einen Aufruf von ${server}. Andere Aufrufe brauchen vielleicht mehr.`,
  recipeFile: 'Wohin',
  recipeReload: 'Danach',
  recipeRestart: 'Danach die Anwendung neu starten.',
  recipeGroups: {
    any: 'Jeder Server',
    'web-server': 'Webserver und Proxys',
    node: 'Node.js',
    python: 'Python',
    'more-languages': 'Weitere Sprachen',
    cloud: 'Cloud und Speicher',
  },
  recipeProof: {
    run: 'Unsere Tests starten den echten Server mit diesem Text und rufen ihn aus einem echten Browser auf.',
    'no-server': null,
    'not-run-service':
      'Nicht von unseren Tests ausgeführt: Es gibt ihn nur als Dienst. Nach seiner Dokumentation geschrieben.',
    'not-run-package':
      'Nicht von unseren Tests ausgeführt: Dort, wo sie laufen, lässt er sich nicht installieren. Nach seiner Dokumentation geschrieben.',
  },
  recipeFailed: 'Für diesen Aufruf lässt sich keine sichere Konfiguration schreiben:',
  stepsTitle: 'Was der Browser geprüft hat',
  hop: (index, url) => `Anfrage ${index}: ${url}`,
  stepState: {
    passed: 'bestanden',
    failed: 'gescheitert',
    'not-reached': 'nicht erreicht',
    unknown: 'unbekannt',
    'not-needed': 'nicht nötig',
  },
  deviates: 'Browser weichen hier vom Standard ab',
  spec: 'Fetch Standard',
  reasonsTitle: 'Warum ein Preflight gesendet wurde',
  reasonsNeeded: 'Warum ein Preflight nötig ist',
  noPreflight: {
    simple: 'Kein Preflight: Der Aufruf ist einfach.',
  },
  messagesTitle: 'Was gesendet wurde',
  preflightCard: 'Preflight',
  actualCard: 'Der Aufruf',
  redirectCard: (index) => `Nach Weiterleitung ${index}`,
  requestHeaders: 'Anfrage-Header',
  responseHeaders: 'Antwort-Header',
  headersUnseen: 'Die Header waren nicht zu sehen.',
  noResponse: 'Eine Antwort war nicht zu sehen.',
  neverSent: 'Nie gesendet: Der Preflight ging nicht gut aus.',
  waitingResponse: 'Noch keine Antwort.',
  fromCache: 'aus dem Cache des Browsers',
  redirectTo: 'weitergeleitet',
  pairedByOrder: 'Mehrere gleiche Aufrufe warteten auf einen Preflight; dieser wurde nach der Reihenfolge zugeordnet.',
  seenByPage: 'Eine andere Erweiterung hat diese Header geändert, bevor die Seite sie bekam. Die Seite bekam:',
  decidesFailed: 'entscheidet: gescheitert',
  decidesPassed: 'entscheidet: bestanden',
  moreHeaders: (count) => `${many(count, 'weiteren Header', 'weitere Header')} zeigen`,
  fewerHeaders: 'Weniger zeigen',
  moreText: (count) => `Alle ${number(count)} Zeichen zeigen`,
  knownTitle: 'Woher wir das wissen',
  certainty: 'Urteil',
  origin: 'Origin',
  mode: 'Modus',
  credentials: 'Credentials',
  credentialsValue: (included) => (included ? 'mitgeschickt' : 'nicht mitgeschickt'),
  from: { seen: 'gesehen', inferred: 'erschlossen', unknown: 'unbekannt' },
  sure: { observed: 'beobachtet', derived: 'hergeleitet', depends: 'kommt darauf an' },
  anonymous: '(anonym)',
  unknownWords: 'war nicht zu sehen',
  readings: (withCredentials, without) => `Mit Credentials: ${withCredentials}. Ohne: ${without}.`,
  browserCode: (browser) => `In ${browser} heißt das`,
  browserNames: { chromium: 'Chromium', firefox: 'Firefox' },
  type: 'Art',
  page: 'Seite',
  duration: 'Dauer',
  callSite: 'Aufgerufen von',
  worker: 'Von einem Worker: diesem Tab über seinen Origin zugeordnet.',
  partial: 'Die Aufzeichnung begann mitten in diesem Aufruf; sein Anfang war nicht zu sehen.',
  browserText: 'Text des Browsers',
  notesTitle: 'Hinweise',
  readableTitle: 'Was das Skript lesen kann',
  readable: 'Lesbare Header',
  hidden: 'Dem Skript verborgen',
  readableDepends: 'Lesbar, wenn der Aufruf keine Credentials mitschickte',
  none: 'keine',
  learn: 'CORS verstehen',
  learnTitle: 'Wie CORS funktioniert: jede Regel, und jede Art, wie sie scheitert',
  learnMore: 'Mehr dazu',
  learnBack: 'Zurück',
  learnContents: 'Inhalt',
  milliseconds: duration,
};

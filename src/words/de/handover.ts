import { numbersOf } from '../numbers.ts';
import type { HandoverWords } from '../words.ts';

const { number, many } = numbersOf('de');

export const handoverWords: HandoverWords = {
  button: 'Weitergeben …',
  buttonTitle: 'Sehen, was kopiert oder gespeichert wird, und die Form wählen',
  title: 'Weitergeben',
  close: 'Schließen',
  what: 'Aufrufe',
  scopes: {
    call: 'Dieser Aufruf',
    group: (count) => `${number(count)} Aufrufe mit dieser Ursache`,
    all: (count) => (count === 1 ? 'Der eine gezeigte' : `Alle ${number(count)} gezeigten`),
  },
  format: 'Form',
  formats: {
    markdown: 'Markdown',
    text: 'Reiner Text',
    json: 'JSON',
    har: 'HAR',
  },
  formatUse: {
    markdown: 'Für ein Issue oder einen Chat.',
    text: 'Für eine Mail oder ein Terminal.',
    json: 'Für Werkzeuge, und um es hier wieder zu öffnen. Es enthält die ganze Aufzeichnung dieser Aufrufe.',
    har: 'Für die Netzwerkanalyse jedes Browsers. Es enthält keine Erklärungen und keine Inhalte.',
  },
  includeSecrets: 'Mit Geheimnissen',
  secretsWarning: 'In diesem Text stehen Cookies, Tokens und Passwörter. Wer ihn liest, kann sie benutzen.',
  removed: (what) =>
    what.length === 0
      ? 'In diesen Aufrufen wurden keine Geheimnisse gefunden.'
      : `Durch [redacted] ersetzt: ${what.map(({ what, count }) => (what === 'url' ? many(count, 'Adresse', 'Adressen') : `${number(count)} × ${what}`)).join(', ')}.`,
  preview: 'Genau dieser Text',
  previewCut: (shown, all) =>
    `Gezeigt werden die ersten ${number(shown)} von ${number(all)} Zeichen; kopiert und gespeichert werden alle.`,
  copy: 'Kopieren',
  save: 'Als Datei speichern',
  saved: (name) => `Gespeichert: ${name}`,

  open: 'Öffnen …',
  openTitle:
    'Eine gespeicherte Aufzeichnung öffnen: einen JSON-Bericht von CORS Lens oder ein HAR aus Chrome oder Firefox. Die Datei hierher zu ziehen tut dasselbe.',
  dropHere: 'Die Aufzeichnung hier ablegen',
  opened: (name) => `Geöffnet aus ${name}: keine laufende Aufzeichnung.`,
  openedBy: (writer) => `Geschrieben von ${writer}.`,
  emptyFile: 'Diese Datei enthält keine Aufrufe an andere Ursprünge',
  backToLive: 'Zurück zur laufenden Aufzeichnung',
  lacksTitle: 'Was diese Datei nicht enthält',
  lacks: {
    endings:
      'Firefox schreibt weder Fehlertexte noch, ob die Seite eine Antwort bekam. Wo die Header allein es offen lassen, bleibt ein Aufruf unentschieden.',
    cookies:
      'Keine Cookies und keine Authorization-Header. Ein Browser lässt sie weg, wenn nicht „mit sensiblen Daten“ gewählt wird; ob Aufrufe Anmeldedaten mitschickten, ist daher oft unbekannt.',
    'credentials-witness': 'Den Modus und den Credentials-Modus von Aufrufen, soweit Header sie nicht verraten.',
    frames: 'Welcher Frame oder Worker einen Aufruf machte.',
    'resource-types': 'Welcher Art ein Aufruf war, über das hinaus, was Sec-Fetch-Dest sagt.',
    'provisional-headers': 'Die Anfrage-Header, wie sie gesendet wurden (Worker, Antworten aus dem Cache).',
    'stored-answers': 'Die gespeicherten Antworten, die ein 304 bestätigte.',
    'never-sent': 'Warum der Browser manche Anfragen gar nicht sendete. Sie stehen nicht in der Liste.',
    'unreadable-entries': 'Einträge, die kein HAR 1.2 sind. Sie stehen nicht in der Liste.',
    redacted: 'Geheimnisse: Sie wurden beim Speichern des Berichts entfernt.',
  },
  lackCount: (count) => many(count, 'Anfrage', 'Anfragen'),
  bad: {
    'not-json': 'ist kein JSON, also weder ein Bericht noch ein HAR.',
    'not-a-recording': 'ist JSON, aber weder ein Bericht von CORS Lens noch ein HAR.',
    'newer-report': 'ist ein Bericht in einer neueren Version, als dieses CORS Lens lesen kann.',
    'report-without-recording':
      'ist ein Bericht aus der Zeit, als Berichte die Aufzeichnung noch nicht enthielten. Nur sein Text ist lesbar.',
    'har-of-unknown-browser': 'ist ein HAR, aber keines, das Chrome oder Firefox aufgezeichnet hat.',
    malformed: 'ist beschädigt: Etwas ist nicht so, wie es sein muss.',
  },
  badFile: (name, why) => `Nicht geöffnet: ${name} ${why}`,
  badDetail: (detail) => `Gefunden: ${detail}`,
  unreadableFile: 'konnte nicht gelesen werden.',
  nothingLost: 'Alles hier Gezeigte ist noch, wie es war.',
  dismiss: 'Ausblenden',

  reproduceTitle: 'Außerhalb der Seite wiederholen',
  reproduceWith: 'Mit',
  reproductions: {
    posix: 'curl (sh, bash, zsh)',
    powershell: 'curl (PowerShell)',
    cmd: 'curl (Windows cmd)',
    fetch: 'fetch() in einer Konsole',
    http: '.http-Datei',
  },
  reproducePreflight: 'Der Preflight',
  reproduceActual: 'Der Aufruf',
  leftOut: (names) => `Weggelassen, weil es sich dort nicht Byte für Byte schreiben lässt: ${names}.`,
  limits: {
    posix:
      'curl setzt kein CORS durch: Es zeigt, was der Server sagt; dass es dort geht, beweist für einen Browser nichts. Inhalte werden nicht aufgezeichnet.',
    powershell:
      'curl setzt kein CORS durch: Es zeigt, was der Server sagt; dass es dort geht, beweist für einen Browser nichts. Inhalte werden nicht aufgezeichnet.',
    cmd: 'Für die Eingabeaufforderung, nicht für eine Batch-Datei. curl setzt kein CORS durch: Dass es dort geht, beweist für einen Browser nichts. Inhalte werden nicht aufgezeichnet.',
    fetch:
      'In der Konsole einer Seite desselben Ursprungs ausführen: Dort setzt der Browser CORS durch, macht den Preflight selbst und setzt Origin und Cookies. Inhalte werden nicht aufgezeichnet.',
    http: 'Der HTTP-Client eines Editors setzt kein CORS durch: Er zeigt, was der Server sagt. Inhalte werden nicht aufgezeichnet.',
  },
};

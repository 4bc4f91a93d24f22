import { numbersOf } from '../numbers.ts';
import { lower } from '../quote.ts';
import type { SentenceWords, ShortWords } from '../words.ts';

const { number } = numbersOf('de');

export const sentences: SentenceWords = {
  theCall: (method, url) => `Der ${method}-Aufruf von ${url}`,
  blockedBare: (call) => `${call} wurde vom Browser blockiert.`,
  failedBare: (call) => `${call} ist gescheitert, und CORS ist nicht der Grund.`,
  lookalike: ({ call, duringPreflight, words: { because, turn }, evidence }) => {
    const during = duringPreflight ? ' schon beim Preflight (OPTIONS)' : '';
    const proof = evidence === null ? '' : ` Der Beleg: ${evidence}.`;
    return `${call} ist${during} gescheitert, weil ${because}. Mit CORS-Headern hat das nichts zu tun.${proof} ${turn}`;
  },
  outcomes: {
    allowed: 'ist er erlaubt',
    blocked: 'ist er durch CORS blockiert',
    failed: 'ist er aus einem anderen Grund als CORS gescheitert',
    opaque: 'bekommt das Skript wie verlangt eine Antwort, die es nicht lesen kann',
    pending: 'läuft er noch',
    undecided: 'lässt es sich nicht sagen',
  },
  unseen: (call, cause) => {
    const why = cause === null ? '' : ` Falls ja, dann aus diesem Grund: ${cause}`;
    return `Es ist nicht zu sehen, ob ${lower(call)} blockiert wurde.${why} Die Konsole der Seite sagt es; die Seite bei geöffneten DevTools neu laden, um ihn ganz aufzuzeichnen.`;
  },
  notFollowed: (call) =>
    `${call} wurde mit einer Weiterleitung beantwortet, die alle CORS-Schritte besteht, und das Skript wollte ihr nicht folgen lassen. Mit \`redirect: "error"\` schlägt der Aufruf fehl; mit \`redirect: "manual"\` erhält das Skript eine Antwort, die es nicht lesen kann. Welches von beiden es war, ist von außen nicht zu sehen. Um das Ziel zu erreichen, den Browser folgen lassen oder die endgültige URL aufrufen.`,
  undecided: (call, included, leftOut, cause) => {
    const reason = cause === null ? '' : ` Der Grund wäre dieser: ${cause}`;
    return `Wie ${lower(call)} ausging, hängt von etwas ab, das nicht zu sehen ist: ob er Credentials (Cookies) mitgeschickt hat. Wenn ja, ${included}; wenn nein, ${leftOut}.${reason} Zur Entscheidung mit dem Zeugen in der Seite neu laden oder den Aufruf im Code der Seite ansehen (\`credentials: "include"\` oder \`withCredentials\`).`;
  },
  websocketTurn:
    'Ein WebSocket öffnet sich, wenn sein Server den Handshake mit Status 101 beantwortet. Zu klären ist, was dieser antwortet, und ob er selbst den Origin der Seite abweist.',
  websocket: (server) => `${server} wurde über WebSocket erreicht, und das unterliegt nicht CORS.`,
  navigation: (call) => `${call} ist eine Navigation, und die unterliegt nicht CORS.`,
  allowed: ({ server, method, status, redirects, by }) => {
    const withStatus = status === null ? '' : ` (Status ${status})`;
    const after =
      redirects < 1 ? '' : ` nach ${redirects === 1 ? 'einer Weiterleitung' : `${redirects} Weiterleitungen`}`;
    const because = by === null ? '' : `: Er hat ${by} gesendet`;
    const call = method === null ? 'den Aufruf' : `den ${method}-Aufruf`;
    return `${server} lässt die Seite seine Antwort auf ${call}${withStatus}${after} lesen${because}.`;
  },
  preflight: {
    sent: 'Auch der Preflight (OPTIONS) ging gut aus.',
    cached: 'Es wurde kein Preflight gesendet: Eine frühere Antwort darauf lag noch im Cache.',
    simple: 'Ein Preflight war nicht nötig.',
    unseen: 'Ein Preflight war nicht zu sehen.',
  },
  cachedBy: (remaining, lifetime) =>
    `Jene Antwort gilt ${number(lifetime)} s lang und galt bei diesem Aufruf noch ${number(remaining)} s.`,
  cachedBefore: 'Sie stammt aus der Zeit vor der Aufzeichnung.',
  outdated:
    'Seither hat der Server Preflights anders beantwortet: Das Gemerkte verdeckt eine geänderte Konfiguration. Den Cache leeren, um die neue am Werk zu sehen.',
  otherReading: (without, other) =>
    without
      ? `Ob der Aufruf Credentials mitschickt, ist nicht zu sehen. Tut er es nicht, scheitert zuerst etwas anderes: ${other}`
      : `Ob der Aufruf Credentials mitschickt, ist nicht zu sehen. Tut er es, scheitert zuerst etwas anderes: ${other}`,
  errorStatus: 'Der Fehlerstatus stammt vom Server selbst und hat mit CORS nichts zu tun.',
  opaque: (call) =>
    `${call} geschah im Modus no-cors: Er wurde gesendet und beantwortet, aber das Skript darf wie verlangt weder Status noch Inhalt lesen. Muss das Skript die Antwort lesen, muss der Aufruf im Modus cors geschehen und der Server den Origin der Seite erlauben.`,
  opaqueRedirect: (call) =>
    `${call} wurde mit einer Weiterleitung beantwortet, und das Skript hatte verlangt, ihr nicht zu folgen (\`redirect: "manual"\`): Es bekommt eine Antwort, an der es weder den Status lesen kann noch wohin sie führt. Um das Ziel zu erreichen, den Browser folgen lassen oder gleich die endgültige URL aufrufen.`,
  pending: (call, waitsFor) => {
    const what = {
      rest: 'den Rest der Antwort',
      preflight: 'die Antwort auf den Preflight (OPTIONS)',
      answer: 'die Antwort',
    }[waitsFor];
    return `${call} läuft noch: Der Browser wartet auf ${what}.`;
  },
};

export const short: ShortWords = {
  blocked: 'Vom Browser blockiert',
  failed: 'Gescheitert, nicht an CORS',
  unseenEnd: 'Sein Ende ist nicht zu sehen',
  undecided: 'Hängt von unsichtbaren Credentials ab',
  notSubject: 'Unterliegt nicht CORS',
  passed: 'Durchgelassen',
  everybody: 'Alle sind erlaubt (*)',
  thisOrigin: 'Dieser Origin ist erlaubt',
  opaque: 'no-cors: unlesbar, wie verlangt',
  opaqueRedirect: 'Weiterleitung wie verlangt nicht befolgt',
  waitingPreflight: 'Wartet auf den Preflight',
  waitingAnswer: 'Wartet auf die Antwort',
};

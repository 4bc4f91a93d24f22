import { isRefusal } from '../fault-values.ts';
import { code, shown } from '../quote.ts';
import type { Words } from '../words.ts';

const inBrackets = (detail: string | null): string => (detail === null ? '' : ` (${shown(detail)})`);

export const roots: Words['roots'] = {
  'server-failed': {
    title: (detail) => `${isRefusal(detail) ? 'Fehlerstatus' : 'Serverfehler'}${inBrackets(detail)}`,
    lead: (detail) =>
      `Der Server hat einen Fehler gemeldet${inBrackets(detail)}, und die Fehlerantwort trägt keine CORS-Header. Zuerst den Fehler beheben.`,
    more: 'Der Browser gibt CORS nur deshalb die Schuld, weil Fehlerseiten oft an dem Teil des Servers vorbeigehen, der die Header hinzufügt. Das Log des Servers lesen; dann dafür sorgen, dass auch Fehler die Header tragen, damit das Skript sie lesen kann.',
  },
  'authentication-before-cors': {
    title: (detail) =>
      `${detail === '403' ? 'OPTIONS wird abgelehnt' : 'OPTIONS verlangt eine Anmeldung'}${inBrackets(detail)}`,
    lead: (detail) =>
      detail === '403'
        ? 'Der Server hat den Preflight abgelehnt (403): Entweder verlangt er eine Anmeldung, bevor er auf CORS achtet, und ein Preflight trägt niemals Credentials, oder auf seiner eigenen Liste fehlt dieser Origin, diese Methode oder dieser Header.'
        : `Der Server verlangt eine Anmeldung, bevor er auf CORS achtet: Er hat den Preflight abgelehnt${inBrackets(detail)}, der niemals Credentials trägt.`,
    more: 'OPTIONS-Anfragen vor der Anmeldung durchlassen: die CORS-Behandlung davorsetzen. Antwortet diese selbst mit 403, wie die von Spring, gehören der Origin, die Methode und die Header auf ihre Liste.',
  },
  'options-not-routed': {
    title: (detail) => `OPTIONS hat keine Route${inBrackets(detail)}`,
    lead: (detail) =>
      `Der Server kennt unter dieser URL kein OPTIONS${inBrackets(detail)}, also beantwortet niemand den Preflight.`,
    more: 'Eine Route für OPTIONS anlegen oder die CORS-Behandlung des Frameworks für diesen Pfad einschalten, und den Pfad selbst prüfen.',
  },
  'redirect-in-front': {
    title: () => 'Eine Weiterleitung kommt zuerst',
    lead: (detail) =>
      `Vor der API steht eine Weiterleitung${detail === null ? '' : ` auf ${code(detail)}`}. Am besten gleich die endgültige URL aufrufen.`,
    more: 'Meist wird http auf https weitergeleitet, oder in der aufgerufenen URL fehlt ein Schrägstrich am Ende, oder es ist einer zu viel.',
  },
  'redirect-to-login': {
    title: () => 'Weiterleitung zur Anmeldeseite',
    lead: (detail) =>
      `Der Server hat den Aufruf auf etwas weitergeleitet, das wie eine Anmeldeseite aussieht${detail === null ? '' : ` (${code(detail)})`}. Die Sitzung ist wahrscheinlich abgelaufen.`,
    more: 'Neu anmelden. Eine API sollte mit 401 antworten statt mit einer Weiterleitung, damit das Skript es merken kann.',
  },
  'two-layers': {
    title: null,
    lead: () => 'Zwei Teile des Servers fügen beide den Header hinzu, zum Beispiel die Anwendung und ein Proxy davor.',
    more: 'Nur einer von beiden soll es tun; im anderen CORS abschalten oder den Proxy den Header ersetzen lassen.',
  },
  'only-preflight-configured': {
    title: null,
    lead: () => 'Die Antwort auf den Preflight trägt die CORS-Header, die Antwort auf den Aufruf selbst nicht.',
    more: 'Beide müssen es: Der Code, der OPTIONS beantwortet, ist oft ein anderer als der, der den Aufruf beantwortet.',
  },
  'only-actual-configured': {
    title: null,
    lead: () => 'Andere Antworten dieses Servers tragen CORS-Header, die Antwort auf den Preflight (OPTIONS) nicht.',
    more: 'Beide müssen es: OPTIONS erreicht oft nicht den Code, der die Header hinzufügt.',
  },
  'origin-became-null': {
    title: () => 'Der Origin ist null',
    lead: (detail) =>
      `Der Aufruf hat den Origin \`null\`${detail === null ? '' : ` (${shown(detail)})`}: Er kommt aus einem Frame mit Sandbox oder von einer Seite mit file: oder data:, oder er wurde von einem fremden Origin auf einen anderen weitergeleitet.`,
    more: '`null` nicht erlauben: Jede Website kann solche Aufrufe machen. Dem Frame oder der Seite einen echten Origin geben oder die endgültige URL direkt aufrufen.',
  },
  'cached-for-someone-else': {
    title: () => 'Antwort aus dem Cache',
    lead: () => 'Die Antwort kam aus einem Cache: Sie war wohl für einen Aufruf mit anderem oder ohne Origin bestimmt.',
    more: 'Mit abgeschaltetem Cache noch einmal fragen: Geht das durch, war es so. Dann muss der Server mit jeder Antwort `Vary: Origin` senden, damit Caches sie auseinanderhalten. Bis dahin den Cache leeren.',
  },
  'too-large': {
    title: (detail) => `Anfrage ist zu groß${inBrackets(detail)}`,
    lead: (detail) =>
      `Die Anfrage war dem Server zu groß${inBrackets(detail)}, und diese Ablehnung trägt keine CORS-Header.`,
    more: 'Die Grenze anheben, die oft zu einem Proxy davor gehört (nginx: client_max_body_size), oder weniger senden.',
  },
  'rate-limited': {
    title: (detail) => `Zu viele Anfragen${inBrackets(detail)}`,
    lead: (detail) =>
      `Der Server hat zu viele Anfragen bekommen${inBrackets(detail)}, und diese Ablehnung trägt keine CORS-Header.`,
    more: 'Warten und seltener aufrufen; die Begrenzung sollte ebenfalls die CORS-Header hinzufügen.',
  },
  'gateway-failed': {
    title: (detail) => `Fehler im Gateway${inBrackets(detail)}`,
    lead: (detail) =>
      `Das Gateway vor dem Server hat einen Fehler gemeldet${inBrackets(detail)}: Die Anwendung hat ihm nicht geantwortet. Zuerst das beheben.`,
    more: 'Die Fehlerseite stammt vom Gateway selbst und geht an der Anwendung vorbei, die die CORS-Header hinzufügt. Nachsehen, ob die Anwendung läuft und wie lange sie braucht.',
  },
  'client-sends-cors-header': {
    title: () => 'Die Seite sendet einen CORS-Header',
    lead: (detail) =>
      `Die Seite sendet mit ihrer Anfrage selbst ${detail === null ? 'einen `Access-Control-…`-Header' : code(detail)}. Das ist Sache des Servers; hier bewirkt es nur einen Preflight, der scheitert.`,
    more: 'Den Header im Code der Seite aus der Anfrage entfernen.',
  },
};

import { items, starIsLiteral } from '../fault-values.ts';
import { code, lower, shown } from '../quote.ts';
import type { Told } from '../told.ts';
import type { Words } from '../words.ts';
import { headerLine, listed, received } from './grammar.ts';

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials';

/** What the server has to say. `null` is never asked for: any sandboxed frame of any site has that origin too. */
function mustAllowOrigin({ origin }: Told): string {
  if (origin === null) return `Der Server muss in ${code(ALLOW_ORIGIN)} den Origin der Seite nennen.`;
  if (origin === 'null') {
    return 'Diesen Origin kann kein Server gefahrlos nennen, denn jede Website kann Aufrufe mit dem Origin `null` machen: Der Aufruf braucht einen echten Origin.';
  }
  return `Der Server muss mit ${headerLine(ALLOW_ORIGIN, origin)} antworten, genau so.`;
}

const answered = (told: Told, header: string): string =>
  `${told.server} hat ${told.answered} ${received(header.toLowerCase(), told.fault.got)} beantwortet`;

const star = (told: Told): string =>
  starIsLiteral(told) ? ' In einem Aufruf mit Credentials ist `*` kein Platzhalter: Es steht nur für sich selbst.' : '';

function lacksHeaders(told: Told): string {
  const names = items(told.fault.want);
  const shownNames = names.slice(0, 12).map(code);
  const more = names.length > 12 ? [`${names.length - 12} weitere`] : [];
  const what = names.length === 0 ? 'andere Header' : listed([...shownNames, ...more]);
  return `${answered(told, 'Access-Control-Allow-Headers')}, die Seite will aber ${what} senden.${star(told)} ${told.consequence} Der Server muss ${names.length === 1 ? 'diesen Header' : names.length === 2 ? 'beide' : 'sie alle'} aufführen.`;
}

export const causes: Words['causes'] = {
  'allow-origin-missing': (told) =>
    `${told.server} hat ${told.answered} ohne ${code(ALLOW_ORIGIN)} beantwortet. ${told.consequence} ${mustAllowOrigin(told)}`,
  'allow-origin-multiple': (told) =>
    `${answered(told, ALLOW_ORIGIN)}. Das ist mehr als ein Wert; erlaubt ist genau einer, selbst wenn alle gleich sind. ${told.consequence} ${mustAllowOrigin(told)} Oft fügen die Anwendung und ein Proxy davor den Header beide hinzu.`,
  'allow-origin-invalid': (told) =>
    `${answered(told, ALLOW_ORIGIN)}. Das ist weder ein Origin noch \`*\`. ${told.consequence} ${mustAllowOrigin(told)}`,
  'allow-origin-mismatch': (told) =>
    `${answered(told, ALLOW_ORIGIN)}, aber ${told.originIs}; beide müssen Zeichen für Zeichen gleich sein. ${told.consequence} ${mustAllowOrigin(told)}`,
  'allow-origin-wildcard-credentials': (told) =>
    `${answered(told, ALLOW_ORIGIN)}, der Aufruf schickt aber Credentials (Cookies) mit, und die deckt \`*\` nicht ab. ${told.consequence} ${mustAllowOrigin(told)} Oder die Seite lässt die Credentials weg.`,
  'allow-credentials-missing': (told) =>
    `${told.server} hat ${told.answered} ohne ${code(ALLOW_CREDENTIALS)} beantwortet, der Aufruf schickt aber Credentials (Cookies) mit. ${told.consequence} Der Server muss mit ${code(`${ALLOW_CREDENTIALS}: true`)} antworten, oder die Seite muss die Credentials weglassen.`,
  'allow-credentials-invalid': (told) =>
    `${answered(told, ALLOW_CREDENTIALS)}, es zählt aber nur der genaue Wert \`true\`, kleingeschrieben und nur einmal. ${told.consequence} Der Server muss mit ${code(`${ALLOW_CREDENTIALS}: true`)} antworten.`,
  'preflight-status': (told) =>
    `${told.server} hat den Preflight (OPTIONS) mit dem Status ${shown(told.fault.got ?? 'außerhalb von 200–299')} beantwortet, aber nur 200 bis 299 gelten als Ja. ${told.consequence} Der Server muss OPTIONS mit 204 beantworten.`,
  'preflight-redirect': (told) =>
    `${told.server} hat den Preflight (OPTIONS) mit einer Weiterleitung beantwortet${told.fault.got === null ? '' : ` (${code(told.fault.got)})`}, ein Preflight darf aber nicht weitergeleitet werden. ${told.consequence} Der Server muss OPTIONS unter genau dieser URL beantworten, oder die Seite muss die endgültige URL aufrufen.`,
  'preflight-unanswered': (told) =>
    `${told.server} hat den Preflight (OPTIONS) nicht beantwortet${told.fault.got === null ? '' : `: ${code(told.fault.got)}`}. ${told.consequence} Der Server muss OPTIONS-Anfragen beantworten.`,
  'allow-methods-unparsable': (told) =>
    `${answered(told, 'Access-Control-Allow-Methods')}. Das ist keine durch Kommas getrennte Liste von Methoden. Ein einziger falscher Eintrag lässt den ganzen Preflight scheitern. ${told.consequence} Der Server muss eine saubere Liste senden.`,
  'allow-headers-unparsable': (told) =>
    `${answered(told, 'Access-Control-Allow-Headers')}. Das ist keine durch Kommas getrennte Liste von Header-Namen. Ein einziger falscher Eintrag lässt den ganzen Preflight scheitern. ${told.consequence} Der Server muss eine saubere Liste senden.`,
  'allow-methods-lacks-method': (told) =>
    `${answered(told, 'Access-Control-Allow-Methods')}, die Seite hat aber um ${shown(told.fault.want ?? told.method)} gebeten.${star(told)} ${told.consequence} Der Server muss ${shown(told.fault.want ?? told.method)} aufführen.`,
  'allow-headers-lacks-header': lacksHeaders,
  'redirect-with-userinfo': (told) =>
    `${told.server} hat den Aufruf auf eine URL mit Benutzername oder Passwort weitergeleitet. Einer solchen Weiterleitung folgen Browser bei Cross-Origin-Aufrufen nicht. Der Server muss auf eine URL ohne beides weiterleiten.`,
  'redirect-to-disabled-scheme': (told) =>
    `${told.server} hat den Aufruf auf ${told.fault.got === null ? 'eine URL' : code(told.fault.got)} weitergeleitet, also weder auf http noch auf https. Woandershin dürfen Cross-Origin-Aufrufe nicht gehen. Der Server muss auf eine URL mit http oder https weiterleiten.`,
  'disabled-scheme': (told) =>
    `Die Seite hat ${told.fault.got === null ? 'eine URL' : code(told.fault.got)} aufgerufen, also weder http noch https. Woandershin dürfen Cross-Origin-Aufrufe nicht gehen. Die Seite ist am Zug: Sie muss eine URL mit http oder https aufrufen.`,
  'same-origin-mode': () =>
    'Das Skript hat `mode: "same-origin"` verlangt, und die URL gehört zu einem anderen Origin, darum hat der Browser abgelehnt. Die Seite ist am Zug: den Modus weglassen oder eine URL des eigenen Origins aufrufen.',
  'no-cors-redirect-mode': () =>
    'Das Skript hat `mode: "no-cors"` zusammen mit einer eigenen Behandlung von Weiterleitungen verlangt, was nicht erlaubt ist. Die Seite ist am Zug: `redirect: "follow"` verwenden oder `mode: "cors"`.',
  'local-network-denied': (told) =>
    `${told.server} steht im lokalen Netzwerk oder auf diesem Rechner, und die Seite hat keine Berechtigung, ihn dort aufzurufen. Kein Header ändert das: Der Benutzer muss die Berechtigung für das lokale Netzwerk erteilen.`,
  'local-network-insecure': (told) =>
    `${told.server} steht im lokalen Netzwerk oder auf diesem Rechner, und eine Seite, die nicht über https geladen wurde, darf ihn nicht aufrufen. Die Seite ist am Zug: Sie muss über https ausgeliefert werden.`,
  'invalid-response': (told) =>
    `${told.server} hat etwas gesendet, das der Browser nicht als HTTP-Antwort lesen kann. Der Server muss eine gültige senden, bevor irgendein Header zählt.`,
  'altered-by-extension': (told) =>
    `${told.server} hat Header gesendet, mit denen der Aufruf durchginge, aber eine andere Browser-Erweiterung hat sie geändert, bevor der Browser sie prüfte. Andere Erweiterungen, die Header ändern, abschalten und es noch einmal versuchen.`,
  unexplained: (told) =>
    `Der Browser hat den Aufruf blockiert, doch jeder sichtbare Schritt geht mit dem, was ${lower(told.server)} gesendet hat, gut aus. CORS Lens kann es nicht erklären und rät nicht: Bitte melden, mit einer Kopie dieses Aufrufs.`,
};

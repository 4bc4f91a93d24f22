import type { FixWords } from '../words.ts';

const WHEN_NULL =
  'Kein Header, der eine Seite nennt, kann helfen, denn der Aufruf hat den Origin `null`, den jede Website auch haben kann: `null` niemals erlauben. Dem Aufruf einen echten Origin geben: die Seite über http oder https ausliefern, der Sandbox des Frames `allow-same-origin` hinzufügen, wenn sein Inhalt der eigene ist, oder die endgültige URL direkt aufrufen, statt über Origins hinweg weitergeleitet zu werden. Nur wenn die Antwort öffentlich ist und keine Anmeldung braucht, darf der Server allen mit `Access-Control-Allow-Origin: *` antworten.';

export const notByHeaders: FixWords['notByHeaders'] = {
  undecided:
    'Es wird nichts vorgeschlagen, da nicht sicher ist, dass der Aufruf blockiert wurde. Die Angaben unten sagen, was zur Entscheidung fehlt.',
  pending: 'Der Aufruf läuft noch. Eine Lösung kann genannt werden, wenn er zu Ende ist.',
  'origin-became-null': WHEN_NULL,
  'client-sends-cors-header':
    'Am Server muss zunächst nichts geändert werden: Die Seite muss aufhören, selbst einen `Access-Control-…`-Header zu senden. Das ist Sache des Servers. Im Code der Seite aus der Anfrage entfernen und es noch einmal versuchen.',
  'preflight-unanswered':
    'Header können nicht helfen, solange niemand OPTIONS beantwortet. Herausfinden, warum der Server oder ein Proxy oder eine Firewall davor solche Anfragen verwirft; sie dann mit Status 204 und den CORS-Headern beantworten.',
  'redirect-with-userinfo':
    'Der Server muss auf eine URL ohne Benutzername und Passwort weiterleiten. Kein Header ersetzt das.',
  'redirect-to-disabled-scheme':
    'Der Server muss auf eine URL mit http oder https weiterleiten. Kein Header ersetzt das.',
  'disabled-scheme':
    'Die Seite muss eine URL mit http oder https aufrufen: die Datei von einem lokalen Webserver ausliefern, statt sie von der Festplatte zu öffnen.',
  'same-origin-mode':
    'Die Seite muss ihren Aufruf ändern: `mode: "same-origin"` weglassen. Dann zählen die Header des Servers.',
  'no-cors-redirect-mode':
    'Die Seite muss ihren Aufruf ändern: `redirect: "follow"`, oder `mode: "cors"` mit einem Server, der es erlaubt.',
  'local-network-denied':
    'Der Benutzer muss dieser Seite die Berechtigung für das lokale Netzwerk erteilen, bei der Rückfrage des Browsers oder in den Einstellungen der Website. Kein Header ersetzt sie.',
  'local-network-insecure':
    'Die Seite über https ausliefern; nur dann darf sie um die Berechtigung für das lokale Netzwerk bitten. Kein Header ersetzt das.',
  'invalid-response':
    'Der Server muss zuerst eine gültige HTTP-Antwort senden. Seine rohen Bytes mit der curl-Zeile unten ansehen.',
  'altered-by-extension':
    'Die Header des Servers sind in Ordnung. Andere Erweiterungen, die Header ändern, abschalten oder es in einem frischen Profil versuchen.',
  unexplained: 'CORS Lens weiß nicht, warum der Browser diesen Aufruf blockiert hat, und schlägt darum nichts vor.',
  'too-large': 'Weniger senden oder die Grenze des Servers anheben. Header kommen danach.',
};

export const elseBlocked =
  'Keine Änderung von Headern bringt diesen Aufruf zum Gelingen: Was sich ändern muss, steht oben.';
export const elseFailed =
  'CORS-Header können nicht helfen, da der Aufruf nicht an CORS gescheitert ist. Was helfen kann, steht oben.';

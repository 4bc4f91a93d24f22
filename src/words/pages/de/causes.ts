import type { PageWords } from '../page.ts';

export const causes: PageWords['causes'] = {
  'allow-origin-missing': [
    'Ein Server lässt eine Seite mit anderem Origin seine Antwort lesen, indem er `Access-Control-Allow-Origin` sendet. Fehlt der Header, enthält der Browser dem Skript die Antwort vor, welchen Status sie auch hat. Die Anfrage selbst hat den Server erreicht, es sei denn, sie war ein Preflight.',
    'Zuerst klären, ob es die gemeinte Antwort ist: Fehlerseiten, Gateways und Weiterleitungen haben den Header oft nicht, obwohl die Anwendung ihn hinzufügt. Dann den Server ihn jeder Antwort hinzufügen lassen, auch Fehlern.',
  ],
  'allow-origin-multiple': [
    'Der Header enthält genau einen Wert. Zwei Werte in einer Zeile oder der Header in zwei Zeilen lassen die Prüfung scheitern, selbst wenn beide Werte richtig oder gleich sind.',
    'Nach zwei Teilen suchen, die ihn beide hinzufügen, meist die Anwendung und ein Proxy davor, und es in einem abschalten. Ein Server für mehrere Origins sucht den heraus, der gefragt hat.',
  ],
  'allow-origin-invalid': [
    'Der Wert kann nur ein Origin sein (`https://app.example`), `*` oder `null`. Alles andere, etwa ein Muster, ein Wert in Anführungszeichen, ein Host ohne Schema oder eine nie gefüllte Variable, passt zu keinem Origin.',
    'Den Server den `Origin` der Anfrage mit seiner Liste vergleichen und genau diesen Origin zurücksenden lassen. Browser werten selbst keine Muster aus.',
  ],
  'allow-origin-mismatch': [
    'Der Server erlaubt einen Origin, und die Seite hat einen anderen. Beide werden Zeichen für Zeichen verglichen: Schema, Host und Port zählen, und ein Schrägstrich am Ende genügt als Unterschied.',
    'Den Wert des `Origin`-Headers der Anfrage nehmen und genau so in die Liste des Servers setzen. Hat der Server den richtigen Wert an jemand anderen gesendet, gab ein Cache die falsche Kopie aus: Dann fehlt `Vary: Origin`.',
  ],
  'allow-origin-wildcard-credentials': [
    'Das `*` sagt, dass alle die Antwort lesen dürfen, und gilt darum nicht für einen Aufruf, der Credentials mitschickt: Eine solche Antwort kann einem einzelnen Benutzer gehören.',
    'Entweder nennt der Server den Origin der Seite und fügt `Access-Control-Allow-Credentials: true` hinzu, oder die Seite lässt die Credentials weg (`credentials: "omit"`, kein `withCredentials`), wenn die Antwort für alle gleich ist.',
  ],
  'allow-credentials-missing': [
    'Ein Aufruf mit Credentials braucht ein zweites Ja: Außer dem Origin muss der Server `Access-Control-Allow-Credentials: true` sagen, in der Antwort auf den Preflight und in der Antwort auf den Aufruf selbst.',
    'Den Header beiden Antworten hinzufügen, wenn der Aufruf Cookies oder eine Anmeldung braucht. Braucht er sie nicht, die Seite die Credentials weglassen lassen.',
  ],
  'allow-credentials-invalid': [
    'Es zählt nur der Wert `true`, kleingeschrieben, ein einziges Mal. `True`, `1`, `yes` oder ein leerer Wert sind alle ein Nein.',
    '`Access-Control-Allow-Credentials: true` senden oder den Header weglassen. Einen Wert für Nein gibt es nicht.',
  ],
  'preflight-status': [
    'Die Antwort auf einen Preflight muss einen Status von 200 bis 299 haben. Ein 401, 404 oder 405 ist ein Nein, auch wenn alle Header stimmen, und der Aufruf selbst wird nie gesendet.',
    '`OPTIONS` mit 204 beantworten, vor der Anmeldung und vor dem Routing. Ein 401 oder 403 heißt meist, dass eine Anmeldung davorsteht; ein 404 oder 405, dass keine Route `OPTIONS` annimmt.',
  ],
  'preflight-redirect': [
    'Browser folgen keiner Weiterleitung eines Preflights. Typisch sind Weiterleitungen von http auf https, auf eine Adresse mit oder ohne Schrägstrich am Ende und auf eine Anmeldeseite.',
    'Die Seite die URL aufrufen lassen, zu der die Weiterleitung führt, oder den Server `OPTIONS` unter dieser hier beantworten lassen.',
  ],
  'preflight-unanswered': [
    'Der Browser hat `OPTIONS` gesendet und nichts bekommen: Die Verbindung wurde abgelehnt oder getrennt, oder niemand hat rechtzeitig geantwortet. Ohne ein Ja sendet er den Aufruf nicht. Eine gewöhnliche Anfrage kann dennoch gelingen, denn manche Firewalls, Proxys und kleine Server verwerfen nur `OPTIONS`.',
    'Den Preflight mit curl senden. Hängt oder bricht auch das, alles zwischen dem Browser und der Anwendung ansehen, das `OPTIONS` verwerfen könnte.',
  ],
  'allow-methods-unparsable': [
    'Der Header ist eine Liste von Methoden mit Kommas dazwischen. Ein Eintrag, der keine Methode ist, etwa zwei Wörter mit einem Leerzeichen dazwischen, verdirbt die ganze Liste.',
    'Die Methoden durch Kommas trennen, ohne Anführungszeichen und Klammern.',
  ],
  'allow-headers-unparsable': [
    'Der Header ist eine Liste von Header-Namen mit Kommas dazwischen. Ein Eintrag, der kein Name ist, etwa zwei Namen mit einem Leerzeichen dazwischen, verdirbt die ganze Liste, auch wenn der gebrauchte Name darin steht.',
    'Die Namen durch Kommas trennen, ohne Anführungszeichen und Klammern.',
  ],
  'allow-methods-lacks-method': [
    'Der Preflight hat um eine Methode gebeten, die die Antwort nicht aufführt. GET, HEAD und POST brauchen keinen Eintrag. Groß- und Kleinschreibung zählen: `patch` erlaubt `PATCH` nicht. Ein `*` deckt jede Methode ab, aber nur bei Aufrufen ohne Credentials.',
    'Die Methode in `Access-Control-Allow-Methods` der Antwort auf `OPTIONS` aufnehmen.',
  ],
  'allow-headers-lacks-header': [
    'Der Preflight hat um Anfrage-Header gebeten, die die Antwort nicht aufführt. Jeder Header, den die Seite hinzufügt und der nicht zu den wenigen harmlosen gehört, muss genannt werden. Groß- und Kleinschreibung sind hier gleichgültig. Ein `*` deckt sie bei Aufrufen ohne Credentials ab.',
    'Die Namen in `Access-Control-Allow-Headers` der Antwort auf `OPTIONS` aufnehmen, oder aufhören, Header zu senden, die niemand braucht. Oft fügt eine Bibliothek einen hinzu, zum Nachverfolgen oder für den Cache.',
  ],
  'redirect-with-userinfo': [
    'Bei einem Cross-Origin-Aufruf darf eine Weiterleitung nicht zu einer URL führen, in der ein Benutzername oder ein Passwort steht.',
    'Auf dieselbe Adresse ohne beides weiterleiten; was sich anmelden muss, tut es mit einem Header.',
  ],
  'redirect-to-disabled-scheme': [
    'Ein Cross-Origin-Aufruf darf nur auf `http` oder `https` weitergeleitet werden.',
    'Das `Location` der Weiterleitung berichtigen. Oft entstand ein Schema aus einer falschen Einstellung eines Proxys.',
  ],
  'disabled-scheme': [
    'CORS gibt es nur für `http` und `https`. `file:`, `ftp:` oder die Schemata von Apps kann ein Skript nicht über Origins hinweg lesen, und kein Server kann es erlauben.',
    'Die Seite und ihre Daten von einem Webserver ausliefern, auch auf dem Rechner der Entwicklung.',
  ],
  'same-origin-mode': [
    'Mit `mode: "same-origin"` bittet das Skript den Browser selbst, jeden Aufruf eines anderen Origins abzulehnen. Es wird keine Anfrage gesendet.',
    'Den Modus weglassen, sodass `cors` gilt, oder eine URL des eigenen Origins aufrufen.',
  ],
  'no-cors-redirect-mode': [
    'Ein Aufruf im Modus `no-cors` muss Weiterleitungen folgen; `redirect: "error"` und `redirect: "manual"` werden damit abgelehnt. Es wird keine Anfrage gesendet.',
    '`redirect: "follow"` verwenden, oder `mode: "cors"` mit einem Server, der es erlaubt.',
  ],
  'local-network-denied': [
    'Eine Seite aus dem Internet darf Geräte des lokalen Netzwerks oder Server auf dem eigenen Rechner nur aufrufen, wenn der Benutzer es gestattet hat. Der Browser fragt einmal und merkt sich die Antwort.',
    'Die Berechtigung in den Einstellungen des Browsers für die Website erteilen und noch einmal aufrufen.',
  ],
  'local-network-insecure': [
    'Nur eine Seite, die über https kam, darf um die Berechtigung für das lokale Netzwerk bitten. Von einer Seite mit http werden solche Aufrufe sofort abgelehnt.',
    'Die Seite über https ausliefern.',
  ],
  'invalid-response': [
    'Was zurückkam, ist keine HTTP-Antwort: ein Server, der ein anderes Protokoll spricht, oder ein kaputter Kopf. Es gibt keine Header, die sich prüfen ließen.',
    'Die rohen Bytes ansehen, zum Beispiel mit `curl --verbose`, und den Server oder den Port berichtigen.',
  ],
  'altered-by-extension': [
    'Die Header des Servers würden genügen, aber eine Erweiterung hat sie geändert, bevor der Browser sie ansah. Erweiterungen, die CORS abschalten, tun das, und oft falsch.',
    'Es in einem frischen Profil versuchen, oder andere Erweiterungen eine nach der anderen abschalten.',
  ],
  unexplained: [
    'Der Browser sagt, dass er den Aufruf blockiert hat, und jeder sichtbare Schritt geht gut aus. Das ist ein Fehler von CORS Lens oder etwas, das es nicht sehen kann. Es rät nicht.',
    'Den Aufruf mit dem Knopf oben kopieren und melden; Geheimnisse werden entfernt.',
  ],
};

import type { PageWords } from '../page.ts';

export const subjects: PageWords['subjects'] = {
  'same-origin-policy': [
    'Die Same-Origin-Policy',
    `
Der Origin einer Seite besteht aus Schema, Host und Port: \`https://app.example:8443\`. Zwei Adressen haben nur dann denselben Origin, wenn alle drei gleich sind.

Browser lassen Skripte vieles an andere Origins *senden*, wie es Formulare und Bilder schon immer konnten, aber Antworten nur vom eigenen *lesen*. Sonst könnte jede Website die Post aller lesen, die anderswo angemeldet sind, denn der Browser schickt ihre Cookies mit.

- \`https://app.example/a\` und \`https://app.example/b\`: derselbe Origin.
- \`http://app.example\`: anderes Schema, anderer Origin.
- \`https://api.app.example\`: anderer Host, anderer Origin, wenn auch dieselbe Site.
- \`http://localhost:3000\` und \`http://localhost:8080\`: anderer Port, anderer Origin.
- \`http://127.0.0.1:3000\` und \`http://localhost:3000\`: anderer Name, anderer Origin.

CORS lockert diese Regel: Der aufgerufene Server darf sagen, dass er einen bestimmten Origin lesen lässt. Das schützt die Daten des Benutzers auf diesem Server vor anderen Seiten. Es schützt den Server nicht vor Anfragen: Wer kein Browser ist, hält sich nicht daran.

Der Origin \`null\` steht für alle Aufrufer, die keinen haben: Frames mit Sandbox, lokale Dateien, manche Weiterleitung. Er ist niemandes Name und darf nicht erlaubt werden.
`,
  ],
  'simple-requests': [
    'Einfache Anfragen',
    `
Eine Anfrage, die auch ein Formular des alten Web hätte senden können, geht sofort hinaus, ohne Rückfrage. Der Server bekommt sie und tut seine Arbeit; erst danach prüft der Browser, ob das Skript die Antwort lesen darf.

Einfach ist sie, wenn all das zutrifft:

- Die Methode ist \`GET\`, \`HEAD\` oder \`POST\`.
- Das Skript hat keine Header gesetzt außer \`Accept\`, \`Accept-Language\`, \`Content-Language\`, \`Content-Type\` und einem schlichten \`Range\`, mit kurzen, harmlosen Werten.
- \`Content-Type\` ist, falls vorhanden, \`application/x-www-form-urlencoded\`, \`multipart/form-data\` oder \`text/plain\`.
- Niemand verfolgt den Fortschritt des Uploads, und der Inhalt ist kein Stream.

Der Austausch ist dann kurz:

\`\`\`
GET /items HTTP/1.1
Host: api.example
Origin: https://app.example

HTTP/1.1 200 OK
Access-Control-Allow-Origin: https://app.example
Vary: Origin
\`\`\`

Eine einfache Anfrage, die „durch CORS blockiert“ ist, wurde also ausgeführt. Vor Anfragen, die etwas ändern, schützt CORS nicht: Dafür braucht ein Server ein eigenes Token oder Cookies mit \`SameSite\`.

Im Modus \`no-cors\` sagt das Skript, dass es nichts lesen will. Es bekommt eine opake Antwort: kein Status, keine Header, kein Inhalt. Als Mittel gegen einen blockierten Aufruf hilft er nie.
`,
  ],
  preflight: [
    'Preflight und Max-Age',
    `
Vor einer Anfrage, die nicht einfach ist, fragt der Browser, ob er sie senden darf. Er sendet \`OPTIONS\` an dieselbe Adresse, ohne Cookies und ohne Inhalt, und nennt Methode und Header der kommenden Anfrage:

\`\`\`
OPTIONS /items/1 HTTP/1.1
Host: api.example
Origin: https://app.example
Access-Control-Request-Method: PUT
Access-Control-Request-Headers: authorization,content-type

HTTP/1.1 204 No Content
Access-Control-Allow-Origin: https://app.example
Access-Control-Allow-Methods: PUT
Access-Control-Allow-Headers: authorization, content-type
Access-Control-Max-Age: 600
Vary: Origin
\`\`\`

Der Browser prüft in dieser Reihenfolge: dass die Antwort keine Weiterleitung ist, dass der Origin erlaubt ist, dass es Credentials sind, wenn der Aufruf welche hat, dass der Status 200 bis 299 ist, dass die Methode erlaubt ist, dass es jeder Header ist. Dann sendet er den Aufruf und prüft auch *dessen* Antwort auf Origin und Credentials.

Die üblichen Fehler: eine Anmeldung vor \`OPTIONS\` (401), keine Route dafür (404, 405), eine Weiterleitung auf https oder auf eine Adresse mit Schrägstrich, und Header nur in einer der beiden Antworten.

## Max-Age

Die Antwort darf aufbewahrt werden, sodass der nächste Aufruf sofort hinausgeht. \`Access-Control-Max-Age\` sagt, für wie viele Sekunden; ohne ihn fünf. Browser haben Grenzen: Chromium 7200, Firefox 86400, Safari 600.

Aufbewahrt wird für jede Adresse einzeln: Aufrufe von tausend Adressen brauchen tausend Preflights. Ein Aufruf in einem Browser, dessen DevTools den Cache abschalten, fragt immer. Und ein Fehler wird nicht aufbewahrt, nur ein Ja.

Fehlt in der Liste ein Preflight, so kam die Antwort aus diesem Cache, oder es war keiner nötig. CORS Lens sagt, was von beidem.
`,
  ],
  credentials: [
    'Credentials',
    `
Credentials sind, was der Browser von selbst hinzufügt: Cookies, eine Anmeldung der HTTP-Authentifizierung, ein Client-Zertifikat. Ein Token, das das Skript in \`Authorization\` setzt, gehört nicht dazu: Das ist ein gewöhnlicher Header, der einen Preflight braucht.

Ein Aufruf eines anderen Origins geht ohne Credentials, wenn das Skript nicht um sie bittet:

\`\`\`
fetch('https://api.example/me', { credentials: 'include' })
\`\`\`

Bei XMLHttpRequest ist es \`withCredentials = true\`; in den Elementen einer Seite \`crossorigin="use-credentials"\`.

Der Server muss dann ausdrücklicher zustimmen, in beiden Antworten:

\`\`\`
Access-Control-Allow-Origin: https://app.example
Access-Control-Allow-Credentials: true
Vary: Origin
\`\`\`

In solchen Aufrufen ist \`*\` kein Platzhalter: nicht für den Origin und auch nicht für Methoden, Header und lesbare Header. Alles muss genannt werden.

Dass es ein Cookie gibt, heißt nicht, dass es gesendet wird: \`SameSite=Lax\`, in Chromium die Voreinstellung, hält es von Aufrufen anderer Sites ab; \`SameSite=None\` braucht \`Secure\`; und Browser, die Cookies Dritter trennen oder blockieren, entscheiden obendrein. Das ist keine Sache von CORS. Der Aufruf gelingt, und der Server sieht keine Anmeldung.

Erweiterungen können nicht sehen, ob ein Aufruf Credentials mitschickte. CORS Lens erschließt es, wo ein Header es verrät, und sagt „offen“, wo das Urteil davon abhängt und nichts es verrät.
`,
  ],
  'verifying-with-curl': [
    'Prüfen mit curl',
    `
curl zeigt, was der Server sagt, ohne Browser und dessen Caches. Es setzt nichts durch: Es druckt, was der Browser prüfen würde. Unentbehrlich ist der Header \`Origin\`: Ohne ihn senden viele Server gar keine CORS-Header, und der Fehler lässt sich nicht nachstellen.

Zuerst der Preflight:

\`\`\`
curl --silent --output /dev/null --dump-header - \\
  --request OPTIONS \\
  --header 'Origin: https://app.example' \\
  --header 'Access-Control-Request-Method: PUT' \\
  --header 'Access-Control-Request-Headers: content-type' \\
  'https://api.example/items/1'
\`\`\`

In der Antwort nachsehen: ein Status von 200 bis 299, \`Access-Control-Allow-Origin\` genau einmal und genau so, die Methode, jeder Header.

Dann der Aufruf:

\`\`\`
curl --silent --output /dev/null --dump-header - \\
  --header 'Origin: https://app.example' \\
  'https://api.example/items/1'
\`\`\`

Nachsehen: wieder \`Access-Control-Allow-Origin\`, \`Vary: Origin\`, und mit Cookies \`Access-Control-Allow-Credentials: true\`.

Noch einmal mit einem anderen Origin fragen. Ein Server, der auch den zurücksendet, erlaubt alle.

Sind sich curl und Browser nicht einig: War es dieselbe Adresse, mit demselben Schrägstrich am Ende? Dieselbe Methode? Hat dem Browser ein Cache geantwortet? Ändert eine Erweiterung Header? Behandelt der Server Aufrufer ohne Cookies anders?
`,
  ],
  'configuring-servers': [
    'Server konfigurieren',
    `
Zwei Antworten müssen stimmen, und oft geben sie zwei verschiedene Stücke Code.

Auf \`OPTIONS\` mit \`Access-Control-Request-Method\`: mit 204 antworten, vor der Anmeldung, vor dem Routing, vor jeder Weiterleitung, mit den Headern für Origin, Methoden, Anfrage-Header, nötigenfalls Credentials, und Max-Age.

Auf den Aufruf selbst: *jeder* Antwort die Header für Origin, nötigenfalls Credentials und lesbare Header hinzufügen, auch Fehlern, damit das Skript lesen kann, was schiefging.

So findet ein Server den Wert:

- Den \`Origin\` der Anfrage lesen.
- Ihn in einer Liste ganzer Origins nachschlagen.
- Steht er darin, ihn als \`Access-Control-Allow-Origin\` zurücksenden. Wenn nicht, keinen solchen Header senden.
- In beiden Fällen \`Vary: Origin\` senden.

Ist die Antwort öffentlich und für alle gleich, ist \`*\` einfacher und braucht kein \`Vary\`.

Wo es schiefgeht:

- nginx: \`add_header\` ohne \`always\` lässt Fehler aus; und ein \`location\` mit einem eigenen \`add_header\` verliert die des Servers.
- Apache: \`Header set\` ohne \`always\` lässt Fehler aus.
- Frameworks: Die CORS-Middleware muss die erste sein, vor Anmeldung und Routen.
- Zwei Schichten: Der Proxy oder die Anwendung fügt die Header hinzu, nicht beide.
- Gateways und CDNs: Auch ihre eigenen Fehlerseiten brauchen die Header, und ihre Caches müssen \`Vary\` beachten.

Für einen blockierten Aufruf hält die Detailansicht die Konfiguration für mehrere Server bereit, mit den Werten dieses Aufrufs.
`,
  ],
  'best-practices': [
    'Gute Praxis',
    `
- Erlauben, was in Gebrauch ist: eine Liste von Origins, Methoden und Headern in der Konfiguration jeder Umgebung.
- Ganze Origins vergleichen. Die Prüfung „endet mit \`app.example\`“ lässt \`evilapp.example\` herein, „beginnt mit“ lässt \`app.example.evil.test\` herein.
- Niemals jeden Origin zusammen mit \`Access-Control-Allow-Credentials: true\` zurücksenden.
- Niemals \`null\` erlauben.
- Nur Origins mit https erlauben, außer \`localhost\` in der Entwicklung.
- \`Vary: Origin\` senden, sobald die Antwort davon abhängt.
- Die Header auch mit Fehlern senden.
- \`Access-Control-Max-Age\` auf zehn Minuten oder mehr setzen und um wenige Header bitten, damit Preflights selten sind.
- Die Antwort-Header, die Skripte brauchen, namentlich lesbar machen.
- Sich nicht auf CORS verlassen, um Anfragen fernzuhalten. Anmeldungen und Tokens bei jeder Anfrage auf dem Server prüfen.

In der Entwicklung gibt es zwei saubere Wege: Die API erlaubt den Origin des Entwicklungsservers in ihrer eigenen Liste, oder der Entwicklungsserver reicht Aufrufe weiter, sodass Seite und API denselben Origin haben. Eine Erweiterung, die CORS abschaltet, verbirgt den Fehler auf dem eigenen Rechner und nicht vor den Benutzern.
`,
  ],
  troubleshooting: [
    'Fehlersuche',
    `
Der Satz in der Konsole nennt die erste Regel, die gescheitert ist. Die Ursache liegt oft woanders. In dieser Reihenfolge ist sie am schnellsten gefunden:

- Kam überhaupt eine Antwort? Wenn nicht, liegt es am Netzwerk, an TLS, an einer Erweiterung oder an der eigenen Policy der Seite, was auch immer die Konsole sagt.
- Welchen Status hat sie? Bei 5xx oder 4xx zuerst das beheben: Fehlerseiten haben keine CORS-Header.
- War es eine Weiterleitung? Zu einer Anmeldung, zu https, zu einem Schrägstrich? Die endgültige Adresse aufrufen.
- Was ist gescheitert, der Preflight oder der Aufruf? Dessen Antwort ansehen.
- \`Origin\` und \`Access-Control-Allow-Origin\` Zeichen für Zeichen vergleichen.
- Schickt der Aufruf Credentials mit? Dann kein \`*\`, und \`Access-Control-Allow-Credentials: true\`.
- Scheitert es nur manchmal? Dann an Caches und \`Vary: Origin\` denken, oder an mehrere Server hinter einem Namen.
- Scheitert es nur auf einem Rechner? Dann an Erweiterungen, einen Proxy, einen alten Preflight im Cache.

Ohne Cache neu laden, ein privates Fenster probieren, mit curl fragen. Jedes der drei schließt etwas aus.

Was nicht hilft: \`mode: "no-cors"\` (dann ist nichts zu lesen), CORS-Header in der *Anfrage* (dann kommt ein Preflight hinzu), ein öffentlicher Proxy (er liest alle Daten mit) und ein Browser mit abgeschalteter Sicherheit.
`,
  ],
};

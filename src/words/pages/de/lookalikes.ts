import type { PageWords } from '../page.ts';

export const lookalikes: PageWords['lookalikes'] = {
  'connection-refused':
    'Der Rechner hat geantwortet, dass auf diesem Port niemand lauscht. Die Konsole spricht vielleicht von CORS, weil Header fehlen; es gab aber gar keine Antwort. Prüfen, ob der Server läuft, auf welchem Port und unter welcher Adresse: Ein Server auf `127.0.0.1` ist über `::1` nicht zu erreichen.',
  'name-not-resolved':
    'Der Hostname führt zu keiner Adresse. Nach einem Tippfehler in der URL suchen, nach einer Einstellung, die je nach Umgebung anders ist, nach einem fehlenden Eintrag in der hosts-Datei oder einem ausgeschalteten VPN.',
  tls: 'Das Zertifikat des Servers wird nicht akzeptiert, oder der Port spricht kein https. Beim Aufruf eines Skripts zeigt der Browser keine Warnung, die sich wegklicken ließe: Die URL in einem eigenen Tab öffnen, um sie zu sehen.',
  'timed-out':
    'Es kam rechtzeitig keine Antwort. Die Anfrage kann den Server dennoch erreicht und ihre Arbeit getan haben. Nachsehen, wie lange der Server braucht und was dazwischensteht.',
  'connection-lost':
    'Die Verbindung bestand und brach ab, bevor die Antwort vollständig war: Der Server ist abgestürzt, ein Proxy hat sie getrennt, oder das Netzwerk hat gewechselt.',
  offline: 'Der Browser hat gerade kein Netzwerk. Es wurde nichts gesendet.',
  aborted:
    'Die Seite hat den Aufruf aufgegeben: ein `AbortController`, ein Zeitlimit im Skript, oder die Seite wurde verlassen. Ein häufiger Grund ist ein Formular, das abgeschickt wird, während der Aufruf eines Skripts läuft: Die Seite verschwindet und nimmt ihn mit.',
  'blocked-by-extension':
    'Eine Erweiterung dieses Browsers hat den Aufruf gestoppt, bevor er gesendet wurde, meist ein Werbeblocker, der ein Wort in der URL kennt. Andere sehen den Fehler nicht, darum wirkt er wie Zufall.',
  'content-security-policy':
    'Die eigene `Content-Security-Policy` der Seite zählt auf, wohin sich Skripte verbinden dürfen, und diese Adresse steht nicht darauf. Das entscheidet der Server der Seite, nicht der aufgerufene, und kein CORS-Header ändert es.',
  'mixed-content':
    'Eine Seite mit https darf http nicht aufrufen, da das unterwegs gelesen und geändert werden könnte. Ausgenommen sind nur Adressen des eigenen Rechners.',
  corp: 'Mit `Cross-Origin-Resource-Policy` sagt ein Server, welche Sites seine Antworten einbetten dürfen. Geprüft wird das bei Aufrufen im Modus `no-cors`, etwa für Bilder und Skripte; Seiten von außerhalb bekommen die Antwort nicht.',
  coep: 'Eine Seite, die mit `Cross-Origin-Embedder-Policy` um Isolierung bittet, bekommt nur Antworten, die zustimmen: durch `Cross-Origin-Resource-Policy` oder durch CORS.',
  orb: 'Ein Element hat nach einem Bild, einem Skript oder einem Medium gefragt, und die Antwort war etwas anderes, etwa JSON oder eine HTML-Seite mit einem Fehler. Der Browser gibt dann nichts heraus, damit kein Geheimnis in den Prozess der Seite gelangt.',
  'unsafe-port':
    'Manche Ports gehören zu anderen Protokollen, etwa zur E-Mail, und Browser senden nie HTTP dorthin. Für den Server einen anderen Port wählen.',
  'redirect-refused':
    'Das Skript hat verlangt, bei jeder Weiterleitung zu scheitern, und der Server hat weitergeleitet. Die endgültige URL aufrufen, oder Weiterleitungen folgen lassen.',
  'too-many-redirects':
    'Nach zwanzig Weiterleitungen geben Browser auf. Meist schicken zwei Regeln den Aufruf hin und her, etwa eine, die einen Schrägstrich anfügt, und eine, die ihn entfernt.',
  'content-decoding':
    'Die Antwort sagt, sie sei komprimiert, und ist es nicht oder nicht auf diese Weise. Oft hat etwas dazwischen sie doppelt gepackt, oder ausgepackt, ohne den Header zu ändern.',
  proxy:
    'Der Proxy, den der Browser benutzen soll, hat den Aufruf abgelehnt oder war nicht zu erreichen. Wer diesen Proxy nicht benutzt, sieht den Fehler nicht.',
  'other-failure':
    'Der Browser hat keinen Grund genannt, der sich unterscheiden ließe. Sein eigener Text steht beim Aufruf; ob die Anfrage ankam, sagt das Log des Servers.',
};

import type { PageWords } from '../page.ts';

export const nearMisses: PageWords['nearMisses'] = {
  'trailing-slash': [
    'Ein Schrägstrich am Ende',
    'Adressen, die aus der Adresszeile eines Browsers kopiert sind, enden mit einem Schrägstrich. Ein Origin ist keine Adresse.',
  ],
  path: [
    'Ein Pfad im Origin',
    'In der Liste steht die ganze Adresse der Seite. Nur ihr Anfang bis zum Port ist der Origin.',
  ],
  scheme: [
    'Ein anderes Schema',
    'http und https sind zwei Origins, denn das eine kann unterwegs geändert werden und das andere nicht.',
  ],
  port: [
    'Ein anderer Port',
    'Entwicklungsserver nehmen den nächsten freien Port, wenn ihrer belegt ist. Jeder Port ist ein eigener Origin.',
  ],
  'default-port-spelled-out': [
    'Der Standardport',
    'Port 443 gehört zu https und 80 zu http; Browser lassen sie weg, und verglichen werden Texte.',
  ],
  subdomain: [
    'Eine andere Subdomain',
    'Mit und ohne `www.` sind es zwei Hosts und damit zwei Origins. Auf einen davon weiterleiten oder beide aufführen.',
  ],
  'upper-case': [
    'Großbuchstaben',
    'Hostnamen ist die Schreibung gleich, diesem Vergleich nicht. Browser schreiben sie seit jeher klein.',
  ],
  'localhost-loopback': [
    'localhost und 127.0.0.1',
    'Beide führen zum selben Rechner, aber der Browser vergleicht Namen. Die Seite unter dem Namen öffnen, der auf der Liste steht.',
  ],
  'origin-list': [
    'Eine Liste von Origins',
    'Eine Liste liegt nahe und wurde nie unterstützt. Der Server liest den `Origin` der Anfrage, schlägt ihn nach und sendet diesen einen mit `Vary: Origin` zurück.',
  ],
  'wildcard-subdomain': [
    'Ein Stern im Origin',
    'Nur ein `*` allein bedeutet alle. Ob der Host mit der Domain endet, einschließlich des Punktes davor, muss der Server selbst prüfen.',
  ],
  pattern: [
    'Ein Muster',
    'Muster gehören in die Konfiguration des Servers, wo sie angewandt werden; hier muss das Ergebnis stehen. Punkte maskieren und beide Enden verankern.',
  ],
  quotes: ['Anführungszeichen um den Wert', 'Anführungszeichen einer Konfigurationsdatei sind in den Wert geraten.'],
  placeholder: [
    'Ein Platzhalter',
    'Eine Variable wurde nicht gefüllt: Sie ist an dieser Stelle der Konfiguration nicht bekannt oder steht in Anführungszeichen, die sie in Ruhe lassen.',
  ],
  'own-origin': [
    'Der Origin des Servers selbst',
    'Der Header sagt, wer lesen darf, nicht wer antwortet. Für sich selbst braucht der Server keine Erlaubnis.',
  ],
  'null-literal': [
    'Das Wort null',
    'Jemand hat `null` erlaubt, damit eine lokale Datei funktioniert. Es lässt alle herein und hilft dieser Seite nicht.',
  ],
  'no-scheme': ['Kein Schema', 'Ein Hostname allein ist kein Origin: Ob http oder https gemeint ist, muss dastehen.'],
  'cached-for-other-origin': [
    'Für anderen Origin im Cache',
    'Ein Cache kann nicht wissen, dass die Antwort vom Origin abhängt, wenn `Vary: Origin` es ihm nicht sagt.',
  ],
  'other-origin': [
    'Ein anderer Origin',
    'Die Liste dieser Umgebung enthält die Seite nicht. Oft wurde die Einstellung einer anderen Umgebung übernommen.',
  ],
  'header-name-typo': [
    'Ein falsch geschriebener Header',
    'Header, die er nicht kennt, übergeht ein Browser. Ein Buchstabe genügt also, damit der Header fehlt.',
  ],
  'value-case': [
    'Andere Schreibung',
    'Manche Sprachen schreiben ihr Wahr mit großem Anfangsbuchstaben, und so geriet es in den Header.',
  ],
  'method-case': [
    'Eine Methode in anderer Schreibung',
    'Browser machen aus get, head, post, put, delete und options Großbuchstaben, aus patch nicht. `fetch` mit `patch` sendet also genau das.',
  ],
  'header-name-space': [
    'Ein Leerzeichen im Namen',
    'Header-Namen enthalten keine Leerzeichen; ein Komma wurde vergessen.',
  ],
  'duplicate-value': [
    'Derselbe Wert zweimal',
    'Zwei Teile des Servers fügen den Header hinzu, und keiner weiß vom anderen.',
  ],
};

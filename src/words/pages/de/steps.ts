import type { PageWords } from '../page.ts';

export const steps: PageWords['steps'] = {
  'request-mode':
    '`fetch` und XMLHttpRequest fragen im Modus `cors`. Bilder, Skripte und Stylesheets ohne das Attribut `crossorigin` fragen im Modus `no-cors`. Angeklickte Links und WebSockets unterliegen nicht CORS.',
  'preflight-needed':
    'Was ein Formular schon immer senden konnte, geht ohne Rückfrage. Andere Methoden, andere Header, JSON, ein Stream als Inhalt und das Verfolgen eines Uploads brauchen vorher ein Ja.',
  'preflight-answered':
    'Auch ein Server, der läuft, kann gerade `OPTIONS` unbeantwortet lassen, ebenso eine Firewall davor.',
  'preflight-not-redirected':
    'Um die Erlaubnis wird für eine Adresse gebeten. Das Ja eines anderen, unter einer anderen Adresse, sagt über diese nichts.',
  'preflight-allow-origin':
    'Es ist dieselbe Prüfung wie bei der Antwort auf den Aufruf, angewandt auf die Antwort auf `OPTIONS`. Sie kommt vor dem Status, darum melden Browser einen fehlenden Header auch dann, wenn zugleich der Status falsch ist.',
  'preflight-allow-credentials':
    'Der Preflight selbst trägt keine Credentials. Er fragt für einen Aufruf, der welche tragen wird.',
  'preflight-ok-status': 'Die meisten Server senden 204 ohne Inhalt. 200 ist ebenso gut. 304 und 401 sind es nicht.',
  'preflight-allow-methods':
    'Die Methode wird genau verglichen. Auch Methoden im Cache der Preflights zählen: Was für diese Adresse schon erlaubt wurde, wird nicht noch einmal gefragt.',
  'preflight-allow-headers':
    'Alle Namen müssen da sein; ein fehlender genügt, um den Aufruf aufzuhalten. Browser melden nur den ersten, CORS Lens nennt sie alle.',
  'response-arrived': 'Bis hierher muss das Netzwerk funktionieren: der Name, die Verbindung, TLS, eine ganze Antwort.',
  'response-allow-origin':
    'Die Anfrage ist inzwischen gesendet, und der Server hat seine Arbeit getan. Die Prüfung entscheidet nur, ob das Skript die Antwort lesen darf. Nach einer Weiterleitung wird jede Antwort unterwegs geprüft.',
  'response-allow-credentials':
    'Ein Server, der den Preflight richtig beantwortet und den Header hier vergisst, hat die Daten geändert und verbirgt das Ergebnis.',
  'redirect-location':
    'Nach einer Weiterleitung beginnen dieselben Regeln an der nächsten Adresse von vorn. Aufrufe, die einen Preflight brauchten, fragen dort noch einmal.',
  'response-delivered':
    'Alles davor ist, was die Header ergeben. Dies ist, was der Browser sichtbar getan hat. Wo beides auseinandergeht, wird es gesagt.',
};

import type { PageWords } from '../page.ts';

export const notes: PageWords['notes'] = {
  'vary-origin-missing': [
    'Eine Antwort, die einen Origin nennt, ist nur für diesen richtig. Ohne `Vary: Origin` gibt ein Cache, im Browser oder vor dem Server, sie womöglich einer Seite mit anderem Origin. Das scheitert nur manchmal, und neu laden ohne Cache scheint zu helfen.',
    '`Vary: Origin` mit jeder Antwort senden, deren Header vom Origin abhängen, auch mit denen, denen `Access-Control-Allow-Origin` fehlt, weil niemand gefragt hat. Nur ein Server, der immer denselben einen Origin nennt, wer auch fragt, kommt ohne aus.',
  ],
  'reflects-any-origin': [
    'Ein Server, der jeden Origin an ihn selbst zurücksendet und Credentials erlaubt, gibt jeder Website der Welt das Recht zu lesen, im Namen des Benutzers, der gerade angemeldet ist.',
    'Den Origin mit einer festen Liste vergleichen, bevor er zurückgesendet wird. Ganze Origins vergleichen, nicht Anfänge oder Enden.',
  ],
  'null-allowed': [
    'Der Origin `null` gehört niemandem: Jeder Frame mit Sandbox, jede lokale Datei und manche Weiterleitung hat ihn. Ihn zu erlauben heißt, alle zu erlauben.',
    '`null` von der Liste nehmen und der Seite, die es braucht, einen echten Origin geben.',
  ],
  'insecure-origin-allowed': [
    'Wer zwischen einem Benutzer und einer Seite mit http sitzt, kann diese Seite ändern und mit ihr lesen, was die API ihr antwortet.',
    'Nur Origins mit https erlauben. Auf dem Rechner der Entwicklung ist `http://localhost` keine Gefahr, gehört aber nur in die Liste dieser Umgebung.',
  ],
  'wildcard-useless-credentials': [
    'Die beiden Header widersprechen sich: `*` gilt nie für Aufrufe mit Credentials. Also ist `true` wirkungslos, und wahrscheinlich erwartet jemand das Gegenteil.',
    'Sind Aufrufe mit Credentials gewollt, den Origin nennen. Wenn nicht, `Access-Control-Allow-Credentials` weglassen.',
  ],
  'authorization-under-wildcard': [
    'Der Fetch Standard sagt, dass `*` in `Access-Control-Allow-Headers` `Authorization` nicht abdeckt. Chromium, Firefox und Safari lassen es heute durch. Sobald einer dem Standard folgt, scheitern diese Aufrufe.',
    '`Authorization` namentlich aufführen, neben dem `*` oder an seiner Stelle.',
  ],
  'preflight-uncached': [
    'Ohne `Access-Control-Max-Age` bewahrt ein Browser die Antwort auf einen Preflight fünf Sekunden auf. Jeder spätere Aufruf fragt neu, was einen vollen Umlauf kostet.',
    '`Access-Control-Max-Age` mit der Antwort auf `OPTIONS` senden; zehn Minuten beachten alle Browser.',
  ],
  'max-age-over-cap': [
    'Browser begrenzen, wie lange sie die Antwort auf einen Preflight aufbewahren. Eine höhere Zahl schadet nicht, aber länger als bis zur Grenze hält die Antwort nicht.',
    'Nichts muss sich ändern. Wer die Zahl liest, sollte wissen, dass es anders kommt.',
  ],
  'headers-hidden': [
    'Ein Skript sieht nur wenige Antwort-Header eines anderen Origins, etwa `Content-Type` und `Cache-Control`. Die übrigen sind da, wie die Netzwerkansicht zeigt, aber `headers.get()` sagt `null`.',
    'Die Header, die das Skript braucht, in `Access-Control-Expose-Headers` der Antwort auf den Aufruf selbst nennen.',
  ],
  'allow-list-noise': [
    'Manche Header zählen nur in der Antwort auf einen Preflight, manche nur in der Antwort auf den Aufruf, und manche sind für Anfragen da. An der falschen Stelle werden sie wortlos übergangen.',
    'Sie weglassen, wo sie nichts bewirken, damit sie niemanden in die Irre führen.',
  ],
  'policy-unsound': [
    '`CONNECT`, `TRACE` und `TRACK` sind Skripten verschlossen: `fetch` und XMLHttpRequest verweigern sie, bevor etwas gesendet wird, was ein Server auch erlaubt. Auf der Liste bewirken sie nichts.',
    'Die Methoden aufzählen, die in Gebrauch sind.',
  ],
};

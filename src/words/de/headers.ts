import type { HeaderWords } from '../words.ts';

export const headerWords: HeaderWords = {
  origin:
    'Der Origin, der fragt: Schema, Host und Port der Seite. Der Browser schreibt ihn, kein Skript kann ihn ändern.',
  'access-control-request-method': 'Im Preflight: die Methode, die der Aufruf selbst benutzen wird.',
  'access-control-request-headers':
    'Im Preflight: die Request-Header des Aufrufs, die eine Erlaubnis brauchen, klein geschrieben.',
  'access-control-request-local-network': 'Der Aufruf geht von einer öffentlichen Seite in ein lokales Netz.',
  'access-control-allow-origin':
    'Welcher Origin die Antwort lesen darf: genau ein Origin, oder * bei Aufrufen ohne Credentials.',
  'access-control-allow-credentials':
    'Muss true sein, klein geschrieben, damit das Skript die Antwort eines Aufrufs mit Credentials lesen darf.',
  'access-control-allow-methods': 'In der Antwort auf den Preflight: die erlaubten Methoden, neben GET, HEAD und POST.',
  'access-control-allow-headers': 'In der Antwort auf den Preflight: die erlaubten Request-Header.',
  'access-control-expose-headers': 'Die Response-Header, die das Skript lesen darf, neben einigen harmlosen.',
  'access-control-max-age': 'Wie viele Sekunden lang der Browser sich die Antwort auf den Preflight merken darf.',
  'access-control-allow-private-network': 'Eine ältere Erlaubnis für Aufrufe in ein privates Netz.',
  vary: 'Sagt Caches, von welchen Request-Headern die Antwort abhängt; Origin gehört hierher, wenn der erlaubte Origin wechselt.',
  location:
    'Wohin die Weiterleitung führt. Nach einer Weiterleitung zu einem anderen Origin kann der Origin-Header null werden.',
  'timing-allow-origin':
    'Welche Origins genaue Zeiten dieser Antwort lesen dürfen. Die Antwort selbst zu lesen erlaubt das nicht.',
  'cross-origin-resource-policy': 'Welche Sites diese Ressource überhaupt laden dürfen, auch ohne CORS.',
  'cross-origin-opener-policy': 'Trennt die Seite von Fenstern anderer Origins. Auf Aufrufe hat das keine Wirkung.',
  'cross-origin-embedder-policy':
    'Die Seite lädt nur Ressourcen, die es durch CORS oder Cross-Origin-Resource-Policy erlauben.',
  'sec-fetch-mode': 'Der Modus des Aufrufs, wie der Browser ihn sieht: cors bittet um Erlaubnis, no-cors nicht.',
  'sec-fetch-site':
    'Wie Seite und Server zueinander stehen: same-origin, same-site oder cross-site. Cookies mit SameSite=Lax oder Strict gehen nur innerhalb einer Site mit.',
  'sec-fetch-dest': 'Wofür die Antwort ist: empty heißt fetch oder XMLHttpRequest.',
  'sec-fetch-user': 'Der Klick oder Tastendruck eines Menschen hat den Request ausgelöst.',
  'sec-fetch-storage-access': 'Ob Third-Party-Cookies mit diesem Request gesendet werden dürfen.',
  cookie:
    'Cookies machen daraus einen Aufruf mit Credentials: Die Antwort braucht dann Allow-Credentials und einen genannten Origin.',
  authorization:
    'Vom Skript gesetzt braucht er einen Preflight und muss in Access-Control-Allow-Headers beim Namen genannt sein; * deckt ihn im Standard nicht ab.',
  'content-type':
    'Im Request brauchen nur text/plain, Formulardaten und URL-kodierte Formulare keinen Preflight; application/json braucht einen.',
  'x-requested-with': 'Von manchen Bibliotheken hinzugefügt; als eigener Header löst er einen Preflight aus.',
  referer: 'Die Adresse der Seite, so weit ihre Referrer-Policy sie verraten lässt. CORS sieht allein auf Origin.',
  'set-cookie':
    'Setzt ein Cookie; in einem Aufruf an einen anderen Origin nur mit Credentials. Skripte können ihn nie lesen.',
  'content-security-policy':
    'Was die Seite selbst laden und aufrufen darf. Das kann einen Aufruf verhindern, bevor CORS gefragt wird.',
  'www-authenticate':
    'Der Server will wissen, wer fragt. Ein Preflight trägt nie Credentials, er muss also ohne sie bestehen.',
  allow: 'Die Methoden, die der Server kennt. Für CORS zählt allein Access-Control-Allow-Methods.',
  age: 'Seit wie vielen Sekunden die Antwort in einem Cache liegt.',
  'cache-control': 'Wie lange Caches die Antwort aufheben dürfen, samt ihren Headern.',
};

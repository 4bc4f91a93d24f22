import type { PageWords } from '../page.ts';

export const headers: PageWords['headers'] = {
  origin:
    'Sendet der Browser mit jedem Aufruf eines anderen Origins im Modus `cors` und mit jeder Methode außer GET und HEAD: wer fragt, als Schema, Host und Port. Skripte können ihn weder setzen noch ändern. Der Server vergleicht ihn mit seiner Liste. Er ist `null`, wo der Browser es nicht sagen kann oder darf.',
  'access-control-request-method':
    'Steht nur in einem Preflight und sagt, welche Methode der Aufruf haben wird. Die Antwort muss sie aufführen, außer bei GET, HEAD und POST.',
  'access-control-request-headers':
    'Steht nur in einem Preflight: die Namen aller Header des Aufrufs, die nicht harmlos sind, kleingeschrieben und sortiert. Die Antwort muss jeden davon aufführen.',
  'access-control-allow-origin':
    'Die Antwort des Servers auf `Origin`: entweder genau dieser Origin, oder `*` für alle. Genau ein Wert. Nötig in der Antwort auf den Preflight und in der Antwort auf den Aufruf, bei jedem Status.',
  'access-control-allow-credentials':
    'Mit dem Wert `true` erlaubt der Server Aufrufe, die Cookies, HTTP-Anmeldungen oder Client-Zertifikate mitschicken. In beiden Antworten nötig. Kein anderer Wert zählt.',
  'access-control-allow-methods':
    'In der Antwort auf einen Preflight: die Methoden, die verwendet werden dürfen. In der Antwort auf den Aufruf selbst wirkungslos. `*` bedeutet alle, bei Aufrufen ohne Credentials.',
  'access-control-allow-headers':
    'In der Antwort auf einen Preflight: die Anfrage-Header, die gesendet werden dürfen. In der Antwort auf den Aufruf selbst wirkungslos. `*` bedeutet alle, bei Aufrufen ohne Credentials; `Authorization` sollte trotzdem genannt werden.',
  'access-control-max-age':
    'In der Antwort auf einen Preflight: für wie viele Sekunden sie gilt. Ohne ihn fünf. Chromium bewahrt sie höchstens 7200 auf, Firefox 86400, Safari 600. Aufbewahrt wird für jede einzelne URL, nicht für den ganzen Server.',
  'access-control-expose-headers':
    'In der Antwort auf den Aufruf: die Antwort-Header, die das Skript lesen darf, zusätzlich zu den wenigen, die es immer lesen darf. `*` bedeutet alle, bei Aufrufen ohne Credentials.',
  vary: 'Sagt Caches, von welchen Anfrage-Headern eine Antwort abhängt. Eine Antwort, die einen Origin nennt, hängt von `Origin` ab.',
  location:
    'Wohin eine Weiterleitung führt. Bei einem Cross-Origin-Aufruf muss jede Antwort unterwegs den Origin der Seite erlauben. Sobald eine Weiterleitung von einem fremden Origin zu irgendeinem anderen führt, und sei es zurück zu dem der Seite, sagt der Browser stattdessen `null`.',
  cookie:
    'Cookies gehen nur mit, wenn der Aufruf Credentials mitschickt, und nur solche, deren eigene Regeln (`SameSite`, `Secure`, Partitionen) sie zu einer anderen Site lassen. Ein Preflight trägt nie welche.',
  authorization:
    'Eine Anmeldung, die das Skript selbst setzt. Sie braucht keinen Credentials-Modus, aber immer einen Preflight, und der Server muss ihren Namen aufführen.',
  'content-type':
    'Mit einem von drei Werten, die Formulare senden können, braucht eine Anfrage keinen Preflight: `application/x-www-form-urlencoded`, `multipart/form-data`, `text/plain`. JSON gehört nicht dazu, darum geht einem POST von JSON ein Preflight voraus.',
  'sec-fetch-mode':
    'Sagt, in welchem Modus der Browser den Aufruf macht: `cors`, `no-cors`, `same-origin`, `navigate`. Skripte können ihn nicht setzen. Er geht nur an vertrauenswürdige Adressen.',
  'sec-fetch-site':
    'Sagt, wie weit der Aufrufer entfernt ist: `same-origin`, `same-site` oder `cross-site`. Ein Server kann damit ablehnen, was er gar nicht beantworten will.',
  'sec-fetch-storage-access':
    'Chromium und Firefox sagen damit, ob diesem Aufruf über Sites hinweg Cookies zur Verfügung stehen. Nur Aufrufe mit Credentials tragen ihn.',
  'cross-origin-resource-policy':
    'Damit bewahrt ein Server seine Antworten davor, von anderen eingebettet zu werden: `same-origin`, `same-site` oder `cross-origin`. Es gehört nicht zu CORS und gilt für Aufrufe im Modus `no-cors`.',
};

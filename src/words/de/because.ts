import { code, shown } from '../quote.ts';
import type { BecauseWords } from '../words.ts';

export const because: BecauseWords = {
  codes: {
    'sec-fetch-mode': 'der Anfrage-Header Sec-Fetch-Mode es sagt',
    'page-witness': 'es in der Seite selbst beobachtet wurde',
    'origin-header-cross-origin': 'die Anfrage einen Origin-Header mit einem anderen Origin als dem des Servers trug',
    'method-and-headers': 'Methode und Header es zeigen',
    'no-origin-header': 'die Anfrage keinen Origin-Header trug',
    'handed-over-unasked':
      'der Browser eine Antwort ohne Access-Control-Allow-Origin herausgegeben hat, was er nur im Modus no-cors tut',
    'resource-type': 'es aus der Art der Ressource folgt',
    initiator: 'der Browser die aufrufende Seite genannt hat',
    'origin-header': 'der Origin-Header der Anfrage es sagt',
    'preflight-was-sent': 'ein Preflight gesendet wurde',
    'cookie-sent': 'ein Cookie-Header an einen anderen Origin ging',
    'storage-access-header': 'die Anfrage Sec-Fetch-Storage-Access trug, was nur Aufrufe mit Credentials tun',
    'no-storage-access-header':
      'der Anfrage Sec-Fetch-Storage-Access fehlte, das site-übergreifende Aufrufe mit Credentials tragen',
    'wildcard-accepted': 'der Browser Access-Control-Allow-Origin: * angenommen hat, was er nur ohne Credentials tut',
    'wildcard-refused': 'der Browser Access-Control-Allow-Origin: * abgelehnt hat, was er nur mit Credentials tut',
    'credentials-refused':
      'der Browser die Antwort abgelehnt hat, obwohl der Origin stimmte und nur Access-Control-Allow-Credentials fehlte',
    'accepted-without-allow-credentials':
      'der Browser eine Antwort ohne Access-Control-Allow-Credentials: true angenommen hat',
    'beacon-includes': 'Beacons immer Credentials mitschicken',
    'resource-timing': 'das Resource Timing der Seite zeigt, wie der Aufruf endete',
  },
  rules: {
    'name-not-safelisted': 'gehört nicht zu den wenigen Headern, die ohne Rückfrage gesendet werden dürfen',
    'value-too-long': 'hat einen Wert von mehr als 128 Byte',
    'total-too-long': 'macht die Header, die keinen Preflight brauchen, zusammen länger als 1024 Byte',
    'unsafe-byte': 'hat im Wert ein Zeichen, das nicht ohne Rückfrage gesendet werden darf',
    'content-type-not-safelisted':
      'hat einen anderen Wert als application/x-www-form-urlencoded, multipart/form-data oder text/plain',
    'range-not-simple': 'ist kein einfacher Bereich wie bytes=0-99',
  },
  reason(reason, rule) {
    switch (reason.code) {
      case 'method':
        return `Die Methode ist ${shown(reason.method)}; nur GET, HEAD und POST kommen ohne Preflight aus.`;
      case 'header':
        return `Der Anfrage-Header ${code(reason.name)} ${rule}.`;
      case 'upload-listener':
        return 'Das Skript verfolgt den Fortschritt des Uploads (XMLHttpRequest.upload).';
      case 'upload-stream':
        return 'Das Skript sendet einen Stream als Inhalt (fetch mit einem ReadableStream).';
      case 'upload':
        return 'Das Skript verfolgt den Fortschritt des Uploads (XMLHttpRequest.upload) oder sendet einen Stream als Inhalt (fetch mit einem ReadableStream).';
      case 'unknown':
        return 'Der Grund war nicht zu sehen.';
    }
  },
};

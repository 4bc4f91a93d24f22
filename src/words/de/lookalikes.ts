import type { Words } from '../words.ts';

export const lookalikes: Words['lookalikes'] = {
  'connection-refused': {
    because: 'unter dieser Adresse niemand Verbindungen annimmt',
    turn: 'Den Server starten, oder Host und Port berichtigen.',
  },
  'name-not-resolved': {
    because: 'der Hostname zu keiner Adresse führt',
    turn: 'Die Schreibweise des Hostnamens und das DNS prüfen.',
  },
  tls: {
    because: 'keine sichere Verbindung zustande kam',
    turn: 'Das Zertifikat prüfen, und ob dieser Port https spricht: Die URL in einem eigenen Tab öffnen, dann zeigt der Browser seine Warnung.',
  },
  'timed-out': {
    because: 'keine Antwort rechtzeitig kam',
    turn: 'Herausfinden, warum der Server langsam oder nicht erreichbar ist.',
  },
  'connection-lost': {
    because: 'die Verbindung endete, bevor eine vollständige Antwort da war',
    turn: 'Der Server ist abgestürzt oder hat aufgelegt, oder etwas dazwischen hat die Verbindung getrennt: das Log des Servers lesen.',
  },
  offline: {
    because: 'der Browser kein Netzwerk hat',
    turn: 'Mit dem Netzwerk verbinden und es noch einmal versuchen.',
  },
  aborted: {
    because:
      'die Seite ihn selbst aufgegeben hat: durch einen AbortController, ein Zeitlimit im Skript oder einen Seitenwechsel',
    turn: 'Falls das nicht gewollt war, in der Seite suchen, was den Aufruf abbricht.',
  },
  'blocked-by-extension': {
    because: 'eine Erweiterung in diesem Browser ihn gestoppt hat, zum Beispiel ein Werbeblocker',
    turn: 'Die URL in dieser Erweiterung erlauben oder es in einem Fenster ohne Erweiterungen versuchen.',
  },
  'content-security-policy': {
    because: 'die Content-Security-Policy der Seite selbst keine Aufrufe an diese Adresse erlaubt',
    turn: 'Der Server der Seite muss die Adresse in `connect-src` aufnehmen, bei einem Bild, einem Skript oder einer Schrift in die Direktive für diese.',
  },
  'mixed-content': {
    because: 'eine Seite, die über https kam, keine reine http-Adresse aufrufen darf',
    turn: 'Die Adresse über https aufrufen.',
  },
  corp: {
    because: 'die Cross-Origin-Resource-Policy der Antwort sie Seiten anderer Origins oder Sites vorenthält',
    turn: 'Der Server muss `Cross-Origin-Resource-Policy: cross-origin` senden, wenn andere Sites sie verwenden dürfen.',
  },
  coep: {
    because: 'die Cross-Origin-Embedder-Policy der Seite nur Antworten zulässt, die ausdrücklich zustimmen',
    turn: 'Der Server muss mit Cross-Origin-Resource-Policy zustimmen, oder die Seite muss ihre Policy lockern.',
  },
  orb: {
    because: 'die Antwort nicht von einer Art ist, die ein Element der Seite von anderswo laden darf',
    turn: 'Prüfen, ob die URL das Bild, Skript oder Medium liefert, das das Element erwartet, mit dem richtigen Content-Type.',
  },
  'unsafe-port': {
    because: 'Browser diesen Port nie aufrufen, da andere Protokolle ihn benutzen',
    turn: 'Den Server auf einem anderen Port betreiben.',
  },
  'redirect-refused': {
    because: 'der Server weitergeleitet hat und das Skript `redirect: "error"` verlangt hatte',
    turn: 'Weiterleitungen folgen oder die endgültige URL aufrufen.',
  },
  'too-many-redirects': {
    because: 'der Server mehr als zwanzigmal weitergeleitet hat',
    turn: 'In den Weiterleitungen des Servers nach einem Kreis suchen.',
  },
  'content-decoding': {
    because: 'der Inhalt nicht so komprimiert ist, wie sein Content-Encoding es sagt',
    turn: 'Der Server muss einen Inhalt senden, der zu seinem Content-Encoding passt.',
  },
  proxy: {
    because: 'der Proxy dazwischen abgelehnt hat oder ausgefallen ist',
    turn: 'Die Proxy-Einstellungen des Browsers und den Proxy selbst prüfen.',
  },
  'other-failure': {
    because: 'das Netzwerk oder der Browser ihn aufgegeben hat',
    turn: 'Mehr als der Text des Browsers ist nicht bekannt.',
  },
};

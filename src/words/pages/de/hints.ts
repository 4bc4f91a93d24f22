import type { PageWords } from '../page.ts';

export const hints: PageWords['hints'] = {
  'server-failed':
    'Das Skript kann nicht einmal den Status lesen, und die Konsole sagt nur, dass ein Header fehlt. Die eigentliche Meldung steht im Log des Servers.',
  'authentication-before-cors':
    'Browser senden einen Preflight ohne Cookies und ohne `Authorization`; ein Server, der zuerst eine Anmeldung will, kann ihn also nie mit Ja beantworten.',
  'options-not-routed':
    'Ein Server, der GET und PUT einer Adresse kennt, kennt `OPTIONS` nicht von selbst. Frameworks fügen es hinzu, wenn ihre CORS-Behandlung für den Pfad eingeschaltet ist.',
  'redirect-in-front':
    'Was ein Browser bei einer eingetippten Adresse stillschweigend tut, geht bei einem Preflight nicht: Er darf nicht weitergeleitet werden.',
  'redirect-to-login':
    'Die Anmeldeseite gehört zu einem anderen Server, der für diese Seite keine CORS-Header sendet. So sieht eine abgelaufene Sitzung nach CORS aus.',
  'two-layers':
    'Jeder der beiden Header ist für sich richtig. Zusammen sind es zwei Werte, und zwei werden abgelehnt, selbst wenn sie gleich sind.',
  'only-preflight-configured':
    'Der Preflight fragt, ob der Aufruf gesendet werden darf; die Antwort auf den Aufruf sagt, ob das Skript sie lesen darf. Beide brauchen ihre eigenen Header.',
  'only-actual-configured':
    'Die Anwendung fügt die Header in ihren Routen hinzu, und `OPTIONS` endet davor: im Framework, im Proxy oder an einer Anmeldung.',
  'origin-became-null':
    'Kann ein Browser nicht ehrlich sagen, wer fragt, so sagt er `null`. Nach einer Weiterleitung von einem fremden Origin auf einen anderen tut er das auch.',
  'cached-for-someone-else':
    'Eine Antwort, die für den ersten Frager richtig war, wurde aufbewahrt und diesem Origin gegeben. Bilder und Skripte ohne `crossorigin` fragen ohne Origin: Was von ihnen aufbewahrt wird, hat den Header oft nicht.',
  'too-large':
    'Proxys haben oft eine niedrigere Grenze als die Anwendung dahinter und schreiben die Ablehnung selbst, ohne CORS-Header.',
  'rate-limited':
    'Die Begrenzung steht oft vor der Anwendung und schreibt die Ablehnung selbst, ohne CORS-Header. Das Skript kann dann auch `Retry-After` nicht lesen.',
  'gateway-failed':
    'Das Gateway ist ein eigener Server mit eigenen Fehlerseiten. Von den Headern, die die Anwendung hinzugefügt hätte, weiß es nichts.',
  'client-sends-cors-header':
    'Antwort-Header sind für Antworten da. Mit einer Anfrage gesendet, erlauben sie nichts; sie sind nur ein weiterer Header, den der Server erlauben muss.',
};

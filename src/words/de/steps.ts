import type { Words } from '../words.ts';

export const steps: Words['steps'] = {
  'request-mode': {
    title: 'Unterliegt der Aufruf CORS?',
    help: 'Nur Aufrufe im Modus cors bitten um Erlaubnis. Ein no-cors-Aufruf bekommt eine Antwort, die das Skript nicht lesen kann; ein same-origin-Aufruf darf seinen Origin nicht verlassen.',
  },
  'preflight-needed': {
    title: 'Braucht er einen Preflight?',
    help: 'Der Browser fragt zuerst mit OPTIONS, außer wenn die Methode GET, HEAD oder POST ist und jeder Header auf der kurzen Liste der harmlosen steht.',
  },
  'preflight-answered': {
    title: 'Wurde der Preflight beantwortet?',
    help: 'Der Server muss die OPTIONS-Anfrage beantworten. Ohne Antwort wird der Aufruf selbst nie gesendet.',
  },
  'preflight-not-redirected': {
    title: 'Preflight: keine Weiterleitung',
    help: 'Ein Preflight muss unter genau der URL des Aufrufs beantwortet werden. Eine Weiterleitung gilt als Nein.',
  },
  'preflight-allow-origin': {
    title: 'Preflight: Ist der Origin erlaubt?',
    help: 'Access-Control-Allow-Origin in der Antwort auf OPTIONS muss genau der fragende Origin sein, oder * bei einem Aufruf ohne Credentials.',
  },
  'preflight-allow-credentials': {
    title: 'Preflight: Sind Credentials erlaubt?',
    help: 'Bei einem Aufruf mit Credentials muss die Antwort auf OPTIONS Access-Control-Allow-Credentials: true sagen.',
  },
  'preflight-ok-status': {
    title: 'Preflight: Liegt der Status bei 200 bis 299?',
    help: 'Jeder andere Status der Antwort auf OPTIONS ist ein Nein, was auch immer ihre Header sagen.',
  },
  'preflight-allow-methods': {
    title: 'Preflight: Ist die Methode erlaubt?',
    help: 'Access-Control-Allow-Methods muss die Methode in derselben Schreibung aufführen. GET, HEAD und POST brauchen das nicht, und * deckt bei einem Aufruf ohne Credentials alle Methoden ab.',
  },
  'preflight-allow-headers': {
    title: 'Preflight: Sind die Header erlaubt?',
    help: 'Access-Control-Allow-Headers muss jeden Anfrage-Header aufführen, der nicht harmlos ist. * deckt sie bei einem Aufruf ohne Credentials ab.',
  },
  'response-arrived': {
    title: 'Kam eine Antwort an?',
    help: 'Der Server muss den Aufruf selbst beantworten. Tut er es nicht, liegt es am Netzwerk oder am Server, nicht an CORS.',
  },
  'response-allow-origin': {
    title: 'Antwort: Ist der Origin erlaubt?',
    help: 'Access-Control-Allow-Origin muss auch in der Antwort auf den Aufruf stehen, was auch immer der Preflight sagte: genau der fragende Origin, oder * bei einem Aufruf ohne Credentials.',
  },
  'response-allow-credentials': {
    title: 'Antwort: Sind Credentials erlaubt?',
    help: 'Bei einem Aufruf mit Credentials muss auch die Antwort auf den Aufruf Access-Control-Allow-Credentials: true sagen.',
  },
  'redirect-location': {
    title: 'Darf der Weiterleitung gefolgt werden?',
    help: 'Eine Weiterleitung muss zu http oder https führen, ohne Benutzername oder Passwort in der URL.',
  },
  'response-delivered': {
    title: 'Bekam die Seite die Antwort?',
    help: 'Was der Browser selbst getan hat: Er gab die Antwort der Seite, oder er hielt sie zurück.',
  },
};

import type { Note } from '../../diagnosis/diagnosis.ts';
import { code } from '../quote.ts';
import type { Words } from '../words.ts';

type Detail = string | null;
const of = (detail: Detail): string => (detail === null || detail === '' ? '' : ` (${code(detail)})`);
const onPreflight = (note: Note): string =>
  note.pointer?.message === 'preflight-response' ? 'Die Antwort auf den Preflight' : 'Die Antwort';

export const notes: Words['notes'] = {
  'vary-origin-missing': (note) =>
    note.pointer?.message === 'preflight-response'
      ? 'Die Antwort auf den Preflight nennt einen Origin, sagt aber nicht `Vary: Origin`. Browser halten Preflights dennoch auseinander; erlaubt dieser Server aber auch andere Origins, gibt ein Cache dazwischen, der Antworten auf OPTIONS speichert, wie manche CDNs es tun, sie womöglich einer Seite mit anderem Origin.'
      : 'Die Antwort nennt einen Origin, sagt aber nicht `Vary: Origin`. Erlaubt dieser Server auch andere Origins, gibt ein Cache die Antwort für den einen womöglich einer Seite mit einem anderen, die dann hin und wieder blockiert wird.',
  'reflects-any-origin': ({ detail }) =>
    detail === null
      ? 'Der Server antwortet mit genau dem Origin, der gefragt hat, und erlaubt Credentials. Tut er das für jeden Origin, kann jede Website im Namen des Benutzers handeln: Er sollte eine Liste prüfen.'
      : `Der Server hat verschiedenen Origins jeweils mit ihrem eigenen geantwortet${of(detail)} und erlaubt Credentials. Tut er das für jeden Origin, kann jede Website im Namen des Benutzers handeln: Er sollte eine Liste prüfen.`,
  'null-allowed': () =>
    'Der Server erlaubt den Origin `null`. Aus einem Frame mit Sandbox kann jede Website Aufrufe mit diesem Origin machen.',
  'insecure-origin-allowed': ({ detail }) =>
    `Ein https-Server erlaubt einen http-Origin${of(detail)}. Wer den Verkehr dieser Seite manipulieren kann, kann auch diese Antworten lesen.`,
  'wildcard-useless-credentials': () =>
    '`Access-Control-Allow-Credentials: true` neben `Access-Control-Allow-Origin: *` ist wirkungslos: Ein Aufruf mit Credentials würde blockiert.',
  'authorization-under-wildcard': () =>
    'Der Authorization-Header kam durch `Access-Control-Allow-Headers: *` durch. Heutige Browser lassen das zu, der Fetch Standard nicht. Der Server sollte `Authorization` namentlich aufführen.',
  'preflight-uncached': ({ detail }) =>
    `Die Antwort auf den Preflight darf nicht lange aufbewahrt werden${of(detail)}, darum kosten die meisten Aufrufe einen zusätzlichen Umlauf. \`Access-Control-Max-Age: 600\` würde ihn sparen.`,
  'max-age-over-cap': ({ detail }) =>
    `Access-Control-Max-Age${of(detail)} ist länger, als manche Browser ihn beachten: Chromium bewahrt einen Preflight höchstens 7200 Sekunden auf, Firefox 86400, Safari 600.`,
  'headers-hidden': ({ detail }) =>
    `Das Skript kann einige Header dieser Antwort nicht lesen${of(detail)}. Braucht es sie, muss der Server sie in \`Access-Control-Expose-Headers\` nennen.`,
  'allow-list-noise': (note) => `${onPreflight(note)} trägt Header, die dort keine Wirkung haben${of(note.detail)}.`,
  'policy-unsound': ({ detail }) =>
    `\`Access-Control-Allow-Methods\` führt auf, was keine Seite benutzen kann${of(detail)}: Browser verweigern diese Methoden jedem Skript.`,
};

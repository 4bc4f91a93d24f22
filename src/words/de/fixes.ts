import { code, lower } from '../quote.ts';
import type { FixWords } from '../words.ts';
import { listed } from './grammar.ts';
import { elseBlocked, elseFailed, notByHeaders } from './not-by-headers.ts';
import { refusedPolicy } from './refused-policy.ts';

const PREFLIGHT = 'Antwort auf den Preflight (OPTIONS)';
const ACTUAL = 'Antwort auf den Aufruf selbst';

export const fixes: FixWords = {
  answer: { preflight: 'In der Antwort auf OPTIONS', actual: 'In der Antwort auf den Aufruf selbst' },
  status: (status, was) => `den Status ${status} senden (war ${was})`,
  remove: (line) => `${line} entfernen`,
  add: (line) => `${line} hinzufügen`,
  replace: (line, was) => `${line} senden statt ${was}`,
  mustChange: (servers, where) => {
    const several = servers.length > 1;
    const who = listed(servers.map((server, index) => (index === 0 ? server : lower(server))));
    if (where === null) return `${who} ${several ? 'müssen' : 'muss'} dies ändern:`;
    const answers = { preflight: [PREFLIGHT], actual: [ACTUAL], both: [PREFLIGHT, ACTUAL] }[where];
    const whose = several ? 'ihrer' : 'seiner';
    return `${who} ${several ? 'müssen' : 'muss'} in ${answers.map((answer) => `${whose} ${answer}`).join(' und in ')} dies ändern.`;
  },
  refusedPolicy,
  firstAbove: 'Zuerst, was oben steht; die Header kommen danach.',
  first: (advice) => `Zuerst: ${advice} Die Header unten kommen danach.`,
  wildcard: 'Mit `*` darf jede Website diese Antwort lesen, was nur für öffentliche Daten richtig ist.',
  otherOrigins:
    'Rufen auch andere Origins diesen Server auf, den Origin der Anfrage mit einer Liste vergleichen und den zurücksenden, der gefragt hat.',
  credentialsIncluded:
    'Das gilt für einen Aufruf, der Credentials (Cookies) mitschickt. Tut dieser Aufruf es nicht, braucht er keine Änderung.',
  credentialsLeftOut: `Das gilt für einen Aufruf ohne Credentials (Cookies). Schickt dieser Aufruf sie mit, ist auch ${code('Access-Control-Allow-Credentials: true')} nötig, und kein \`*\`.`,
  noneNeeded: 'Für diesen Aufruf muss sich nichts ändern.',
  notByHeaders,
  elseBlocked,
  elseFailed,
};

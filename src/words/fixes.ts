import type { Fix, HeaderChange, StatusChange } from '../advice/fix.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { notByHeadersWords } from './not-by-headers.ts';
import { code, headerLine, listed } from './quote.ts';
import { rootAdvice } from './roots.ts';
import { serverAt } from './told.ts';

const ANSWER = { preflight: 'On the answer to OPTIONS', actual: 'On the answer to the call itself' } as const;

/** "On the answer to OPTIONS: add Access-Control-Allow-Methods: PUT" */
export function changeText(change: HeaderChange | StatusChange): string {
  const where = ANSWER[change.response];
  if ('status' in change) return `${where}: send status ${change.status} (was ${change.was})`;
  const line = headerLine(change.header, change.value);
  if (change.operation === 'remove') return `${where}: remove ${headerLine(change.header, change.was ?? change.value)}`;
  if (change.was === null) return `${where}: add ${line}`;
  return `${where}: send ${line} in place of ${headerLine(change.header, change.was)}`;
}

type HeadersFix = Extract<Fix, { kind: 'headers' }>;

function headersIntro(fix: HeadersFix, exchange: Exchange): string {
  const all = [...fix.status, ...fix.changes];
  const servers = [...new Set(all.map((change) => serverAt(exchange.hops[change.hop]?.url)))];
  const [first = 'The server'] = servers;
  const who =
    servers.length > 1 ? listed(servers.map((server, index) => (index === 0 ? server : lower(server)))) : first;
  const answers = [...new Set(all.map((change) => change.response))];
  const where =
    answers.length > 1
      ? 'in its answer to the preflight (OPTIONS) and in its answer to the call itself'
      : answers[0] === 'preflight'
        ? 'in its answer to the preflight (OPTIONS)'
        : 'in its answer to the call itself';
  const sentences = [`${who} must change this ${servers.length > 1 ? where.replaceAll('its', 'their') : where}.`];
  if (fix.alsoFirst !== null) {
    sentences.unshift(`First: ${lower(rootAdvice(fix.alsoFirst))} The headers below come after that.`);
  }
  if (fix.changes.some(({ header, value }) => isAllowOrigin(header) && value === '*')) {
    sentences.push('`*` lets every site read this answer, which is right only for public data.');
  }
  if (fix.changes.some(({ header, value }) => isAllowOrigin(header) && value !== '*')) {
    sentences.push(
      'If other origins call this server too, compare the Origin of the request with a list and send back the one that asked.',
    );
  }
  if (fix.assumed.includes('credentials')) sentences.push(credentialsAssumed(fix));
  return sentences.join(' ');
}

const isAllowOrigin = (header: string): boolean => header.toLowerCase() === 'access-control-allow-origin';
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function credentialsAssumed(fix: HeadersFix): string {
  const included = fix.changes.some(({ header }) => header.toLowerCase() === 'access-control-allow-credentials');
  return included
    ? 'This is for a call that includes credentials (cookies). If this call does not, it needs no change.'
    : `This is for a call without credentials (cookies). If this call includes them, ${code('Access-Control-Allow-Credentials: true')} is needed as well, and no \`*\`.`;
}

/** The paragraph above the changes: what to do, or why no header can help and what can. */
export function fixIntro(fix: Fix, exchange: Exchange, diagnosis: Diagnosis): string {
  switch (fix.kind) {
    case 'headers':
      return headersIntro(fix, exchange);
    case 'none-needed':
      return 'Nothing needs to change for this call.';
    case 'not-by-headers':
      return notByHeadersWords(fix.why, diagnosis);
  }
}

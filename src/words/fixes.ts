import type { Fix, HeaderChange, StatusChange } from '../advice/fix.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { words } from './language.ts';
import { serverAt } from './told.ts';

/** "On the answer to OPTIONS: add Access-Control-Allow-Methods: PUT" */
export function changeText(change: HeaderChange | StatusChange): string {
  const { fixes, headerLine } = words();
  const where = fixes.answer[change.response];
  if ('status' in change) return `${where}: ${fixes.status(change.status, change.was)}`;
  const line = headerLine(change.header, change.value);
  if (change.operation === 'remove')
    return `${where}: ${fixes.remove(headerLine(change.header, change.was ?? change.value))}`;
  if (change.was === null) return `${where}: ${fixes.add(line)}`;
  return `${where}: ${fixes.replace(line, headerLine(change.header, change.was))}`;
}

type HeadersFix = Extract<Fix, { kind: 'headers' }>;

const isAllowOrigin = ({ header }: HeaderChange): boolean => header.toLowerCase() === 'access-control-allow-origin';

/** Who has to change what, to be read before the headers; and what to mind, after them. `placed`: the headers stand under the names of the answers. */
export function headersIntro(
  fix: HeadersFix,
  exchange: Exchange,
  placed: boolean,
): { readonly lead: string; readonly mind: string } {
  const { fixes, roots } = words();
  const all = [...fix.status, ...fix.changes];
  const servers = [...new Set(all.map((change) => serverAt(exchange.hops[change.hop]?.url)))];
  const [answer = 'actual', ...others] = new Set(all.map((change) => change.response));
  const included = fix.changes.some(({ header }) => header.toLowerCase() === 'access-control-allow-credentials');
  const lead = [
    ...(fix.alsoFirst === null ? [] : [placed ? fixes.firstAbove : fixes.first(roots[fix.alsoFirst].more)]),
    fixes.mustChange(
      servers.length === 0 ? [serverAt(undefined)] : servers,
      placed ? null : others.length > 0 ? 'both' : answer,
    ),
  ];
  const mind = [
    ...(fix.changes.some((change) => isAllowOrigin(change) && change.value === '*') ? [fixes.wildcard] : []),
    ...(fix.changes.some((change) => isAllowOrigin(change) && change.value !== '*') ? [fixes.otherOrigins] : []),
    ...(fix.assumed.includes('credentials') ? [included ? fixes.credentialsIncluded : fixes.credentialsLeftOut] : []),
  ];
  return { lead: lead.join(' '), mind: mind.join(' ') };
}

/** The paragraph above the changes: what to do, or why no header can help and what can. */
export function fixIntro(fix: Fix, exchange: Exchange, diagnosis: Diagnosis): string {
  const { fixes } = words();
  switch (fix.kind) {
    case 'headers': {
      const { lead, mind } = headersIntro(fix, exchange, false);
      return mind === '' ? lead : `${lead} ${mind}`;
    }
    case 'none-needed':
      return fixes.noneNeeded;
    case 'not-by-headers':
      return fixes.notByHeaders[fix.why] ?? (diagnosis.verdict === 'blocked' ? fixes.elseBlocked : fixes.elseFailed);
  }
}

import type { Header, HeaderList } from '../cors/header-list.ts';
import { isBrowsersOwn, unsafeRule } from '../cors/request-headers.ts';
import type { Diagnosis, HeaderPointer, Step } from '../diagnosis/diagnosis.ts';
import type { Exchange, RecordedResponse } from '../exchange/exchange.ts';
import { askedHeaders } from '../exchange/pairing.ts';
import { announced } from './apply-fix.ts';
import { type Edit, isStatus } from './edit.ts';
import { headerText, parseHeaders } from './header-lines.ts';
import { askingOrigin } from './needed-policy.ts';
import { BLANK, type WhatIf, type WhatIfAnswer, type WhatIfField } from './what-if.ts';

/** A copy of the request that decided a recorded call, to be changed. */
export function whatIfFrom(exchange: Exchange, diagnosis: Diagnosis): WhatIf {
  const hop = exchange.hops[decidingHop(exchange, diagnosis)] ?? exchange.hops[0];
  const sent = hop.requestHeaders ?? announced(hop.preflight, exchange) ?? [];
  // What browsers add by themselves they do not ask for.
  const asked = new Set(askedHeaders(hop.preflight?.requestHeaders ?? []));
  return {
    origin: askingOrigin(exchange, hop, diagnosis) ?? BLANK.origin,
    url: hop.url,
    method: hop.method,
    requestHeaders: headerText(sent.filter((header) => asked.has(header[0].toLowerCase()) || isOfThePage(header))),
    credentials:
      exchange.evidence.credentials ?? (diagnosis.credentials.value === true ? 'include' : BLANK.credentials),
    preflight: answerText(hop.preflight?.response ?? null, '204'),
    actual: answerText(hop.response, '200'),
  };
}

/** The hop that a copy is made of. */
export const decidingHop = (exchange: Exchange, { cause }: Diagnosis): number => cause?.hop ?? exchange.hops.length - 1;

/** Browsers add safelisted headers of their own: these decide nothing. */
function isOfThePage(header: Header): boolean {
  const name = header[0].toLowerCase();
  if (isBrowsersOwn(header)) return false;
  return !/^accept(?:-language)?$/.test(name) || unsafeRule(name, header[1]) !== null;
}

const isOfCors = ([name]: Header): boolean => /^(?:acces+-contro|allow-control|vary$|location$)/i.test(name);

function answerText(response: RecordedResponse | null, status: string): WhatIfAnswer {
  if (response === null) return { status, headers: '' };
  const { headers } = response;
  const sorted: HeaderList = [...headers.filter(isOfCors), ...headers.filter((header) => !isOfCors(header))];
  return { status: String(response.status), headers: headerText(sorted) };
}

/** The same with changes of the answers put in, as a fix proposes them. */
export function withEditsOf(whatIf: WhatIf, edits: readonly Edit[]): WhatIf {
  let changed = whatIf;
  for (const edit of edits) {
    const answer = changed[edit.response];
    changed = { ...changed, [edit.response]: editedAnswer(answer, edit) };
  }
  return changed;
}

function editedAnswer(answer: WhatIfAnswer, edit: Edit): WhatIfAnswer {
  if (isStatus(edit)) return { ...answer, status: String(edit.status) };
  const read = parseHeaders(answer.headers);
  const headers = 'headers' in read ? read.headers : [];
  const others = headers.filter(([name]) => name.toLowerCase() !== edit.header.toLowerCase());
  const next = edit.operation === 'remove' ? others : [[edit.header, edit.value] as const, ...others];
  return { ...answer, headers: headerText(next) };
}

/** The field that decides a step, and the header in it to look at; null where none does. */
export interface FieldLink {
  readonly field: WhatIfField;
  /** In lower case; null for the field as a whole. */
  readonly header: string | null;
}

/** The field in which a step is decided, so that one can be led to it. */
export function fieldOf({ id, pointer }: Step): FieldLink | null {
  if (pointer !== null) return fieldAt(pointer);
  switch (id) {
    case 'preflight-needed':
      return { field: 'method', header: null };
    case 'preflight-answered':
    case 'preflight-ok-status':
      return { field: 'preflightStatus', header: null };
    case 'preflight-not-redirected':
      return { field: 'preflightHeaders', header: 'location' };
    case 'preflight-allow-origin':
    case 'preflight-allow-credentials':
    case 'preflight-allow-methods':
    case 'preflight-allow-headers':
      return { field: 'preflightHeaders', header: id.replace('preflight-', 'access-control-') };
    case 'response-allow-origin':
    case 'response-allow-credentials':
      return { field: 'actualHeaders', header: id.replace('response-', 'access-control-') };
    case 'response-arrived':
      return { field: 'actualStatus', header: null };
    case 'redirect-location':
      return { field: 'actualHeaders', header: 'location' };
    case 'request-mode':
    case 'response-delivered':
      return null;
  }
}

function fieldAt({ message, header }: HeaderPointer): FieldLink {
  switch (message) {
    case 'preflight-response':
      return header === ':status' ? { field: 'preflightStatus', header: null } : { field: 'preflightHeaders', header };
    case 'response':
      return header === ':status' ? { field: 'actualStatus', header: null } : { field: 'actualHeaders', header };
    case 'request':
    case 'preflight-request':
      if (header === 'origin') return { field: 'origin', header: null };
      if (header === 'access-control-request-method') return { field: 'method', header: null };
      return { field: 'requestHeaders', header: header === 'access-control-request-headers' ? null : header };
  }
}

import type { Header, HeaderList } from '../cors/header-list.ts';
import { refusedUnsent } from '../cors/main-fetch.ts';
import { isCorsSafelistedMethod, isForbiddenMethod } from '../cors/method.ts';
import { originOf } from '../cors/origin.ts';
import { corsUnsafeRequestHeaders, isForbiddenRequestHeader } from '../cors/request-headers.ts';
import { isToken } from '../cors/token.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { BrowserName, CredentialsMode, Exchange, Hop, Preflight } from '../exchange/exchange.ts';
import { parseHeaders } from './header-lines.ts';
import { supposed } from './supposed-ending.ts';

/** One answer as it is typed: a status, and headers one a line. */
export interface WhatIfAnswer {
  readonly status: string;
  readonly headers: string;
}

/** A call that nobody made, as it is typed. */
export interface WhatIf {
  readonly origin: string;
  readonly url: string;
  readonly method: string;
  /** Those that the page's code sets, one a line. */
  readonly requestHeaders: string;
  readonly credentials: CredentialsMode;
  readonly preflight: WhatIfAnswer;
  readonly actual: WhatIfAnswer;
}

export type WhatIfField =
  | 'origin'
  | 'url'
  | 'method'
  | 'requestHeaders'
  | 'credentials'
  | 'preflightStatus'
  | 'preflightHeaders'
  | 'actualStatus'
  | 'actualHeaders';

/** Why a field says nothing that could be judged. `detail`: the line's number, or what was probably meant. */
export interface Problem {
  readonly field: WhatIfField;
  readonly code:
    | 'not-an-origin'
    | 'not-http'
    | 'same-origin'
    | 'mixed-content'
    | 'bad-port'
    | 'not-a-method'
    | 'forbidden-method'
    | 'not-a-header'
    | 'not-a-status';
  readonly detail: string;
}

/** The verdict on what was typed, or why there can be none. */
export type WhatIfResult =
  | {
      readonly ok: true;
      readonly exchange: Exchange;
      readonly diagnosis: Diagnosis;
      /** Request headers that a page cannot set: the browser leaves them out. */
      readonly ignored: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A call to begin with where none was recorded. */
export const BLANK: WhatIf = {
  origin: 'https://app.example',
  url: 'https://api.example/items/1',
  method: 'PUT',
  requestHeaders: 'Content-Type: application/json',
  credentials: 'same-origin',
  preflight: { status: '204', headers: '' },
  actual: { status: '200', headers: '' },
};

const NORMALISED = /^(?:delete|get|head|options|post|put)$/i;

/** https://fetch.spec.whatwg.org/#concept-method-normalize */
const normalise = (method: string): string => (NORMALISED.test(method) ? method.toUpperCase() : method);

/** What a browser would make of a call like this. Pure; never throws. */
export function judgeWhatIf(edited: WhatIf, browser: BrowserName): WhatIfResult {
  const origin = readOrigin(edited.origin.trim());
  const url = readUrl(edited.url.trim());
  const method = readMethod(edited.method.trim());
  const request = readHeaders('requestHeaders', edited.requestHeaders);
  const preflight = readAnswer('preflight', edited.preflight);
  const actual = readAnswer('actual', edited.actual);
  const problems = [origin, url, method, request, ...preflight, ...actual].flatMap((read) => read.problems ?? []);
  const [preflightStatus, preflightHeaders] = preflight;
  const [actualStatus, actualHeaders] = actual;
  if (origin.value !== undefined && url.value !== undefined && originOf(url.value) === origin.value) {
    problems.push({ field: 'url', code: 'same-origin', detail: origin.value });
  }
  if (origin.value !== undefined && url.value !== undefined) {
    const asked = { url: url.value, origin: origin.value, mode: 'cors', redirect: 'follow' } as const;
    const unsent = refusedUnsent(asked, browser);
    if (unsent === 'mixed-content' || unsent === 'bad-port') problems.push({ field: 'url', code: unsent, detail: '' });
  }
  if (
    problems.length > 0 ||
    origin.value === undefined ||
    url.value === undefined ||
    method.value === undefined ||
    request.value === undefined ||
    preflightStatus.value === undefined ||
    preflightHeaders.value === undefined ||
    actualStatus.value === undefined ||
    actualHeaders.value === undefined
  ) {
    return { ok: false, problems };
  }
  // Reality: Chromium still keeps User-Agent to itself; the standard no longer does.
  const isBrowsers = ([name]: Header): boolean =>
    isForbiddenRequestHeader(name.toLowerCase()) || (browser === 'chromium' && /^user-agent$/i.test(name));
  const own = request.value.filter((header) => !isBrowsers(header));
  const ignored = request.value.filter(isBrowsers).map(([name]) => name);
  const hop = hopOf(origin.value, url.value, method.value, own, {
    preflight: { status: preflightStatus.value, headers: preflightHeaders.value },
    actual: { status: actualStatus.value, headers: actualHeaders.value },
  });
  const exchange = suppose(hop, origin.value, edited.credentials, browser);
  return { ok: true, exchange, diagnosis: diagnose(exchange), ignored };
}

interface Answers {
  readonly preflight: { readonly status: number; readonly headers: HeaderList };
  readonly actual: { readonly status: number; readonly headers: HeaderList };
}

function hopOf(origin: string, url: string, method: string, headers: HeaderList, answers: Answers): Hop {
  const unsafe = corsUnsafeRequestHeaders(headers).map(({ name }) => name);
  const answered = ({ status, headers }: Answers['actual']) => ({
    status,
    headers,
    seenByPage: null,
    fromCache: false,
  });
  const preflight: Preflight = {
    requestId: 'what-if-preflight',
    requestHeaders: [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
      ...(unsafe.length === 0 ? [] : [['Access-Control-Request-Headers', unsafe.join(',')] as const]),
    ],
    response: answered(answers.preflight),
    end: { kind: 'completed', at: 0 },
    startedAt: 0,
    pairedBy: 'only-candidate',
  };
  return {
    url,
    method,
    startedAt: 0,
    requestHeaders: [['Origin', origin], ['Sec-Fetch-Mode', 'cors'], ...headers],
    preflight: isCorsSafelistedMethod(method) && unsafe.length === 0 ? null : preflight,
    response: answered(answers.actual),
    redirected: false,
    delivered: false,
  };
}

/** The exchange as the browser would have recorded it: cut off where its first failing step ends the call. */
function suppose(hop: Hop, origin: string, credentials: CredentialsMode, browser: BrowserName): Exchange {
  const bare: Exchange = {
    id: 'what-if',
    revision: 1,
    browser,
    tabId: -1,
    frameId: 0,
    attribution: 'tab',
    documentId: null,
    initiator: origin,
    pageUrl: null,
    type: 'xmlhttprequest',
    startedAt: 0,
    hops: [hop],
    end: null,
    partial: false,
    evidence: { mode: 'cors', credentials },
  };
  const went = supposed(bare, { mode: 'cors', credentials: credentials === 'include', origin });
  return { ...went, evidence: bare.evidence };
}

interface Read<T> {
  readonly value?: T;
  readonly problems?: readonly Problem[];
}
const bad = (field: WhatIfField, code: Problem['code'], detail = ''): Read<never> => ({
  problems: [{ field, code, detail }],
});

function readOrigin(text: string): Read<string> {
  if (text === 'null') return { value: text };
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin === text) return { value: text };
  return bad('origin', 'not-an-origin', origin === 'null' ? '' : origin);
}

function readUrl(text: string): Read<string> {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) return bad('url', 'not-http');
  const url = new URL(text);
  url.hash = '';
  return { value: url.href };
}

function readMethod(text: string): Read<string> {
  if (!isToken(text)) return bad('method', 'not-a-method');
  return isForbiddenMethod(text) ? bad('method', 'forbidden-method', text) : { value: normalise(text) };
}

function readHeaders(field: WhatIfField, text: string): Read<HeaderList> {
  const read = parseHeaders(text);
  return 'line' in read ? bad(field, 'not-a-header', String(read.line)) : { value: read.headers };
}

function readAnswer(which: 'preflight' | 'actual', answer: WhatIfAnswer): readonly [Read<number>, Read<HeaderList>] {
  const status = answer.status.trim();
  return [
    /^[2-9]\d\d$/.test(status) ? { value: Number(status) } : bad(`${which}Status`, 'not-a-status'),
    readHeaders(`${which}Headers`, answer.headers),
  ];
}

import { FAILURE_KINDS, RESOURCE_TYPES } from '../capture/event.ts';
import type { Header, HeaderList } from '../cors/header-list.ts';
import type {
  CredentialsMode,
  End,
  Evidence,
  Exchange,
  Hop,
  PageOutcome,
  Preflight,
  RecordedResponse,
  RequestMode,
  StackFrame,
} from '../exchange/exchange.ts';
import { fields, flag, list, Malformed, method, number, oneOf, orNull, text } from './shape.ts';

const BROWSERS = ['chromium', 'firefox'] as const;
const MODES = ['cors', 'no-cors', 'same-origin', 'navigate', 'websocket'] as const satisfies readonly RequestMode[];
const CREDENTIALS = ['include', 'same-origin', 'omit'] as const satisfies readonly CredentialsMode[];

/**
 * The exchange that a report carries in `recorded`. Nothing of the file is trusted: what is not an exchange throws.
 * @throws Malformed with the place in the file
 */
export function readExchange(value: unknown, place: string): Exchange {
  const given = fields(value, place);
  const [first, ...rest] = list(given.hops, `${place}.hops`).map((hop, index) =>
    readHop(hop, `${place}.hops[${index}]`),
  );
  if (first === undefined) throw new Malformed(`${place}.hops`);
  return {
    id: text(given.id, `${place}.id`),
    revision: number(given.revision, `${place}.revision`),
    browser: oneOf(BROWSERS, given.browser, `${place}.browser`),
    tabId: number(given.tabId, `${place}.tabId`),
    frameId: number(given.frameId, `${place}.frameId`),
    attribution: oneOf(['tab', 'origin'], given.attribution, `${place}.attribution`),
    documentId: orNull(given.documentId, `${place}.documentId`, text),
    initiator: orNull(given.initiator, `${place}.initiator`, text),
    pageUrl: orNull(given.pageUrl, `${place}.pageUrl`, text),
    type: oneOf(RESOURCE_TYPES, given.type, `${place}.type`),
    startedAt: number(given.startedAt, `${place}.startedAt`),
    hops: [first, ...rest],
    end: orNull(given.end, `${place}.end`, readEnd),
    partial: flag(given.partial, `${place}.partial`),
    evidence: readEvidence(given.evidence, `${place}.evidence`),
    ...(given.toldBy === undefined ? {} : { toldBy: oneOf(['page-witness'], given.toldBy, `${place}.toldBy`) }),
  };
}

function readHop(value: unknown, place: string): Hop {
  const given = fields(value, place);
  return {
    url: text(given.url, `${place}.url`),
    method: method(given.method, `${place}.method`),
    startedAt: number(given.startedAt, `${place}.startedAt`),
    requestHeaders: orNull(given.requestHeaders, `${place}.requestHeaders`, readHeaders),
    preflight: orNull(given.preflight, `${place}.preflight`, readPreflight),
    response: orNull(given.response, `${place}.response`, readResponse),
    redirected: flag(given.redirected, `${place}.redirected`),
    delivered: flag(given.delivered, `${place}.delivered`),
  };
}

function readPreflight(value: unknown, place: string): Preflight {
  const given = fields(value, place);
  return {
    requestId: text(given.requestId, `${place}.requestId`),
    requestHeaders: orNull(given.requestHeaders, `${place}.requestHeaders`, readHeaders),
    response: orNull(given.response, `${place}.response`, readResponse),
    end: orNull(given.end, `${place}.end`, readEnd),
    startedAt: number(given.startedAt, `${place}.startedAt`),
    pairedBy: oneOf(['only-candidate', 'order'], given.pairedBy, `${place}.pairedBy`),
  };
}

function readResponse(value: unknown, place: string): RecordedResponse {
  const given = fields(value, place);
  return {
    status: number(given.status, `${place}.status`),
    headers: readHeaders(given.headers, `${place}.headers`),
    seenByPage: orNull(given.seenByPage, `${place}.seenByPage`, readHeaders),
    fromCache: flag(given.fromCache, `${place}.fromCache`),
  };
}

function readEnd(value: unknown, place: string): End {
  const given = fields(value, place);
  const at = number(given.at, `${place}.at`);
  const kind = oneOf(['completed', 'unseen', 'failed'], given.kind, `${place}.kind`);
  if (kind !== 'failed') return { kind, at };
  return {
    kind: 'failed',
    at,
    error: text(given.error, `${place}.error`),
    failure: oneOf(FAILURE_KINDS, given.failure, `${place}.failure`),
  };
}

const readHeaders = (value: unknown, place: string): HeaderList =>
  list(value, place).map((item, index): Header => {
    const at = `${place}[${index}]`;
    const [name, content, fullLength] = list(item, at);
    const header = [text(name, at), text(content, at)] as const;
    return fullLength === undefined ? header : [...header, number(fullLength, at)];
  });

type EvidenceReaders = {
  readonly [K in keyof Evidence]-?: (value: unknown, place: string) => Exclude<Evidence[K], undefined>;
};

const EVIDENCE: EvidenceReaders = {
  mode: (value, place) => oneOf(MODES, value, place),
  credentials: (value, place) => oneOf(CREDENTIALS, value, place),
  callSite: (value, place) => list(value, place).map((frame) => readFrame(frame, place)),
  resourceKind: text,
  preflightMs: number,
  fromServiceWorker: flag,
  resourceTiming(value, place) {
    const given = fields(value, place);
    return {
      responseStatus: number(given.responseStatus, place),
      initiatorType: text(given.initiatorType, place),
      matchedBy: oneOf(MATCHED, given.matchedBy, place),
    };
  },
  page(value, place) {
    const given = fields(value, place);
    return {
      api: oneOf(['fetch', 'xhr'], given.api, place),
      redirect: oneOf(['follow', 'error', 'manual'], given.redirect, place),
      outcome: orNull(given.outcome, place, readOutcome),
      refusedByPolicy: orNull(given.refusedByPolicy, place, text),
      origin: text(given.origin, place),
      matchedBy: orNull(given.matchedBy, place, (matched) => oneOf(MATCHED, matched, place)),
    };
  },
  underTrial: (value, place) => oneOfTrue(value, place),
};
const MATCHED = ['only-candidate', 'order'] as const;

/** What a later version adds is left out: nothing here could read it. */
function readEvidence(value: unknown, place: string): Evidence {
  const given = fields(value, place);
  const read = Object.entries(EVIDENCE).flatMap(([key, reader]) =>
    given[key] === undefined ? [] : [[key, reader(given[key], `${place}.${key}`)] as const],
  );
  return Object.fromEntries(read);
}

function readOutcome(value: unknown, place: string): PageOutcome {
  const given = fields(value, place);
  const kind = oneOf(['answered', 'error', 'aborted', 'timed-out'], given.kind, place);
  return kind === 'answered' ? { kind, status: number(given.status, place) } : { kind };
}

function oneOfTrue(value: unknown, place: string): true {
  if (value !== true) throw new Malformed(place);
  return true;
}

function readFrame(value: unknown, place: string): StackFrame {
  const given = fields(value, `${place}.callSite`);
  return {
    functionName: text(given.functionName, `${place}.callSite`),
    url: text(given.url, `${place}.callSite`),
    line: number(given.line, `${place}.callSite`),
    column: number(given.column, `${place}.callSite`),
  };
}

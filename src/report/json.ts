import { curlFor } from '../advice/curl.ts';
import { browserCodes } from '../diagnosis/browser-codes.ts';
import { readCall } from '../diagnosis/call.ts';
import type { Diagnosis, Fault, Known, PreflightReason } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { becauseText, sentence } from '../words/explain.ts';
import type { Finding } from './finding.ts';
import { fixJson } from './fix-json.ts';
import { GENERATOR, needsTelling } from './header.ts';
import type { ReportOptions } from './report.ts';

const known = <T, U>(fact: Known<T>, show: (value: T) => U) =>
  fact.from === 'unknown'
    ? { value: null, from: fact.from }
    : fact.from === 'seen'
      ? { value: show(fact.value), from: fact.from }
      : { value: show(fact.value), from: fact.from, because: becauseText(fact.because) };

const reasonJson = (reason: PreflightReason): string =>
  reason.code === 'header' ? `header:${reason.name}` : reason.code;

const faultJson = (fault: Fault) => ({
  code: fault.code,
  phase: fault.phase,
  header: fault.pointer?.header ?? null,
  got: fault.got,
  want: fault.want,
  hop: fault.hop,
  nearMiss: fault.nearMiss?.code ?? null,
});

/** What the browser reports instead if the call's unseen credentials mode is not the one that `cause` assumes. */
function otherCauseJson({ exchange, diagnosis: { otherCause } }: Finding) {
  if (otherCause === null) return null;
  const { fault, credentials } = otherCause;
  return {
    credentials: credentials ? 'include' : 'same-origin',
    ...faultJson(fault),
    browserCode: browserCodes(readCall(exchange), fault),
  };
}

/** The preflight that decided: that of the failing hop, else the last that was sent. */
function preflightJson(exchange: Exchange, { cause, preflight }: Diagnosis) {
  const deciding = cause === null ? null : (exchange.hops[cause.hop]?.preflight ?? null);
  const sent = deciding ?? exchange.hops.findLast((hop) => hop.preflight !== null)?.preflight ?? null;
  return {
    sent: preflight.sent || sent !== null,
    status: sent?.response?.status ?? null,
    paired: sent !== null,
    reasons: preflight.reasons.map(reasonJson),
    absentBecause: preflight.absentBecause,
  };
}

function exchangeJson(finding: Finding, options: ReportOptions) {
  const { exchange, diagnosis, fix } = finding;
  const [first] = exchange.hops;
  const { cause, lookalike } = diagnosis;
  // A witness may tell omit from same-origin; from outside they are one.
  const without = exchange.evidence.credentials === 'omit' ? 'omit' : 'same-origin';
  return {
    id: exchange.id,
    method: first.method,
    url: first.url,
    type: exchange.evidence.resourceKind ?? exchange.type,
    origin: diagnosis.origin.value,
    mode: known(diagnosis.mode, (mode) => mode),
    credentials: known(diagnosis.credentials, (included) => (included ? 'include' : without)),
    verdict: diagnosis.verdict,
    certainty: diagnosis.certainty,
    toldBy: exchange.toldBy ?? 'browser',
    phase: cause?.phase ?? null,
    cause: cause?.code ?? lookalike?.code ?? null,
    browserCode: diagnosis.browserCode,
    otherCause: otherCauseJson(finding),
    status: exchange.hops.at(-1)?.response?.status ?? null,
    preflight: preflightJson(exchange, diagnosis),
    faults: diagnosis.faults.map(faultJson),
    hops: exchange.hops.map(({ url, method, response }) => ({ url, method, status: response?.status ?? null })),
    notes: diagnosis.notes.map(({ code, hop, detail }) => ({ code, hop, detail })),
    readings:
      diagnosis.readings === null
        ? null
        : { include: diagnosis.readings.withCredentials, 'same-origin': diagnosis.readings.without },
    readable: diagnosis.readability?.readable ?? null,
    readableDepends: diagnosis.readability?.depends ?? null,
    fix: fixJson(fix),
    summary: sentence(exchange, diagnosis),
    roots: diagnosis.roots.map(({ code, detail }) => ({ code, detail })),
    evidence: lookalike?.evidence ?? (exchange.end?.kind === 'failed' ? exchange.end.error : null),
    // The exchange itself, so that a saved report can be opened and judged again.
    recorded: exchange,
    curl: needsTelling(finding) ? curlFor(exchange, diagnosis, { secrets: options.secrets }) : null,
  };
}

// JSON.stringify leaves these as they are; escaped they are the same text, and harmless on a terminal.
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** The JSON report, version 1. Fields may be added within the version, never renamed or dropped. */
export function renderJson(findings: readonly Finding[], options: ReportOptions): string {
  const report = {
    format: 'cors-lens-report',
    version: 1,
    generator: GENERATOR,
    browser: { name: options.browser.name, version: options.browser.version },
    page: options.pageUrl,
    recordedAt: options.recordedAt,
    redacted: !options.secrets,
    openedFrom: options.openedFrom ?? null,
    exchanges: findings.map((finding) => exchangeJson(finding, options)),
  };
  return JSON.stringify(report, null, 2).replace(
    UNSEEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

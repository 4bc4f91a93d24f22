import { curlFor } from '../advice/curl.ts';
import {
  becauseText,
  causeTitle,
  certaintyWords,
  changeText,
  faultText,
  fixIntro,
  hintText,
  nearMissText,
  noteText,
  sentence,
  verdictWord,
} from '../words/explain.ts';
import { words } from '../words/language.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { Finding } from './finding.ts';

/** All that is said of one call, in words, before a format lays it out. */
export interface ToldFinding {
  readonly verdict: string;
  readonly method: string;
  readonly url: string;
  readonly sentence: string;
  readonly hints: readonly string[];
  /** Labels and values; values are foreign or code. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly certainty: string;
  readonly nearMiss: string | null;
  readonly alsoWrong: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly fix: string;
  /** One line a change. */
  readonly changes: readonly string[];
  readonly hygiene: readonly string[];
  readonly proof: string | null;
  readonly notes: readonly string[];
  readonly curl: readonly string[];
}

/** Puts a call into the words of the language in use. `secrets`: for its curl lines, whether they may hold any. */
export function tellFinding(finding: Finding, secrets: boolean): ToldFinding {
  const { exchange, diagnosis, fix } = finding;
  const { cause, lookalike, credentials } = diagnosis;
  const [first] = exchange.hops;
  const headers = fix.kind === 'headers' ? fix : null;
  const { preflight, actual } = curlFor(exchange, diagnosis, { secrets });
  const { report } = words();
  const code = cause?.code ?? lookalike?.code ?? null;
  return {
    verdict: verdictWord(diagnosis.verdict),
    method: first.method,
    url: first.url,
    sentence: sentence(exchange, diagnosis),
    hints: diagnosis.roots.map((root) => hintText(diagnosis, root)),
    facts: [
      ...(diagnosis.origin.value === null ? [] : [[report.origin, diagnosis.origin.value] as const]),
      ...(code === null ? [] : [[report.cause, `${code}: ${causeTitle(code)}`] as const]),
      ...(cause === null ? [] : [[report.where, report.phases[cause.phase]] as const]),
      ...browserCodes(finding),
      ...(exchange.end?.kind === 'failed' && exchange.end.error !== ''
        ? [[report.browserText, exchange.end.error] as const]
        : []),
      [
        report.credentials,
        credentials.from === 'unknown'
          ? report.unknown
          : `${report.credentialsValue(credentials.value)} (${report.from[credentials.from]}: ${becauseText(credentials.because)})`,
      ],
    ],
    certainty: certaintyWords(diagnosis.certainty),
    nearMiss: cause?.nearMiss ? nearMissText(cause.nearMiss) : null,
    alsoWrong: diagnosis.faults
      .filter((fault) => !(fault.code === cause?.code && fault.phase === cause.phase && fault.hop === cause.hop))
      .map((fault) => faultText(fault, diagnosis)),
    evidence: evidenceOf(finding),
    fix: fixIntro(fix, exchange, diagnosis),
    changes: headers === null ? [] : [...headers.status, ...headers.changes].map(changeText),
    hygiene: headers === null ? [] : headers.hygiene.map(changeText),
    proof: headers === null ? null : headers.proven ? report.proven : report.notProven,
    notes: diagnosis.notes.map(noteText),
    curl: [...(preflight === null ? [] : [preflight]), actual],
  };
}

function browserCodes({ diagnosis: { browserCode } }: Finding): readonly (readonly [string, string])[] {
  if (browserCode === null) return [];
  const { chromium, firefox } = browserCode;
  const { browserCode: callsIt } = words().report;
  return [
    ...(chromium === null ? [] : [[callsIt('Chromium'), chromium] as const]),
    ...(firefox === null ? [] : [[callsIt('Firefox'), firefox] as const]),
  ];
}

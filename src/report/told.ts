import { curlFor } from '../advice/curl.ts';
import {
  becauseText,
  causeTitle,
  certaintyWords,
  changeText,
  faultText,
  fixIntro,
  nearMissText,
  noteText,
  rootText,
  sentence,
  verdictWord,
} from '../words/explain.ts';
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

export function tellFinding(finding: Finding, secrets: boolean): ToldFinding {
  const { exchange, diagnosis, fix } = finding;
  const { cause, lookalike, credentials } = diagnosis;
  const [first] = exchange.hops;
  const headers = fix.kind === 'headers' ? fix : null;
  const { preflight, actual } = curlFor(exchange, diagnosis, { secrets });
  const code = cause?.code ?? lookalike?.code ?? null;
  return {
    verdict: verdictWord(diagnosis.verdict),
    method: first.method,
    url: first.url,
    sentence: sentence(exchange, diagnosis),
    hints: diagnosis.roots.map(rootText),
    facts: [
      ...(diagnosis.origin.value === null ? [] : [['Origin', diagnosis.origin.value] as const]),
      ...(code === null ? [] : [['Cause', `${code}: ${causeTitle(code)}`] as const]),
      ...(cause === null ? [] : [['Where', WHERE[cause.phase]] as const]),
      ...browserCodes(finding),
      ...(exchange.end?.kind === 'failed' ? [['The browser’s text', exchange.end.error] as const] : []),
      [
        'Credentials',
        credentials.from === 'unknown'
          ? 'unknown'
          : `${credentials.value ? 'included' : 'not included'} (${credentials.from}: ${becauseText(credentials.because)})`,
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
    proof: headers === null ? null : headers.proven ? PROVEN : NOT_PROVEN,
    notes: diagnosis.notes.map(noteText),
    curl: [...(preflight === null ? [] : [preflight]), actual],
  };
}

const WHERE = {
  preflight: 'the answer to the preflight (OPTIONS)',
  redirect: 'a redirect on the way',
  response: 'the answer to the call itself',
} as const;
const PROVEN = 'Proven: the same steps, run again with these changes, let the call through.';
const NOT_PROVEN = 'Not proven: run again with these changes, the steps did not all pass.';

function browserCodes({ diagnosis: { browserCode } }: Finding): readonly (readonly [string, string])[] {
  if (browserCode === null) return [];
  const { chromium, firefox } = browserCode;
  return [
    ...(chromium === null ? [] : [['Chromium calls it', chromium] as const]),
    ...(firefox === null ? [] : [['Firefox calls it', firefox] as const]),
  ];
}

import type { CauseCode } from './codes.ts';
import type { Fault, HeaderPointer, Phase, Step, StepId, StepState } from './diagnosis.ts';

/** One step of the standard, taken: how it went, and what it found. */
export interface Check {
  readonly step: Step;
  readonly fault: Fault | null;
}

const FETCH = 'https://fetch.spec.whatwg.org/#';
const SPEC: Readonly<Record<StepId, string>> = {
  'request-mode': `${FETCH}concept-request-mode`,
  'preflight-needed': `${FETCH}http-fetch`,
  'preflight-answered': `${FETCH}cors-preflight-fetch-0`,
  'preflight-not-redirected': `${FETCH}cors-preflight-fetch-0`,
  'preflight-allow-origin': `${FETCH}concept-cors-check`,
  'preflight-allow-credentials': `${FETCH}concept-cors-check`,
  'preflight-ok-status': `${FETCH}cors-preflight-fetch-0`,
  'preflight-allow-methods': `${FETCH}cors-preflight-fetch-0`,
  'preflight-allow-headers': `${FETCH}cors-preflight-fetch-0`,
  'response-arrived': `${FETCH}concept-http-network-fetch`,
  'response-allow-origin': `${FETCH}concept-cors-check`,
  'response-allow-credentials': `${FETCH}concept-cors-check`,
  'redirect-location': `${FETCH}http-redirect-fetch`,
  'response-delivered': `${FETCH}concept-filtered-response-cors`,
};

export interface StepParts {
  readonly expected?: string | null;
  readonly got?: string | null;
  readonly pointer?: HeaderPointer | null;
  /** `Reality:` the browser's order or rule differs from the standard's. */
  readonly deviates?: boolean;
}

/** A step that found no fault. */
export const step = (id: StepId, hop: number, state: StepState, parts: StepParts = {}): Check => ({
  step: {
    id,
    hop,
    state,
    spec: SPEC[id],
    deviates: parts.deviates ?? false,
    expected: parts.expected ?? null,
    got: parts.got ?? null,
    pointer: parts.pointer ?? null,
    fault: null,
  },
  fault: null,
});

export interface FaultParts {
  readonly code: CauseCode;
  readonly phase: Phase;
  readonly hop: number;
  readonly pointer: HeaderPointer | null;
  readonly got: string | null;
  readonly want: string | null;
}

/** A step that failed, with its fault. Written out, since this is made more often than anything else. */
export function failedStep(id: StepId, fault: FaultParts, parts: StepParts = {}): Check {
  const { code, phase, hop, pointer, got, want } = fault;
  const { expected = want, deviates = false } = parts;
  return {
    step: { id, hop, state: 'failed', spec: SPEC[id], deviates, expected, got, pointer, fault: code },
    fault: { code, phase, hop, pointer, got, want, nearMiss: null, root: null },
  };
}

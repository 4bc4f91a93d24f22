import { allowCredentialsFailure, allowOriginFailure } from '../cors/cors-check.ts';
import { getHeader } from '../cors/get-header.ts';
import type { HeaderList } from '../cors/header-list.ts';
import { type Check, failedStep, step } from './check.ts';
import type { HeaderPointer, Known, Phase } from './diagnosis.ts';

/** An answer that is subject to the CORS check. `hop` counts the requests of its exchange from 0. */
export interface Answer {
  readonly where: 'preflight' | 'response';
  readonly hop: number;
  readonly phase: Phase;
  readonly origin: Known<string>;
  readonly credentials: boolean;
  readonly headers: HeaderList;
}

/** The CORS check of one answer, as its two steps. https://fetch.spec.whatwg.org/#concept-cors-check */
export function originChecks(answer: Answer): readonly [Check, Check] {
  return [allowOrigin(answer), allowCredentials(answer)];
}

const point = ({ where, hop }: Answer, header: string): HeaderPointer => ({
  hop,
  message: where === 'preflight' ? 'preflight-response' : 'response',
  header,
});

function allowOrigin(answer: Answer): Check {
  const { where, hop, phase, headers, credentials } = answer;
  const id = `${where}-allow-origin` as const;
  const origin = answer.origin.value;
  const pointer = point(answer, 'access-control-allow-origin');
  const got = getHeader(headers, 'access-control-allow-origin');
  // An origin that is not known equals nothing: only `*` is sure to pass, only an absent header is sure to fail.
  const code = allowOriginFailure(origin ?? '', credentials, headers);
  if (origin === null && code !== null && code !== 'allow-origin-missing') {
    return step(id, hop, 'unknown', { expected: null, got, pointer });
  }
  if (code === null) return step(id, hop, 'passed', { expected: origin, got, pointer });
  return failedStep(id, { code, phase, hop, pointer, got, want: origin });
}

function allowCredentials(answer: Answer): Check {
  const { where, hop, phase, headers, credentials } = answer;
  const id = `${where}-allow-credentials` as const;
  const pointer = point(answer, 'access-control-allow-credentials');
  const got = getHeader(headers, 'access-control-allow-credentials');
  if (!credentials) return step(id, hop, 'not-needed', { got, pointer });
  const code = allowCredentialsFailure(credentials, headers);
  if (code === null) return step(id, hop, 'passed', { expected: 'true', got, pointer });
  return failedStep(id, { code, phase, hop, pointer, got, want: 'true' });
}

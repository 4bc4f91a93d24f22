import { refusedUnsent, type Unsent } from '../cors/main-fetch.ts';
import type { PageWords } from '../exchange/exchange.ts';
import type { Call } from './call.ts';
import { type Check, failedStep } from './check.ts';
import type { CauseCode, LookalikeCode } from './codes.ts';
import { visibleCredentials } from './credentials.ts';
import type { Fault, Lookalike } from './diagnosis.ts';
import type { Judgement } from './judge.ts';

/**
 * Judges a call for which the browser sent no request, so that only the page witness tells of it. The page can say what
 * it likes: what follows from its words by the standard is derived, never observed.
 */
export function judgeUnsent(call: Call): Judgement {
  const { page, mode } = call.exchange.evidence;
  const base: Judgement = {
    verdict: 'undecided',
    certainty: 'depends',
    cause: null,
    otherCause: null,
    faults: [],
    lookalike: null,
    credentials: visibleCredentials(call),
    readings: null,
    checks: [],
    outcome: 'silent',
    seenBy: 'page-witness',
  };
  if (page === undefined) return base;
  const { url } = call.last.hop;
  const refused =
    mode === undefined
      ? null
      : refusedUnsent({ url, origin: page.origin, mode, redirect: page.redirect }, call.exchange.browser);
  // https://fetch.spec.whatwg.org/#concept-main-fetch : the policy of the page is asked before the mode.
  if (page.refusedByPolicy !== null) return failed(base, 'content-security-policy', page.refusedByPolicy);
  if (refused !== null) return refusedBy(base, refused, url, mode ?? null, page);
  return ended(base, page);
}

const failed = (base: Judgement, code: LookalikeCode, evidence: string): Judgement => {
  const lookalike: Lookalike = { code, evidence, hop: 0, during: 'actual' };
  return { ...base, verdict: 'failed', certainty: 'derived', lookalike, outcome: 'refused' };
};

function refusedBy(base: Judgement, unsent: Unsent, url: string, mode: string | null, page: PageWords): Judgement {
  switch (unsent) {
    case 'bad-port':
      return failed(base, 'unsafe-port', new URL(url).port);
    case 'mixed-content':
      return failed(base, 'mixed-content', '');
    case 'disabled-scheme':
      // Reality: neither browser calls it CORS that a page of the web may not read files.
      if (url.startsWith('file:')) return failed(base, 'other-failure', 'file:');
      return blocked(base, unsent, url, 'http, https');
    case 'same-origin-mode':
      return blocked(base, unsent, mode, 'cors');
    case 'no-cors-redirect-mode':
      return blocked(base, unsent, `redirect: ${page.redirect}`, 'redirect: follow');
  }
}

function blocked(base: Judgement, code: CauseCode, got: string | null, want: string): Judgement {
  const check: Check = failedStep('request-mode', { code, phase: 'response', hop: 0, pointer: null, got, want });
  const faults: readonly Fault[] = check.fault === null ? [] : [check.fault];
  const cause = faults[0] ?? null;
  return { ...base, verdict: 'blocked', certainty: 'derived', cause, faults, checks: [check], outcome: 'refused' };
}

/** A call that ended without a request: answered by the page's own service worker, or given up. */
function ended(base: Judgement, { outcome }: PageWords): Judgement {
  switch (outcome?.kind) {
    case 'answered':
      return { ...base, verdict: 'allowed', certainty: 'derived', outcome: 'delivered' };
    case 'aborted':
      return failed(base, 'aborted', '');
    case 'timed-out':
      return failed(base, 'timed-out', '');
    case 'error':
      return failed(base, 'other-failure', '');
    case undefined:
      return base;
  }
}

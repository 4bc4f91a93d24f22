import { getHeader } from '../cors/get-header.ts';
import { originOf } from '../cors/origin.ts';
import { isRedirect, locationUrl, redirectFailure } from '../cors/redirect.ts';
import type { RecordedResponse } from '../exchange/exchange.ts';
import type { Call, CallHop } from './call.ts';
import { type Check, failedStep, step } from './check.ts';
import type { HeaderPointer } from './diagnosis.ts';
import { notFollowed } from './not-followed.ts';
import { originChecks } from './origin-checks.ts';

/**
 * The answer to an actual request: it arrived, it passes the CORS check, and where it is a redirect it may be followed.
 * https://fetch.spec.whatwg.org/#http-fetch , https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function responseChecks(call: Call, at: CallHop, credentials: boolean, isReached: boolean): readonly Check[] {
  const { index, hop, crossOrigin } = at;
  const { response } = hop;
  if (response === null) return noResponse(at, isReached);
  const arrived = step('response-arrived', index, 'passed', {
    got: String(response.status),
    pointer: { hop: index, message: 'response', header: ':status' },
  });
  const redirects = isRedirect(response.status, response.headers, call.exchange.browser);
  const unfollowed = at.isLast && notFollowed(call) !== null;
  const checks = crossOrigin
    ? originChecks({
        where: 'response',
        hop: index,
        phase: redirects ? 'redirect' : 'response',
        origin: at.origin,
        credentials,
        headers: response.headers,
      })
    : (['response-allow-origin', 'response-allow-credentials'] as const).map((id) => step(id, index, 'not-needed'));
  return [arrived, ...checks, ...(redirects && !unfollowed ? [redirectCheck(call, at, response)] : [])];
}

function noResponse({ index, hop, isLast }: CallHop, isReached: boolean): readonly Check[] {
  const state = !isReached ? 'not-reached' : isLast ? 'unknown' : 'passed';
  return [
    step('response-arrived', index, hop.response === null && isReached ? state : 'not-reached'),
    step('response-allow-origin', index, 'not-reached'),
    step('response-allow-credentials', index, 'not-reached'),
  ];
}

/**
 * Where a redirect may not lead. A target that is no URL ends the call as well, but is no matter of CORS: no fault.
 * https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
function redirectCheck(call: Call, at: CallHop, { headers }: RecordedResponse): Check {
  const { index, hop, origin, crossOrigin } = at;
  const got = getHeader(headers, 'location');
  const target = locationUrl(headers, hop.url);
  const pointer: HeaderPointer = { hop: index, message: 'response', header: 'location' };
  if (target === null) return step('redirect-location', index, 'failed', { expected: WEB, got, pointer });
  const leaves = crossOrigin || originOf(target) !== origin.value;
  const common = { phase: 'redirect', hop: index, pointer, got } as const;
  if (leaves && call.mode.value === 'same-origin') {
    return failedStep('redirect-location', { ...common, code: 'same-origin-mode', want: originOf(hop.url) });
  }
  const code = call.mode.value === 'no-cors' ? null : redirectFailure(target, leaves);
  if (code === null) return step('redirect-location', index, 'passed', { got, pointer });
  return failedStep('redirect-location', { ...common, code, want: code === 'redirect-with-userinfo' ? null : WEB });
}

const WEB = 'http(s)';

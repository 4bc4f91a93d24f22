import { getHeader } from '../cors/get-header.ts';
import type { HeaderList } from '../cors/header-list.ts';
import { isCorsSafelistedMethod } from '../cors/method.ts';
import { originOf } from '../cors/origin.ts';
import {
  type AllowList,
  allowList,
  headersNotAllowed,
  isMethodAllowed,
  isNonWildcardRequestHeaderName,
  isOkStatus,
} from '../cors/preflight-response.ts';
import { isRedirect } from '../cors/redirect.ts';
import type { BrowserName, Exchange, Preflight, RecordedResponse } from '../exchange/exchange.ts';
import { askedHeaders } from '../exchange/pairing.ts';
import type { CallHop } from './call.ts';
import { type Check, failedStep, step } from './check.ts';
import type { HeaderPointer, StepId } from './diagnosis.ts';
import { originChecks } from './origin-checks.ts';

const STEPS: readonly StepId[] = [
  'preflight-answered',
  'preflight-not-redirected',
  'preflight-allow-origin',
  'preflight-allow-credentials',
  'preflight-ok-status',
  'preflight-allow-methods',
  'preflight-allow-headers',
];

/**
 * The answer to a preflight, held against CORS-preflight fetch. Every step is taken, also behind one that failed; the
 * first failing one is what the browser reports. https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function preflightChecks(call: CallHop, credentials: boolean, exchange: Exchange): readonly Check[] {
  const { browser, initiator } = exchange;
  const { preflight } = call.hop;
  if (preflight === null) return [];
  const { response } = preflight;
  if (response === null) return unanswered(call.index, preflight);
  const answered = step('preflight-answered', call.index, 'passed', {
    got: String(response.status),
    pointer: point(call.index, ':status'),
  });
  // Reality: a redirect back to the page's own origin is preflighted, and Firefox takes that answer for one of the own origin.
  const isOwn = browser === 'firefox' && initiator !== null && initiator === originOf(call.hop.url);
  const origin = isOwn
    ? (['preflight-allow-origin', 'preflight-allow-credentials'] as const).map((id) =>
        step(id, call.index, 'not-needed'),
      )
    : originChecks({
        where: 'preflight',
        hop: call.index,
        phase: 'preflight',
        origin: call.preflightOrigin,
        credentials,
        headers: response.headers,
      });
  const redirected = notRedirected(call.index, response, browser);
  // Reality: Firefox holds the redirect itself against the CORS check before it refuses it, Chromium does not look.
  // Targets that may not be loaded at all are refused before (NS_ERROR_CORRUPTED_CONTENT).
  const isEarly = browser === 'chromium' || isUnloadable(preflight);
  const first = isEarly ? [redirected, ...origin] : [...origin, redirected];
  // A redirect that is refused says nothing of status and lists that would be worth telling.
  const rest =
    redirected.fault === null
      ? [okStatus(call.index, response), ...lists(call, preflight, response, credentials, browser)]
      : STEPS.slice(4).map((id) => step(id, call.index, 'not-reached'));
  return [answered, ...first, ...rest];
}

const isUnloadable = ({ end }: Preflight): boolean => end?.kind === 'failed' && end.failure === 'invalid-response';

const point = (hop: number, header: string): HeaderPointer => ({ hop, message: 'preflight-response', header });

function unanswered(hop: number, preflight: Preflight): readonly Check[] {
  const [, ...rest] = STEPS;
  const state = preflight.end === null ? 'unknown' : 'failed';
  const got = preflight.end?.kind === 'failed' ? preflight.end.error : null;
  return [
    step('preflight-answered', hop, state, { expected: null, got }),
    ...rest.map((id) => step(id, hop, 'not-reached')),
  ];
}

function notRedirected(hop: number, { status, headers }: RecordedResponse, browser: BrowserName): Check {
  if (!isRedirect(status, headers, browser)) return step('preflight-not-redirected', hop, 'passed');
  return failedStep('preflight-not-redirected', {
    code: 'preflight-redirect',
    phase: 'preflight',
    hop,
    pointer: point(hop, 'location'),
    got: `${status} ${getHeader(headers, 'location') ?? ''}`.trim(),
    want: '200–299',
  });
}

/** CORS-preflight fetch, step 7: an ok status. */
function okStatus(hop: number, { status }: RecordedResponse): Check {
  const pointer = point(hop, ':status');
  if (isOkStatus(status)) {
    return step('preflight-ok-status', hop, 'passed', { expected: '200–299', got: String(status), pointer });
  }
  return failedStep('preflight-ok-status', {
    code: 'preflight-status',
    phase: 'preflight',
    hop,
    pointer,
    got: String(status),
    want: '200–299',
  });
}

function lists(
  call: CallHop,
  preflight: Preflight,
  { headers }: RecordedResponse,
  credentials: boolean,
  browser: BrowserName,
): readonly Check[] {
  const methods = allowList(headers, 'access-control-allow-methods');
  const names = allowList(headers, 'access-control-allow-headers');
  const method = methodCheck(call, headers, methods, credentials);
  const header = headerCheck(call.index, preflight, headers, names, credentials, browser);
  // Chromium, like the standard, reads both lists before it looks anything up in them; Firefox reads the second when
  // it is done with the first.
  const headersFirst = browser === 'chromium' && methods !== null && names === null && method.fault !== null;
  return headersFirst ? [header, method] : [method, header];
}

function methodCheck(call: CallHop, headers: HeaderList, methods: AllowList, credentials: boolean): Check {
  const { index, hop } = call;
  const got = getHeader(headers, 'access-control-allow-methods');
  const common = {
    phase: 'preflight',
    hop: index,
    pointer: point(index, 'access-control-allow-methods'),
    got,
  } as const;
  // A safelisted method needs no entry, so none can be asked for in place of the unreadable list.
  if (methods === null) {
    return failedStep('preflight-allow-methods', { ...common, code: 'allow-methods-unparsable', want: hop.method });
  }
  if (isMethodAllowed(hop.method, methods, credentials)) {
    return step('preflight-allow-methods', index, 'passed', {
      expected: isCorsSafelistedMethod(hop.method) ? null : hop.method,
      got,
      pointer: common.pointer,
    });
  }
  return failedStep('preflight-allow-methods', { ...common, code: 'allow-methods-lacks-method', want: hop.method });
}

function headerCheck(
  hop: number,
  preflight: Preflight,
  headers: HeaderList,
  allowed: AllowList,
  credentials: boolean,
  browser: BrowserName,
): Check {
  const got = getHeader(headers, 'access-control-allow-headers');
  const asked = askedHeaders(preflight.requestHeaders ?? []);
  const wanted = asked.length === 0 ? null : asked.join(', ');
  const common = { phase: 'preflight', hop, pointer: point(hop, 'access-control-allow-headers'), got } as const;
  if (allowed === null) {
    return failedStep('preflight-allow-headers', { ...common, code: 'allow-headers-unparsable', want: wanted });
  }
  const lacking = headersNotAllowed(asked, allowed, credentials, browser);
  if (lacking.length === 0) {
    const deviates =
      asked.some(isNonWildcardRequestHeaderName) &&
      headersNotAllowed(asked, allowed, credentials, 'standard').length > 0;
    return step('preflight-allow-headers', hop, 'passed', { expected: wanted, got, pointer: common.pointer, deviates });
  }
  return failedStep(
    'preflight-allow-headers',
    { ...common, code: 'allow-headers-lacks-header', want: lacking.join(', ') },
    { expected: wanted },
  );
}

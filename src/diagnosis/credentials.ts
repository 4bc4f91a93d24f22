import { getHeader } from '../cors/get-header.ts';
import type { HeaderList } from '../cors/header-list.ts';
import type { Call } from './call.ts';
import type { Because, CredentialsIncluded, Fault, Known } from './diagnosis.ts';
import type { Walk } from './walk.ts';

type Credentials = Known<CredentialsIncluded>;

const is = (value: boolean, from: 'seen' | 'inferred', because: Because): Credentials => ({ value, from, because });

/**
 * Whether the call includes credentials, from what it carried. https://fetch.spec.whatwg.org/#concept-request-credentials-mode
 * Only hops of another origin tell: towards its own origin a call of mode `same-origin` includes them as well.
 */
export function visibleCredentials(call: Call): Credentials {
  const { evidence, type } = call.exchange;
  const foreign = call.hops.filter(({ crossOrigin }) => crossOrigin);
  const sent = foreign.flatMap(({ hop }) => (hop.requestHeaders === null ? [] : [hop.requestHeaders]));
  // Pages cannot set this header, and the browser sends it to another origin only when asked to.
  if (sent.some((headers) => getHeader(headers, 'cookie') !== null)) return is(true, 'seen', { code: 'cookie-sent' });
  const asked = foreign.flatMap(({ hop }) => (hop.preflight?.requestHeaders ? [hop.preflight.requestHeaders] : []));
  // Sec-Fetch-Storage-Access stands on every cross-site request with credentials to a trustworthy URL, cookie or not, and
  // on no other. https://privacycg.github.io/storage-access-headers/
  if ([...sent, ...asked].some((headers) => getHeader(headers, 'sec-fetch-storage-access') !== null))
    return is(true, 'inferred', { code: 'storage-access-header' });
  if (evidence.credentials !== undefined) {
    return is(evidence.credentials === 'include', 'seen', { code: 'page-witness' });
  }
  if (type === 'ping') return is(true, 'inferred', { code: 'beacon-includes' }); // https://w3c.github.io/beacon/#sendbeacon-method
  if (type === 'font') return is(false, 'inferred', { code: 'resource-type' });
  if (lacksStorageAccess(call)) return is(false, 'inferred', { code: 'no-storage-access-header' });
  return { value: null, from: 'unknown' };
}

/**
 * The call went to another site without Sec-Fetch-Storage-Access, from where the browser would have sent it.
 * Sec-Fetch-Site speaks of the whole way (https://w3c.github.io/webappsec-fetch-metadata/#abstract-opdef-set-site), so only
 * the first foreign hop tells. Reality: in Firefox any redirect makes it `cross-site`, and workers, of which it names no
 * document, send no Sec-Fetch-Storage-Access.
 */
function lacksStorageAccess({ exchange, hops }: Call): boolean {
  if (exchange.browser === 'firefox' && exchange.documentId === null) return false;
  const first = hops.find(({ crossOrigin }) => crossOrigin);
  if (exchange.browser === 'firefox' && first?.index !== 0) return false;
  const headers = first?.hop.requestHeaders ?? null;
  return headers !== null && getHeader(headers, 'sec-fetch-site') === 'cross-site' && knowsHeader(headers);
}

/** Chromium sends it since 133; Firefox was measured to in 153. */
function knowsHeader(headers: HeaderList): boolean {
  const agent = getHeader(headers, 'user-agent') ?? '';
  const [, name, version] = /(Chrome|Firefox)\/(\d+)/.exec(agent) ?? [];
  return name === 'Chrome' ? Number(version) >= 133 : name === 'Firefox' && Number(version) >= 153;
}

/** Why only one of both assumptions fits what the browser did: from the fault that the other one would have met. */
export function credentialsFromOutcome(kept: Walk, dropped: Walk): Credentials {
  // With credentials everything is stricter: without them there was nothing to refuse, or with them something to refuse.
  const telling = kept.credentials ? kept.faults[0] : (dropped.contradiction ?? dropped.faults[0]);
  return is(kept.credentials, 'inferred', { code: kept.credentials ? refused(telling) : accepted(telling) });
}

const refused = (fault: Fault | undefined): Because['code'] =>
  fault?.code === 'allow-credentials-missing' || fault?.code === 'allow-credentials-invalid'
    ? 'credentials-refused'
    : 'wildcard-refused';

const accepted = (fault: Fault | undefined | null): Because['code'] =>
  fault?.code === 'allow-credentials-missing' || fault?.code === 'allow-credentials-invalid'
    ? 'accepted-without-allow-credentials'
    : 'wildcard-accepted';

import type { Header, HeaderList } from '../cors/header-list.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { headerValue } from '../exchange/cross-origin.ts';
import type { Exchange, Hop } from '../exchange/exchange.ts';
import { redactHeader, redactText } from './redact.ts';
import { shellQuote } from './shell-quote.ts';

export interface CurlLines {
  /** Reproduces the preflight (OPTIONS); null when the call needs none. */
  readonly preflight: string | null;
  readonly actual: string;
}

/** Stands for a header's value that was never seen, because the browser did not send the call. */
const NOT_SEEN = '[value not seen]';
// What curl makes itself, or what belongs to the browser's connection and not to the call.
const CURLS_OWN =
  /^(?:host|connection|content-length|accept-encoding|transfer-encoding|keep-alive|te|trailer|upgrade|expect|priority|sec-ch-.*|proxy-connection|:.*)$/i;
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * curl lines that show the headers of the server's two answers, quoted for a POSIX shell. Secrets are replaced unless
 * asked for. curl enforces no CORS: it shows what the server says, the browser's rules are then read off. The body of a
 * call is not recorded, so a POST or PUT is repeated without one.
 */
export function curlFor(
  exchange: Exchange,
  diagnosis: Diagnosis,
  { secrets }: { readonly secrets: boolean },
): CurlLines {
  const hop = decidingHop(exchange, diagnosis);
  const asked = preflightHeaders(hop, diagnosis);
  const line = (method: string, headers: HeaderList): string => curl(method, hop.url, headers, secrets);
  return {
    preflight: asked === null ? null : line('OPTIONS', asked),
    actual: line(hop.method, actualHeaders(hop, diagnosis)),
  };
}

function decidingHop(exchange: Exchange, { cause, lookalike }: Diagnosis): Hop {
  const index = cause?.hop ?? lookalike?.hop ?? exchange.hops.length - 1;
  return exchange.hops[index] ?? exchange.hops[0];
}

function preflightHeaders(hop: Hop, { preflight, origin }: Diagnosis): HeaderList | null {
  const sent = hop.preflight?.requestHeaders;
  if (sent) return sent.filter(([name]) => /^(?:origin|access-control-request-.*|user-agent)$/i.test(name));
  if (hop.preflight === null && preflight.needed.value !== true) return null;
  const names = preflight.reasons.flatMap((reason) => (reason.code === 'header' ? [reason.name.toLowerCase()] : []));
  return [
    ...originHeader(hop, origin.value),
    ['Access-Control-Request-Method', hop.method],
    ...(names.length === 0 ? [] : [['Access-Control-Request-Headers', [...names].sort().join(',')] as const]),
  ];
}

const originHeader = (hop: Hop, known: string | null): HeaderList => {
  const sent = hop.requestHeaders === null ? null : headerValue(hop.requestHeaders, 'origin');
  const origin = sent ?? known;
  return origin === null ? [] : [['Origin', origin]];
};

/** What the call carried; where it was never sent, what its preflight announced. */
function actualHeaders(hop: Hop, { origin }: Diagnosis): HeaderList {
  if (hop.requestHeaders !== null) return hop.requestHeaders.filter(([name]) => !CURLS_OWN.test(name));
  const asked = hop.preflight?.requestHeaders ?? [];
  const names = (headerValue(asked, 'access-control-request-headers') ?? '').split(',').map((name) => name.trim());
  return [
    ...(headerValue(asked, 'origin') === null
      ? originHeader(hop, origin.value)
      : asked.filter(([name]) => name.toLowerCase() === 'origin')),
    ...names.filter((name) => TOKEN.test(name)).map((name): Header => [name, NOT_SEEN]),
  ];
}

function curl(method: string, url: string, headers: HeaderList, secrets: boolean): string {
  const shownHeaders = secrets ? headers : headers.map(redactHeader);
  // --globoff: brackets in the URL are meant as they stand. --head: a HEAD by --request would wait for a body.
  const request = method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : [`--request ${shellQuote(method)}`];
  return [
    'curl --globoff --silent --show-error --output /dev/null --dump-header -',
    ...request,
    ...shownHeaders.filter(sendable).map((header) => `--header ${shellQuote(headerArgument(header))}`),
    `--url ${shellQuote(secrets ? url : redactText(url))}`,
  ].join(' \\\n  ');
}

/** A name that is no token, or a line break, would not arrive as one header. */
const sendable = ([name, value]: Header): boolean => TOKEN.test(name) && !/[\0\r\n]/.test(value);

/** curl takes `Name:` as "leave it out" and `Name;` as "send it empty". */
const headerArgument = ([name, value]: Header): string => (value === '' ? `${name};` : `${name}: ${value}`);

import { getHeader, listItems } from '../cors/get-header.ts';
import type { HeaderList } from '../cors/header-list.ts';
import { isLoopback } from '../cors/local-network.ts';
import { MAX_AGE_CAP, preflightLifetime } from '../cors/max-age.ts';
import { isForbiddenMethod } from '../cors/method.ts';
import { originOf } from '../cors/origin.ts';
import { headersNotAllowed, isOkStatus } from '../cors/preflight-response.ts';
import { variesByOrigin } from '../cors/vary.ts';
import type { Exchange, RecordedResponse } from '../exchange/exchange.ts';
import { askedHeaders } from '../exchange/pairing.ts';
import type { Call, CallHop } from './call.ts';
import type { NoteCode } from './codes.ts';
import type { HeaderPointer, Note, Readability, Verdict } from './diagnosis.ts';
import { neighbours, type Recording } from './recording.ts';

const ALLOW_ORIGIN = 'access-control-allow-origin';

/** Risks, waste and things that cannot be read, of a call that succeeded. */
export function notesOf(
  call: Call,
  verdict: Verdict,
  readability: Readability | null,
  recording: Recording | null,
): readonly Note[] {
  if (verdict !== 'allowed' || call.mode.value === 'websocket' || call.mode.value === 'navigate') return [];
  return call.hops
    .filter(({ crossOrigin }) => crossOrigin)
    .flatMap((at) => [
      ...answerNotes(at, 'preflight-response', at.hop.preflight?.response ?? null),
      ...answerNotes(at, 'response', at.hop.response),
      ...preflightNotes(call, at, recording),
      ...reflection(call, at, recording),
      ...(at.isLast ? hidden(at, readability) : []),
    ]);
}

type Message = Extract<HeaderPointer['message'], 'preflight-response' | 'response'>;

function answerNotes(at: CallHop, message: Message, response: RecordedResponse | null): readonly Note[] {
  if (response === null) return [];
  const { headers } = response;
  const allow = getHeader(headers, ALLOW_ORIGIN);
  const note = (code: NoteCode, header: string, detail: string | null): Note => ({
    code,
    hop: at.index,
    pointer: { hop: at.index, message, header },
    detail,
  });
  const notes: Note[] = [];
  if (allow !== null && allow !== '*' && !variesByOrigin(headers))
    notes.push(note('vary-origin-missing', 'vary', allow));
  if (allow === 'null') notes.push(note('null-allowed', ALLOW_ORIGIN, null));
  if (allow !== null && isTamperable(allow) && at.hop.url.startsWith('https:')) {
    notes.push(note('insecure-origin-allowed', ALLOW_ORIGIN, allow));
  }
  if (allow === '*' && getHeader(headers, 'access-control-allow-credentials') === 'true') {
    notes.push(note('wildcard-useless-credentials', 'access-control-allow-credentials', null));
  }
  const noise = noiseIn(headers, message);
  if (noise.length > 0) notes.push(note('allow-list-noise', noise[0] ?? '', noise.join(', ')));
  const unsound = listItems(getHeader(headers, 'access-control-allow-methods') ?? '').filter(isForbiddenMethod);
  if (message === 'preflight-response' && unsound.length > 0) {
    notes.push(note('policy-unsound', 'access-control-allow-methods', unsound.join(', ')));
  }
  return notes;
}

/** A page that others can change on its way to the user. */
const isTamperable = (origin: string): boolean =>
  origin.startsWith('http:') && !(URL.canParse(origin) && isLoopback(new URL(origin).hostname));

const ONLY_ON_PREFLIGHT = ['access-control-allow-methods', 'access-control-allow-headers', 'access-control-max-age'];

/** Headers that have no effect where they stand. */
const noiseIn = (headers: HeaderList, message: Message): readonly string[] =>
  [...new Set(headers.map(([name]) => name.toLowerCase()))].filter(
    (name) =>
      (message === 'response' && ONLY_ON_PREFLIGHT.includes(name)) ||
      (message === 'preflight-response' && name === 'access-control-expose-headers') ||
      name.startsWith('access-control-request-'),
  );

function preflightNotes(call: Call, at: CallHop, recording: Recording | null): readonly Note[] {
  const { preflight } = at.hop;
  const response = preflight?.response ?? null;
  if (preflight === null || response === null || !isOkStatus(response.status)) return [];
  const { browser } = call.exchange;
  const value = getHeader(response.headers, 'access-control-max-age');
  const note = (code: NoteCode, header: string, detail: string | null): Note => ({
    code,
    hop: at.index,
    pointer: { hop: at.index, message: 'preflight-response', header },
    detail,
  });
  const notes: Note[] = [];
  if (preflightLifetime(response.headers, browser) <= 5) {
    notes.push(note('preflight-uncached', 'access-control-max-age', cost(call, at, recording)));
  } else if (value !== null && Number(value) > MAX_AGE_CAP.chromium) {
    notes.push(note('max-age-over-cap', 'access-control-max-age', value));
  }
  const asked = askedHeaders(preflight.requestHeaders ?? []);
  const allowed = listItems(getHeader(response.headers, 'access-control-allow-headers') ?? '');
  if (headersNotAllowed(asked, allowed, false, 'standard').includes('authorization')) {
    notes.push(note('authorization-under-wildcard', 'access-control-allow-headers', null));
  }
  return notes;
}

/** How many preflights to this server were recorded and how long they took together, in ms. */
function cost(call: Call, at: CallHop, recording: Recording | null): string | null {
  const server = originOf(at.hop.url);
  const others = neighbours(recording, server, call.exchange, (other) =>
    other.hops.some((hop) => hop.preflight !== null),
  );
  let count = 0;
  let total = 0;
  for (const exchange of [call.exchange, ...others]) {
    for (const { url, preflight } of exchange.hops) {
      if (preflight?.end == null || originOf(url) !== server) continue;
      count += 1;
      total += preflight.end.at - preflight.startedAt;
    }
  }
  return count === 0 ? null : `${count} × OPTIONS, ${Math.round(total)} ms`;
}

/** The server answers whoever asks with the very origin that asked, credentials allowed. */
function reflection(call: Call, at: CallHop, recording: Recording | null): readonly Note[] {
  const mine = reflected(at.hop.response, at.origin.value);
  if (mine === null) return [];
  const server = originOf(at.hop.url);
  const origins = new Set([mine]);
  neighbours(recording, server, call.exchange, (other) => {
    const theirs = other.hops.find((hop) => originOf(hop.url) === server);
    const asked = theirs === undefined ? null : originOfRequest(other, theirs.requestHeaders);
    const origin = reflected(theirs?.response ?? null, asked);
    if (origin !== null) origins.add(origin);
    return false;
  });
  const pointer: HeaderPointer = { hop: at.index, message: 'response', header: ALLOW_ORIGIN };
  return [
    { code: 'reflects-any-origin', hop: at.index, pointer, detail: origins.size > 1 ? [...origins].join(', ') : null },
  ];
}

const originOfRequest = ({ initiator }: Exchange, headers: HeaderList | null): string | null =>
  (headers === null ? null : getHeader(headers, 'origin')) ?? initiator;

function reflected(response: RecordedResponse | null, asked: string | null): string | null {
  if (response === null || asked === null || asked === 'null') return null;
  const { headers } = response;
  const allows = getHeader(headers, ALLOW_ORIGIN) === asked;
  return allows && getHeader(headers, 'access-control-allow-credentials') === 'true' ? asked : null;
}

/** Headers that every server sends and no script asks for are not worth a word. */
const ORDINARY =
  /^(?:date|server|vary|connection|keep-alive|transfer-encoding|content-encoding|access-control-.*|set-cookie2?|alt-svc|strict-transport-security|via|age|accept-ranges|x-powered-by|content-security-policy.*|cross-origin-.*|x-content-type-options|x-frame-options|x-xss-protection|referrer-policy|permissions-policy|report-to|nel|server-timing|timing-allow-origin|etag|location|allow)$/;

function hidden(at: CallHop, readability: Readability | null): readonly Note[] {
  const names = (readability?.hidden ?? []).filter((name) => !ORDINARY.test(name) || name === 'etag');
  if (names.length === 0) return [];
  const pointer: HeaderPointer = { hop: at.index, message: 'response', header: 'access-control-expose-headers' };
  return [{ code: 'headers-hidden', hop: at.index, pointer, detail: names.slice(0, 20).join(', ') }];
}

import type { Evidence, StackFrame } from '../exchange/exchange.ts';
import { fieldsOf, listOf, numberOf, textOf, urlOf } from './hostile.ts';
import type { Sighting } from './match.ts';

/** One entry of `devtools.network.onRequestFinished`. */
export interface NetworkSighting extends Sighting {
  readonly kind: 'preflight' | 'call';
  /** What it adds to the exchange. `preflightMs` stands in a preflight's entry alone. */
  readonly evidence: Evidence;
}

const FRAMES = 30;
const NAME_LIMIT = 500;
/** Frames of scripts that DevTools or this extension put into the page have no URL, or this one. */
export const WITNESS_SCRIPT = 'cors-lens-page-witness.js';

/**
 * Reads an entry of Chromium's DevTools: HAR with `_initiator` (the page's stack, lines and columns counted from 0),
 * `_resourceType`, and a mark of the page's own service worker. Null for what is no entry.
 */
export function readNetworkEntry(entry: unknown): NetworkSighting | null {
  const fields = fieldsOf(entry);
  const request = fieldsOf(fields.request);
  const url = urlOf(request.url);
  const method = textOf(request.method, NAME_LIMIT);
  const startedAt = typeof fields.startedDateTime === 'string' ? Date.parse(fields.startedDateTime) : Number.NaN;
  if (url === null || method === null || Number.isNaN(startedAt)) return null;
  const resourceKind = textOf(fields._resourceType, NAME_LIMIT);
  const common = { url, startedAt, order: null, fits: () => true };
  if (resourceKind === 'preflight') {
    const took = numberOf(fields.time);
    const evidence: Evidence = took === null || took < 0 ? {} : { preflightMs: took };
    return { ...common, kind: 'preflight', method: 'OPTIONS', evidence, says: '' };
  }
  const callSite = readCallSite(fields._initiator);
  const evidence: Evidence = {
    ...(resourceKind === null ? {} : { resourceKind }),
    ...(callSite.length === 0 ? {} : { callSite }),
    ...(fieldsOf(fields.response)._fetchedViaServiceWorker === true ? { fromServiceWorker: true } : {}),
  };
  return { ...common, kind: 'call', method, evidence, says: JSON.stringify(evidence) };
}

/** The page's stack at the call, innermost first, async parents after it. For markup: the line that asked for it. */
function readCallSite(initiator: unknown): readonly StackFrame[] {
  const fields = fieldsOf(initiator);
  const frames: StackFrame[] = [];
  let stack = fieldsOf(fields.stack);
  for (let parents = 0; parents < FRAMES && frames.length < FRAMES; parents++) {
    for (const frame of listOf(stack.callFrames, FRAMES)) frames.push(...readFrame(frame));
    stack = fieldsOf(stack.parent);
  }
  return (frames.length > 0 ? frames : readFrame(fields)).slice(0, FRAMES);
}

function readFrame(frame: unknown): readonly StackFrame[] {
  const fields = fieldsOf(frame);
  const url = urlOf(fields.url);
  const line = numberOf(fields.lineNumber);
  if (url === null || url === '' || url.endsWith(WITNESS_SCRIPT) || line === null) return [];
  const functionName = textOf(fields.functionName, NAME_LIMIT) ?? '';
  return [{ functionName, url, line: line + 1, column: (numberOf(fields.columnNumber) ?? 0) + 1 }];
}

import type { Header, HeaderList } from '../../cors/header-list.ts';
import type { Diagnosis, HeaderPointer } from '../../diagnosis/diagnosis.ts';

export type Decision = 'failed' | 'passed';
export type Message = HeaderPointer['message'];
/** Byte-lowercase header name (or `:status`) to what it decided in one message. */
export type Decisions = ReadonlyMap<string, Decision>;

/** The headers of one message that decided a step. A failure outweighs a pass of the same header. */
export function decisionsIn(diagnosis: Diagnosis, hop: number, message: Message): Decisions {
  const decisions = new Map<string, Decision>();
  const note = (pointer: HeaderPointer | null, decision: Decision) => {
    if (!pointer || pointer.hop !== hop || pointer.message !== message) return;
    if (decision === 'failed' || !decisions.has(pointer.header)) decisions.set(pointer.header, decision);
  };
  for (const fault of diagnosis.faults) note(fault.pointer, 'failed');
  for (const step of diagnosis.trace) {
    if (step.state === 'failed') note(step.pointer, 'failed');
    if (step.state === 'passed') note(step.pointer, 'passed');
  }
  return decisions;
}

const FIRST = [
  /^origin$/,
  /^access-control-/,
  /^(?:allow-control|acces+-contro)/,
  /^vary$/,
  /^location$/,
  /^(?:cross-origin-|timing-allow-origin$)/,
  /^sec-fetch-/,
];
const rank = (name: string): number => {
  const place = FIRST.findIndex((pattern) => pattern.test(name));
  return place < 0 ? FIRST.length : place;
};

export interface ShownHeader {
  readonly header: Header;
  readonly decision: Decision | null;
}

export interface ShownHeaders {
  /** About CORS, or deciding: always shown. */
  readonly first: readonly ShownHeader[];
  readonly rest: readonly ShownHeader[];
  /** Names that decided a failure by not being there. */
  readonly missing: readonly string[];
}

/** The headers of a message in the order they are shown: those about CORS first, in the order of the wire otherwise. */
export function arrange(headers: HeaderList, decisions: Decisions): ShownHeaders {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const shown = headers.map((header, wire) => {
    const name = header[0].toLowerCase();
    return { header, decision: decisions.get(name) ?? null, rank: rank(name), wire };
  });
  shown.sort((a, b) => a.rank - b.rank || a.wire - b.wire);
  return {
    first: shown.filter((entry) => entry.rank < FIRST.length || entry.decision),
    rest: shown.filter((entry) => entry.rank === FIRST.length && !entry.decision),
    missing: [...decisions]
      .filter(([name, decision]) => decision === 'failed' && !name.startsWith(':') && !names.has(name))
      .map(([name]) => name),
  };
}

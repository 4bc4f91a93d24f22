import type fc from 'fast-check';

/** One parser or renderer, with what must hold of it whatever comes in. */
export interface FuzzedPart {
  /** The part as a person would name it. */
  readonly part: string;
  /** Which share of the short form's inputs it gets: renderers of whole calls cost a thousand times a header's parser. */
  readonly share: number;
  readonly property: fc.IProperty<unknown[]>;
}

/** @throws Error that names what does not hold */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

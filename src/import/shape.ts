import { isToken } from '../cors/token.ts';

/** A file is not what it says it is. The message names the place, for example `log.entries[3].request.url`. */
export class Malformed extends Error {}

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with named fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws Malformed with `place`, as all readers here do for what is something else */
export function fields(value: unknown, place: string): Fields {
  if (!isFields(value)) throw new Malformed(place);
  return value;
}

export function list(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Malformed(place);
  return value;
}

export function text(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new Malformed(place);
  return value;
}

/** A method is a token. https://httpwg.org/specs/rfc9110.html#method.overview */
export function method(value: unknown, place: string): string {
  const given = text(value, place);
  if (!isToken(given)) throw new Malformed(place);
  return given;
}

export function number(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Malformed(place);
  return value;
}

export function flag(value: unknown, place: string): boolean {
  if (typeof value !== 'boolean') throw new Malformed(place);
  return value;
}

export function oneOf<T extends string>(allowed: readonly T[], value: unknown, place: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Malformed(place);
  return found;
}

/** Null for what is null or absent, else what `read` makes of it. */
export const orNull = <T>(value: unknown, place: string, read: (value: unknown, place: string) => T): T | null =>
  value === null || value === undefined ? null : read(value, place);

/** A text, or `fallback` for what is none. Never throws. */
export const textOr = (value: unknown, fallback: string): string => (typeof value === 'string' ? value : fallback);

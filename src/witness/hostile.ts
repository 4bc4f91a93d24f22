/** A plain object's fields, none when it is something else. Pages and servers decide what stands in them. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** The first `limit` items of an array; none for anything else. */
export const listOf = (value: unknown, limit: number): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, limit) : [];

/** The first `limit` UTF-16 units of a text; null for anything else. */
export const textOf = (value: unknown, limit: number): string | null =>
  typeof value === 'string' ? value.slice(0, limit) : null;

/** A finite number; null for anything else. */
export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** The known word that a value is; null for anything else. */
export const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | null =>
  known.find((each) => each === value) ?? null;

/** URLs longer than this are not matched with anything, in UTF-16 units. */
const URL_LIMIT = 16_384;

/** A URL as all witnesses write it: without its fragment. Null for what is none, or too long. */
export function urlOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > URL_LIMIT) return null;
  const hash = value.indexOf('#');
  return hash < 0 ? value : value.slice(0, hash);
}

/** What a filter can ask for by name. */
export const FIELDS = ['is', 'has', 'server', 'origin', 'method', 'cause', 'status', 'type'] as const;
export type Field = (typeof FIELDS)[number];

/**
 * One condition of a filter. Values are lower case and alternatives: one of them must hold. A field without a value is
 * still being typed and asks for nothing. `from` and `to` are its place in the text.
 */
export interface Term {
  readonly negated: boolean;
  /** Null for free text, which has exactly one value. */
  readonly field: Field | null;
  readonly values: readonly string[];
  readonly from: number;
  readonly to: number;
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);
const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

/** The field that a term's text begins with, `-` left away: `server:` of `server:api`. */
export function fieldOf(text: string): Field | null {
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(0, colon)).toLowerCase();
  return isField(name) ? name : null;
}

/**
 * Reads a filter: terms between spaces, each `field:value`, `field:one,other`, `"quoted text"` or free text, and each
 * with `-` in front for its opposite. What is no known field is free text (`localhost:8081`). Never throws.
 */
export function parseQuery(text: string): readonly Term[] {
  const terms: Term[] = [];
  let at = 0;

  const quoted = (): string => {
    const end = text.indexOf('"', at + 1);
    const value = text.slice(at + 1, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
    return value;
  };
  const bare = (ends: (character: string) => boolean): string => {
    const from = at;
    while (at < text.length && !ends(text[at] ?? '')) at += 1;
    return text.slice(from, at);
  };
  const values = (): string[] => {
    const found: string[] = [];
    for (;;) {
      found.push(text[at] === '"' ? quoted() : bare((character) => character === ',' || isSpace(character)));
      // What stands directly after a closing quote belongs to nothing and is left out.
      bare((character) => character === ',' || isSpace(character));
      if (text[at] !== ',') return found;
      at += 1;
    }
  };

  while (at < text.length) {
    if (isSpace(text[at])) {
      at += 1;
      continue;
    }
    const from = at;
    const negated = text[at] === '-';
    if (negated) at += 1;
    const word = /^\S*/.exec(text.slice(at))?.[0] ?? '';
    const field = fieldOf(word);
    if (field) at += field.length + 1;
    const given = field ? values() : [text[at] === '"' ? quoted() : bare(isSpace)];
    const asked = given.map((value) => value.trim().toLowerCase()).filter((value) => value !== '');
    if (field || asked.length > 0) terms.push({ negated, field, values: asked, from, to: at });
  }
  return terms;
}

/** A value as it must be written in a filter, quoted where it needs to be. */
export const writtenValue = (value: string): string =>
  /[\s,"]/.test(value) || value === '' ? `"${value.replaceAll('"', '')}"` : value;

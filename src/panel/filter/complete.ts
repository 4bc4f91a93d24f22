import { FIELDS, type Field, fieldOf, writtenValue } from './query.ts';

/** Values of each field that are worth offering, best first. */
export type Vocabulary = Readonly<Record<Field, readonly string[]>>;

export interface Option {
  /** What stands in the list: `is:blocked`, `server:`. */
  readonly label: string;
  readonly field: Field;
  /** Null when the option is the field alone. */
  readonly value: string | null;
  /** The whole text once the option is taken, and where the caret then is. */
  readonly text: string;
  readonly caret: number;
}

const MOST = 10;

/** Start of the term that the caret is in or directly behind: spaces between quotes do not end it. */
function termStart(text: string, caret: number): number {
  let start = 0;
  let quoted = false;
  for (let at = 0; at < caret; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && /\s/.test(text[at] ?? '')) start = at + 1;
  }
  return start;
}

/** What could be meant by the term at the caret. Empty when nothing can be offered. Never throws. */
export function optionsFor(text: string, caret: number, vocabulary: Vocabulary): readonly Option[] {
  const start = termStart(text, caret);
  const typed = text.slice(start, caret);
  const sign = typed.startsWith('-') ? '-' : '';
  const body = typed.slice(sign.length);
  const field = fieldOf(body);
  const rest = /^\S*/.exec(text.slice(caret))?.[0].length ?? 0;
  const after = text.slice(caret + rest).replace(/^\s+/, '');
  const option = (written: string, name: Field, value: string | null): Option => {
    const taken = `${text.slice(0, start)}${sign}${written}${value === null ? '' : ' '}`;
    return { label: `${sign}${written}`, field: name, value, text: taken + after, caret: taken.length };
  };

  if (!field) {
    if (body.includes('"')) return [];
    const wanted = body.toLowerCase();
    const fields = FIELDS.filter((name) => name.startsWith(wanted)).map((name) => option(`${name}:`, name, null));
    // A word of a value is enough to find it: "blo" offers is:blocked.
    const values =
      wanted.length < 2
        ? []
        : FIELDS.flatMap((name) =>
            vocabulary[name]
              .filter((value) => value.toLowerCase().includes(wanted))
              .map((value) => option(`${name}:${writtenValue(value)}`, name, value)),
          );
    return [...fields, ...values].slice(0, MOST);
  }
  const comma = body.lastIndexOf(',');
  const kept = comma > field.length ? body.slice(field.length + 1, comma + 1) : '';
  const partial = body
    .slice(field.length + 1 + kept.length)
    .replaceAll('"', '')
    .toLowerCase();
  const matching = vocabulary[field].filter((value) => value.toLowerCase().includes(partial));
  const first = matching.filter((value) => value.toLowerCase().startsWith(partial));
  return [...first, ...matching.filter((value) => !first.includes(value))]
    .filter((value) => value.toLowerCase() !== partial)
    .slice(0, MOST)
    .map((value) => option(`${field}:${kept}${writtenValue(value)}`, field, value));
}

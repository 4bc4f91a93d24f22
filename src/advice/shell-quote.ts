/**
 * One argument for a POSIX shell, arriving byte for byte. Printable ASCII stands in single quotes. Everything else
 * (control characters, which a terminal would act on; bytes that are no ASCII) is made by `printf` from octal, so that
 * the line itself is plain ASCII.
 *
 * Up to U+00FF a UTF-16 code unit is one byte, as in isomorphic-decoded header values; above, its UTF-8 bytes.
 * NUL cannot be part of an argument and is dropped.
 * https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02
 */
export function shellQuote(text: string): string {
  const pieces = text.replaceAll('\0', '').match(/[\x20-\x7e]+|[^\x20-\x7e]+/g);
  if (pieces === null) return "''";
  return pieces.map((piece) => (/^[\x20-\x7e]/.test(piece) ? singleQuoted(piece) : printed(piece))).join('');
}

const singleQuoted = (ascii: string): string => `'${ascii.replaceAll("'", "'\\''")}'`;

// A command substitution loses line breaks at its end; they stand in plain quotes, which a shell takes as they are.
function printed(text: string): string {
  const [, rest = '', breaks = ''] = /^(.*?)(\n*)$/s.exec(text) ?? [];
  const octal = bytesOf(rest)
    .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
  return `${octal === '' ? '' : `"$(printf '${octal}')"`}${breaks === '' ? '' : `'${breaks}'`}`;
}

const bytesOf = (text: string): readonly number[] =>
  Array.from(text).flatMap((character) =>
    character <= '\u00ff' ? [character.charCodeAt(0)] : [...new TextEncoder().encode(character)],
  );

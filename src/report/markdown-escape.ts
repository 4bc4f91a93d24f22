import { words } from '../words/language.ts';
import { visibleLine } from './visible.ts';

/** Foreign text as a code span: no markup, link or mention is made of what stands in one. */
export function codeSpan(text: string): string {
  const line = visibleLine(text);
  if (line.trim() === '') return `\`${words().report.empty}\``;
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = '`'.repeat(longest + 1);
  // A span that begins or ends with a backtick or a space needs room, which Markdown takes away again.
  const room = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return `${ticks}${room}${line}${room}${ticks}`;
}

/** Lines in a fence that nothing inside can close. */
export function fence(language: string, lines: readonly string[]): string {
  const inside = lines.map(visibleLine).join('\n');
  const longest = Math.max(2, ...(inside.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${inside}\n${ticks}`;
}

const PUNCTUATED = /^([("“‘„]*)(.*?)([)"”’“.,:;!?…]*)$/su;
// Only words that can be nothing but words: no URL, host, mention, reference to an issue or commit, or markup.
const PLAIN = /^(?:[\p{L}’–-]*|\d{1,5})$/u;
const COMMIT = /^[0-9a-f]{7,}$/i;

function word(text: string): string {
  const [, before = '', core = '', after = ''] = PUNCTUATED.exec(text) ?? [];
  if (PLAIN.test(core) && !COMMIT.test(core)) return text;
  return `${before}${codeSpan(core)}${after}`;
}

/**
 * A sentence of ours as Markdown. What stands between backticks is code already (our sentences never hold a foreign
 * backtick); every other word that is more than letters becomes a code span too.
 */
export function prose(text: string): string {
  return visibleLine(text)
    .split('`')
    .map((part, index) =>
      index % 2 === 1
        ? codeSpan(part)
        : part
            .split(' ')
            .map((piece) => (piece === '' ? '' : word(piece)))
            .join(' '),
    )
    .join('');
}

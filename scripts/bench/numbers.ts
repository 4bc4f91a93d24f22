/** Value below which this share of the numbers stands. */
export const at = (numbers: readonly number[], share: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
export const median = (numbers: readonly number[]): number => at(numbers, 0.5);

/** Median, and in brackets the middle half: `1.02 (0.99–1.05)`. */
export const spread = (numbers: readonly number[], digits = 2): string =>
  `${median(numbers).toFixed(digits)} (${at(numbers, 0.25).toFixed(digits)}–${at(numbers, 0.75).toFixed(digits)})`;

/** Of two rows of measurements taken in turns: how many times the other each is, turn by turn. */
export const ratios = (ours: readonly number[], theirs: readonly number[]): readonly number[] =>
  ours.map((value, turn) => value / (theirs[turn] ?? Number.NaN));

/** Rows of Markdown; the first is the head. Columns from the second on are numbers. */
export const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const [head = [], ...body] = rows;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`);
};

/** Text as it stands. */
export const fenced = (text: string): readonly string[] => ['```text', text, '```', ''];

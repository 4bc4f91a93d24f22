import type { Language } from './words.ts';

/** Numbers and durations as a language writes them. */
export interface Numbers {
  readonly number: (value: number) => string;
  /** "1,204 calls": the count with the word for one or for several. */
  readonly many: (count: number, one: string, several: string) => string;
  /** A duration in milliseconds, in seconds from one second on. */
  readonly duration: (ms: number) => string;
}

/** Formats of `Intl`, made once for each language. */
export function numbersOf(language: Language): Numbers {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const seconds = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return {
    number: (value) => whole.format(value),
    many: (count, one, several) => `${whole.format(count)} ${count === 1 ? one : several}`,
    duration: (ms) => (ms < 1000 ? `${whole.format(ms)} ms` : `${seconds.format(ms / 1000)} s`),
  };
}

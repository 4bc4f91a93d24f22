import type { BrowserName } from './browsers/browser.ts';

/** What the programs that make random calls in browsers are asked alike. */
export const RANDOM_OPTIONS = {
  browser: { type: 'string' },
  cases: { type: 'string' },
  seed: { type: 'string', default: '1' },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export interface RandomOptions {
  readonly browsers: readonly BrowserName[];
  readonly cases: Readonly<Record<BrowserName, number>>;
  readonly seed: number;
  readonly write: boolean;
  readonly help: boolean;
}

/** @throws Error for what cannot be understood, in one sentence */
export function randomOptions(
  values: {
    readonly browser?: string | undefined;
    readonly cases?: string | undefined;
    readonly seed: string;
    readonly write: boolean;
    readonly help: boolean;
  },
  cases: Readonly<Record<BrowserName, number>>,
): RandomOptions {
  const { browser } = values;
  if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox') {
    throw new Error(`--browser is chromium or firefox, not “${browser}”`);
  }
  const asked = values.cases === undefined ? null : whole('--cases', values.cases);
  return {
    browsers: browser === undefined ? ['chromium', 'firefox'] : [browser],
    cases: asked === null ? cases : { chromium: asked, firefox: asked },
    seed: whole('--seed', values.seed),
    write: values.write,
    help: values.help,
  };
}

/** @throws Error when the text is none */
export function whole(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${option} is a whole number, not “${text}”`);
  return Number(text);
}

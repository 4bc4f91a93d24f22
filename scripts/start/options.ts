import { parseArgs } from 'node:util';
import type { BrowserName } from '../browsers/browser.ts';

export type Format = 'text' | 'markdown' | 'json';

export interface StartOptions {
  /** Null: the lab. */
  readonly url: string | null;
  /** Null: Chromium when there is one, else Firefox. */
  readonly browser: BrowserName | null;
  readonly headless: boolean;
  readonly format: Format;
  readonly failOnBlocked: boolean;
  /** Where the panel's picture goes; null: test-results/panel-<browser>.png. */
  readonly screenshot: string | null;
  readonly help: boolean;
}

/** What the user got wrong, in one sentence. */
export class UsageError extends Error {}

export const HELP = `npm start -- [url] [options]

Builds the extension and starts a browser with it, DevTools open on the CORS tab, on the url or on the built-in lab of
misbehaving servers. Without a display, or with one of the options marked *, the browser is not shown: the calls of the
page are recorded in the real panel, and once it has been quiet for two seconds the report goes to standard output.

  --browser chromium|firefox     default: Chromium (or Chrome, Edge) when installed, else Firefox
  --headless *                   do not show the browser
  --format text|markdown|json *  the report's format; default: text
  --fail-on blocked *            exit code 1 when a call was blocked by CORS
  --screenshot <file> *          where the picture of the panel goes; default: test-results/panel-<browser>.png
  --help                         this text

npm itself writes two lines to standard output first; npm start --silent leaves the report alone there.

Exit codes: 0 done; 1 a call was blocked (with --fail-on blocked); 2 wrong usage, or something could not be set up.
The variables CORS_LENS_CHROMIUM and CORS_LENS_FIREFOX name a browser's path.
`;

const BROWSERS = ['chromium', 'firefox'] as const;
const FORMATS = ['text', 'markdown', 'json'] as const;

/**
 * Reads the command line.
 * @param hasDisplay whether a window can be shown at all
 * @throws UsageError
 */
export function parseOptions(args: readonly string[], hasDisplay: boolean): StartOptions {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new UsageError(`one url at most, not ${positionals.length}`);
  const [url = null] = positionals;
  const asksForReport = [values.format, values['fail-on'], values.screenshot].some((value) => value !== undefined);
  oneOf('--fail-on', values['fail-on'], ['blocked'] as const);
  return {
    url: url === null ? null : checkUrl(url),
    browser: oneOf('--browser', values.browser, BROWSERS),
    headless: values.headless === true || asksForReport || !hasDisplay,
    format: oneOf('--format', values.format, FORMATS) ?? 'text',
    failOnBlocked: values['fail-on'] !== undefined,
    screenshot: values.screenshot ?? null,
    help: values.help === true,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        browser: { type: 'string' },
        headless: { type: 'boolean' },
        format: { type: 'string' },
        'fail-on': { type: 'string' },
        screenshot: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | null {
  if (value === undefined) return null;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} is ${allowed.join(' or ')}, not “${value}”`);
  return found;
}

function checkUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`“${text}” is no http or https URL`);
  }
  return url.href;
}

/** Whether a window can be shown. */
export const hasDisplay = (
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean => platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

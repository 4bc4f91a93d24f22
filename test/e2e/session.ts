import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserName, LaunchOptions, Panel } from '../../scripts/browsers/browser.ts';
import { launch } from '../../scripts/browsers/launch.ts';
import { build } from '../../scripts/build.ts';
import { type Lab, startLab } from '../lab/lab.ts';

/** A real browser with the built extension, its panel open on the lab. */
export interface Session {
  readonly lab: Lab;
  readonly browser: Browser;
  readonly panel: Panel;
  /** The panel's JSON report of what it shows, once nothing has changed for `quiet` ms. */
  report(quiet?: number): Promise<Report>;
  close(): Promise<void>;
}

export interface Report {
  readonly browser: { readonly name: string; readonly version: string };
  readonly exchanges: readonly ReportedExchange[];
}
export interface ReportedExchange {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly verdict: string;
  readonly certainty: string;
  readonly toldBy?: string;
  readonly credentials: { readonly value: string | null; readonly from: string };
  readonly cause: string | null;
  readonly status: number | null;
  readonly browserCode: { readonly chromium: string | null; readonly firefox: string | null } | null;
  readonly preflight: {
    readonly sent: boolean;
    readonly status: number | null;
    readonly paired: boolean;
    readonly reasons: readonly string[];
    readonly absentBecause: string | null;
  };
  readonly faults: readonly {
    readonly code: string;
    readonly phase: string;
    readonly header: string | null;
    readonly got: string | null;
    readonly want: string | null;
    readonly hop: number;
  }[];
  /** What it is instead if the call's unseen credentials mode is the other one. */
  readonly otherCause: {
    readonly credentials: string;
    readonly code: string;
    readonly browserCode: { readonly chromium: string | null; readonly firefox: string | null };
  } | null;
  /** Both verdicts of an undecided case. */
  readonly readings: { readonly include: string; readonly 'same-origin': string } | null;
  /** Names of the response headers that the script may read; null where it gets no response of CORS. */
  readonly readable: readonly string[] | null;
  /** Readable if the call left credentials out, which is not known. */
  readonly readableDepends: readonly string[] | null;
  readonly hops: readonly { readonly url: string }[];
  readonly summary: string;
}

export const BROWSERS = ['chromium', 'firefox'] as const satisfies readonly BrowserName[];

const built = new Map<BrowserName, Promise<string>>();
/** The unpacked extension of this run; CORS_LENS_BUILT says that the caller has built it already. */
export function extension(name: BrowserName): Promise<string> {
  const ready = built.get(name) ?? build(name);
  built.set(name, ready);
  return ready;
}

export async function openSession(
  name: BrowserName,
  options: LaunchOptions = {},
  path = '',
  others?: Parameters<typeof startLab>[0],
): Promise<Session> {
  const lab = await startLab(others);
  let browser: Browser | undefined;
  try {
    browser = await launch(name, { extension: await extension(name), ...options });
    await browser.goto(lab.url + path);
    const panel = await browser.openPanel();
    await waitFor('the panel', () => panel.evaluate<boolean>("document.documentElement.dataset.ready === 'true'"));
    return session(lab, browser, panel);
  } catch (error) {
    await browser?.close();
    await lab.close();
    throw error;
  }
}

function session(lab: Lab, browser: Browser, panel: Panel): Session {
  return {
    lab,
    browser,
    panel,
    async report(quiet = 1_000) {
      let last = '';
      let since = Date.now();
      for (;;) {
        const now = await panel.evaluate<string>("corsLens.report('json')");
        const mark = now.replace(/"recordedAt": *"[^"]*"/, '');
        if (mark !== last) since = Date.now();
        else if (Date.now() - since >= quiet) return JSON.parse(now) as Report;
        last = mark;
        await sleep(200);
      }
    },
    async close() {
      await browser.close();
      await lab.close();
    },
  };
}

/** Polls until `ask` gives a truthy answer. @throws Error after `ms` */
export async function waitFor<T>(what: string, ask: () => Promise<T>, ms = 15_000): Promise<T & object> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer) return answer as T & object;
    if (Date.now() > end) throw new Error(`${what} did not come within ${ms} ms`);
    await sleep(50);
  }
}

export { sleep };

import { setTimeout as sleep } from 'node:timers/promises';
import type { Lab } from '../../test/lab/lab.ts';
import type { Browser, BrowserName, Panel, Theme } from '../browsers/browser.ts';
import { launch } from '../browsers/launch.ts';
import { openReadyPanel, untilQuiet } from '../start/record.ts';

/** A mix of what works, what is blocked and what only looks like it; the last one's explanation is shown. */
export const SHOWN = [
  'get-ok',
  'put-ok',
  'origin-missing-error',
  'near-slash',
  'credentials-wildcard',
  'redirect-login',
  'no-cors',
  'refused',
  'preflight-405',
  'headers-lacks-several',
  'methods-lacks-put',
];

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Scene {
  readonly browser: Browser;
  readonly panel: Panel;
  /** Opens the explanation of the last call of a scenario. */
  select(scenario: string): Promise<void>;
}

/** Shows the calls of some of the lab's scenarios, one of them explained, and closes the browser afterwards. */
export async function withScene(
  name: BrowserName,
  options: {
    readonly theme: Theme;
    readonly extension: string;
    readonly lab: Lab;
    readonly size: Size;
    readonly panelHeight: number;
  },
  use: (scene: Scene) => Promise<void>,
): Promise<void> {
  const { lab, ...launchOptions } = options;
  const browser = await launch(name, launchOptions);
  try {
    const panel = await openReadyPanel(browser);
    await browser.goto(lab.url);
    await browser.evaluateInPage(`lab.runAll(${JSON.stringify(SHOWN)})`);
    await untilQuiet(panel);
    const select = async (scenario: string): Promise<void> => {
      await panel.evaluate(
        `corsLens.select(JSON.parse(corsLens.report('json')).exchanges.findLast(({ url }) => url.includes('/${scenario}/')).id)`,
      );
    };
    await select(SHOWN.at(-1) ?? '');
    await use({ browser, panel, select });
  } finally {
    await browser.close();
  }
}

/** A picture of the window, of just this size. @throws Error when the browser does not take the size */
export async function pictureOf(browser: Browser, wanted: Size): Promise<Buffer> {
  let { width, height } = wanted;
  for (let attempt = 0; attempt < 4; attempt++) {
    await browser.resize(width, height);
    await sleep(700); // for the window to settle
    const png = await browser.screenshotWindow();
    const got = sizeOf(png);
    if (got.width === wanted.width && got.height === wanted.height) return png;
    // What the window's own frame takes.
    width += wanted.width - got.width;
    height += wanted.height - got.height;
  }
  throw new Error(`${browser.name} does not make a picture of ${wanted.width} by ${wanted.height}`);
}

/** The width and height in a PNG's first chunk. */
const sizeOf = (png: Buffer): Size => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

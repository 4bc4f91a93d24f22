import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLab } from '../test/lab/lab.ts';
import type { BrowserName, Theme } from './browsers/browser.ts';
import { build } from './build.ts';
import { KEPT } from './screenshots/kept.ts';
import { pictureOf, type Size, withScene } from './screenshots/scene.ts';
import { smaller } from './screenshots/smaller.ts';

// Pictures of the real panel:
//   npm run screenshots            those that the repository keeps, for README and the stores
//   npm run screenshots -- --all   every theme and width in both browsers, to be looked at: test-results/screenshots
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STORE = { width: 1280, height: 800 } as const satisfies Size;
const WINDOWS = { wide: { width: 1280, height: 760 }, narrow: { width: 480, height: 760 } } as const;
/** The least that Chromium's DevTools leave to the page, whose picture is not in theirs: it is cut off. */
const CHROMIUM_PAGE = 150;
/** All but the window's own bars. */
const FIREFOX_TOOLBOX = 715;
const BROWSERS = ['chromium', 'firefox'] as const satisfies readonly BrowserName[];
const THEMES = ['light', 'dark'] as const satisfies readonly Theme[];

const all = process.argv.includes('--all');
const lab = await startLab();
try {
  for (const name of BROWSERS) {
    const extension = await build(name);
    for (const theme of THEMES) await (all ? lookAt(name, theme, extension) : keep(name, theme, extension));
  }
} finally {
  await lab.close();
}

async function keep(name: BrowserName, theme: Theme, extension: string): Promise<void> {
  const cut = name === 'chromium' ? CHROMIUM_PAGE : 0;
  const size = { ...STORE, height: STORE.height + cut };
  const panelHeight = name === 'chromium' ? STORE.height : FIREFOX_TOOLBOX;
  for (const { file, prepare } of KEPT.filter((kept) => kept.browser === name && kept.theme === theme)) {
    await withScene(name, { theme, extension, lab, size, panelHeight }, async (scene) => {
      await pictureOf(scene.browser, size); // lays the panel out before it is used
      await prepare?.(scene);
      save(`docs/${file}`, smaller(await pictureOf(scene.browser, size), cut));
    });
  }
}

async function lookAt(name: BrowserName, theme: Theme, extension: string): Promise<void> {
  await withScene(name, { theme, extension, lab, size: WINDOWS.wide, panelHeight: 560 }, async ({ browser, panel }) => {
    const file = (what: string): string => `test-results/screenshots/${name}-${theme}-${what}.png`;
    for (const [width, size] of Object.entries(WINDOWS)) save(file(width), await pictureOf(browser, size));
    // What the cause means, beside the call.
    await panel.click('.learn-cause [data-testid="learn"]');
    save(file('lesson'), await pictureOf(browser, WINDOWS.wide));
  });
}

function save(file: string, png: Buffer): void {
  mkdirSync(dirname(join(ROOT, file)), { recursive: true });
  writeFileSync(join(ROOT, file), png);
  console.log(`${file}: ${png.length} bytes`);
}

import type { BrowserName, Theme } from '../../scripts/browsers/browser.ts';
import { openSession } from '../e2e/session.ts';
import { STAGES } from './views.ts';
import { pictureOf, type Size, setTheme, sizePanel, visitOf } from './visit.ts';

/** Where DevTools usually stand: with room, at the bottom of a small screen, at its side. */
export const SIZES = {
  wide: { width: 1280, height: 560 },
  low: { width: 1280, height: 320 },
  narrow: { width: 400, height: 620 },
} as const satisfies Readonly<Record<string, Size>>;

export interface Combination {
  readonly size: keyof typeof SIZES;
  readonly theme: Theme;
  /** Names of the views; all without it. */
  readonly only?: readonly string[];
}

export interface Taken extends Combination {
  readonly view: string;
  readonly png: Buffer;
}

/** Pictures of the views in one real browser. Resolves to the browser's version. */
export async function takeViews(
  name: BrowserName,
  combinations: readonly Combination[],
  take: (taken: Taken) => void,
  wanted: (version: string) => boolean = () => true,
): Promise<string> {
  const session = await openSession(name, { size: { width: 1280, height: 900 }, panelHeight: 2000 });
  try {
    const { version } = session.browser;
    if (!wanted(version)) return version;
    const visit = visitOf(session);
    for (const { record, views } of STAGES) {
      await record(visit);
      for (const combination of combinations) {
        const { size, theme, only } = combination;
        const here = views.filter((view) => only?.includes(view.name) ?? true);
        if (here.length === 0) continue;
        await sizePanel(session, SIZES[size]);
        await setTheme(visit, theme);
        for (const { name: view, come, leave } of here) {
          await come(visit);
          take({ ...combination, view, png: await pictureOf(visit) });
          await leave?.(visit);
        }
      }
    }
    return version;
  } finally {
    await session.close();
  }
}

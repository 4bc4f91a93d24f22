import type { BrowserName, Theme } from '../../scripts/browsers/browser.ts';
import { openSession } from '../e2e/session.ts';
import { STAGES } from './views.ts';
import { pictureOf, type Size, setTheme, sizePanel, type Visit, visitOf } from './visit.ts';

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

/** What a picture depends on beside the panel. */
export interface Surroundings {
  /** The browser's. */
  readonly version: string;
  /** Pixels that a text takes in the panel's two fonts. */
  readonly fonts: string;
}

/** Pictures of the views in one real browser, unless they are not wanted of this one. */
export async function takeViews(
  name: BrowserName,
  combinations: readonly Combination[],
  take: (taken: Taken) => void,
  wanted: (here: Surroundings) => boolean = () => true,
): Promise<Surroundings> {
  const session = await openSession(name, { size: { width: 1280, height: 900 }, panelHeight: 2000 });
  try {
    const visit = visitOf(session);
    const here = { version: session.browser.version, fonts: await widthsOfText(visit) };
    if (!wanted(here)) return here;
    for (const { record, views } of STAGES) {
      await record(visit);
      for (const combination of combinations) {
        const { size, theme, only } = combination;
        const shown = views.filter((view) => only?.includes(view.name) ?? true);
        if (shown.length === 0) continue;
        await sizePanel(session, SIZES[size]);
        await setTheme(visit, theme);
        for (const { name: view, come, leave } of shown) {
          await come(visit);
          take({ ...combination, view, png: await pictureOf(visit) });
          await leave?.(visit);
        }
      }
    }
    return here;
  } finally {
    await session.close();
  }
}

const widthsOfText = ({ ask }: Visit): Promise<string> =>
  ask(`['var(--sans)', 'var(--mono)'].map((family) => {
    const text = document.createElement('span');
    text.style.cssText = 'position: absolute; white-space: nowrap; font: 12px ' + family;
    text.textContent = 'Access-Control-Allow-Origin: http://localhost:8080';
    document.body.append(text);
    const { width } = text.getBoundingClientRect();
    text.remove();
    return Math.round(width);
  }).join(' ')`);

/** What the devtools page learns by asking the inspected page; each null when it cannot be asked. */
export interface PageFacts {
  readonly url: string | null;
  readonly origin: string | null;
  /** Milliseconds since the epoch at which the current document's navigation began. */
  readonly navigatedAt: number | null;
  /** A service worker controls the page, so some of its calls are made by that worker. */
  readonly controlled: boolean;
}

type Evaluate = (expression: string) => Promise<readonly unknown[]>;

const QUESTION =
  '[location.href, self.origin, performance.timeOrigin, !!(navigator.serviceWorker && navigator.serviceWorker.controller)]';

/** Reads the inspected page's facts. Pages that cannot be asked (the browser's own) give nulls, never an error. */
export async function askPage(evaluate: Evaluate): Promise<PageFacts> {
  try {
    const [answer] = await evaluate(QUESTION);
    if (!Array.isArray(answer)) return UNKNOWN;
    const [url, origin, navigatedAt, controlled] = answer as unknown[];
    return {
      url: typeof url === 'string' ? url : null,
      origin: typeof origin === 'string' ? origin : null,
      navigatedAt: typeof navigatedAt === 'number' ? navigatedAt : null,
      controlled: controlled === true,
    };
  } catch {
    return UNKNOWN;
  }
}

const UNKNOWN: PageFacts = { url: null, origin: null, navigatedAt: null, controlled: false };

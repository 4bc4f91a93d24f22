import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { messageOf } from '../../link/funnel.ts';
import type { PageId } from '../../words/pages/page.ts';
import type { Pages } from '../../words/pages/pages.ts';

export interface LessonStore {
  /** The page that is shown; null while none is. */
  readonly current: ReadonlySignal<PageId | null>;
  /** All pages in the language in use; null until they are read, or when they cannot be. */
  readonly pages: ReadonlySignal<Pages | null>;
  /** Why the pages could not be read; null while they can. */
  readonly failure: ReadonlySignal<string | null>;
  readonly canGoBack: ReadonlySignal<boolean>;
  readonly open: (id: PageId) => void;
  readonly back: () => void;
  readonly close: () => void;
  /** Reads the pages anew, in the language that is now in use. Nothing is read before a page is first opened. */
  readonly load: () => Promise<void>;
}

/** A file of its own: most people open no page most of the time. */
const loadPages = async (): Promise<Pages> => (await import('../../words/pages/load.ts')).loadPages();

export function createLessonStore(read: () => Promise<Pages> = loadPages): LessonStore {
  const trail = signal<readonly PageId[]>([]);
  const pages = signal<Pages | null>(null);
  const failure = signal<string | null>(null);
  const load = async (): Promise<void> => {
    try {
      pages.value = await read();
      failure.value = null;
    } catch (error) {
      // An extension that was updated while its panel is open no longer has its files.
      failure.value = messageOf(error);
    }
  };
  return {
    current: computed(() => trail.value.at(-1) ?? null),
    pages,
    failure,
    canGoBack: computed(() => trail.value.length > 1),
    open(id) {
      if (trail.value.at(-1) === id) return;
      trail.value = [...trail.value, id];
      if (pages.value === null) void load();
    },
    back() {
      trail.value = trail.value.slice(0, -1);
    },
    close() {
      trail.value = [];
    },
    load,
  };
}

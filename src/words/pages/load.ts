import { words } from '../language.ts';
import type { Language } from '../words.ts';
import type { PageWords } from './page.ts';
import { type Pages, pagesOf } from './pages.ts';

const LOAD: Readonly<Record<Language, () => Promise<PageWords>>> = {
  en: async () => (await import('./en/pages.ts')).en,
  de: async () => (await import('./de/pages.ts')).de,
};

/** The pages in the language in use. They are read when they are first asked for. */
export async function loadPages(): Promise<Pages> {
  const now = words();
  return pagesOf(await LOAD[now.language](), now);
}

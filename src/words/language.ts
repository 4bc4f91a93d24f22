import { en } from './en/words.ts';
import type { Language, PictureWords, UiWords, Words } from './words.ts';

/** Every language there is, with its own name, as a list to choose from shows it. */
export const LANGUAGES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

// Only English is loaded at once: the others are files of their own, read when they are chosen.
const LOAD: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => en,
  de: async () => (await import('./de/words.ts')).de,
};

let current: Words = en;

/** All words of the language in use. */
export const words = (): Words => current;

/** The panel's labels in use: a live binding, to be read when something is rendered and never kept. */
export let ui: UiWords = en.ui;

/** The text of the sequence diagram, in the same way. */
export let pictureWords: PictureWords = en.picture;

/** Changes the language of everything that is said from now on. Resolves when its words are there; say it all anew then. */
export async function setLanguage(language: Language): Promise<void> {
  current = await LOAD[language]();
  ui = current.ui;
  pictureWords = current.picture;
}

/** The first language of a list of preferences (BCP 47, `navigator.languages`) that there is; else English. */
export function languageFor(preferred: readonly string[]): Language {
  const known = preferred
    .map((tag) => tag.toLowerCase().split('-')[0] ?? '')
    .find((tag): tag is Language => tag in LANGUAGES);
  return known ?? 'en';
}

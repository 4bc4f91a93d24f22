import { type ReadonlySignal, signal } from '@preact/signals';
import { languageFor, setLanguage } from '../../words/language.ts';
import type { Language } from '../../words/words.ts';

export interface LanguageStore {
  /** The language in use; null until its words are there. */
  readonly current: ReadonlySignal<Language | null>;
  /** Takes a language from now on; null takes the browser's. Resolves when its words are in use. */
  readonly choose: (language: Language | null) => Promise<void>;
}

/** `preferred`: what the browser is set to, most wanted first (`navigator.languages`). */
export function createLanguageStore(preferred: readonly string[]): LanguageStore {
  const current = signal<Language | null>(null);
  let latest = 0;
  const choose = async (language: Language | null): Promise<void> => {
    latest += 1;
    const mine = latest;
    const wanted = language ?? languageFor(preferred);
    await setLanguage(wanted);
    // A choice that was overtaken while its words were read must not win.
    if (mine === latest) current.value = wanted;
    else if (current.value) await setLanguage(current.value);
  };
  return { current, choose };
}

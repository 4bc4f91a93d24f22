import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Matcher, matcherFor } from '../filter/match.ts';
import type { Shelf } from './shelf.ts';

export interface FilterStore {
  readonly text: ReadonlySignal<string>;
  readonly onlyBlocked: ReadonlySignal<boolean>;
  readonly active: ReadonlySignal<boolean>;
  readonly matcher: ReadonlySignal<Matcher>;
  readonly setText: (text: string) => void;
  readonly setOnlyBlocked: (on: boolean) => void;
  readonly reset: () => void;
}

/** The filter's text and switch, remembered while the browser runs. */
export function createFilterStore(shelf: Pick<Shelf, 'filter' | 'saveFilter'>): FilterStore {
  const text = signal(shelf.filter.text);
  const onlyBlocked = signal(shelf.filter.onlyBlocked);
  const set = (nextText: string, nextOnly: boolean) => {
    text.value = nextText;
    onlyBlocked.value = nextOnly;
    shelf.saveFilter({ text: nextText, onlyBlocked: nextOnly });
  };
  const query = computed(() => text.value.trim());
  const matcher = computed<Matcher>(() => {
    const asked = matcherFor(query.value);
    if (!onlyBlocked.value) return asked;
    return {
      needsFacts: true,
      matches: (exchange, facts) =>
        (facts?.verdict === 'blocked' || facts?.verdict === 'undecided') && asked.matches(exchange, facts),
    };
  });
  return {
    text,
    onlyBlocked,
    active: computed(() => query.value !== '' || onlyBlocked.value),
    matcher,
    setText: (value) => set(value, onlyBlocked.value),
    setOnlyBlocked: (on) => set(text.value, on),
    reset: () => set('', false),
  };
}

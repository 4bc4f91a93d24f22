import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../../exchange/exchange.ts';

export interface FilterStore {
  readonly text: ReadonlySignal<string>;
  readonly onlyBlocked: ReadonlySignal<boolean>;
  readonly active: ReadonlySignal<boolean>;
  /** Whether a call has the words of the text; says nothing about the verdict. */
  readonly matches: ReadonlySignal<(exchange: Exchange) => boolean>;
  readonly setText: (text: string) => void;
  readonly setOnlyBlocked: (on: boolean) => void;
  readonly reset: () => void;
}

// Exchanges are never changed in place, so what can be searched of one is made once.
const searchable = new WeakMap<Exchange, string>();

function searchText(exchange: Exchange): string {
  const known = searchable.get(exchange);
  if (known !== undefined) return known;
  let joined = `${exchange.initiator ?? ''}\n${exchange.type}`;
  for (const { method, url, response } of exchange.hops) joined += `\n${method} ${url} ${response?.status ?? ''}`;
  const text = joined.toLowerCase();
  searchable.set(exchange, text);
  return text;
}

/** Every word must occur in the URL, method, status, origin or type; a word after `-` must not. */
export function textFilter(text: string): (exchange: Exchange) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = words.filter((word) => !word.startsWith('-'));
  const unwanted = words.filter((word) => word.length > 1 && word.startsWith('-')).map((word) => word.slice(1));
  if (wanted.length === 0 && unwanted.length === 0) return () => true;
  return (exchange) => {
    const searched = searchText(exchange);
    return wanted.every((word) => searched.includes(word)) && !unwanted.some((word) => searched.includes(word));
  };
}

export function createFilterStore(): FilterStore {
  const text = signal('');
  const onlyBlocked = signal(false);
  return {
    text,
    onlyBlocked,
    active: computed(() => text.value.trim() !== '' || onlyBlocked.value),
    matches: computed(() => textFilter(text.value)),
    setText: (value) => {
      text.value = value;
    },
    setOnlyBlocked: (on) => {
      onlyBlocked.value = on;
    },
    reset() {
      text.value = '';
      onlyBlocked.value = false;
    },
  };
}

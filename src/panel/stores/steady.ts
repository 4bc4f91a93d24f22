import { computed, type ReadonlySignal } from '@preact/signals';

type Plain = Readonly<Record<string, unknown>> | object | null;

const equal = (a: Plain, b: Plain): boolean => {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length && left.every(([key, value], at) => right[at]?.[0] === key && right[at][1] === value)
  );
};

/** A computed signal that stays the very same object while its fields do: what it feeds is then not rendered again. */
export function steady<T extends Plain>(make: () => T): ReadonlySignal<T> {
  let last: { readonly value: T } | null = null;
  return computed(() => {
    const value = make();
    if (!last || !equal(last.value, value)) last = { value };
    return last.value;
  });
}

import { messageOf } from '../../link/funnel.ts';

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly error: unknown };

/** Runs a part that must not take the whole view down with it. */
export function attempt<T>(make: () => T): Attempt<T> {
  try {
    return { ok: true, value: make() };
  } catch (error) {
    return { ok: false, message: messageOf(error), error };
  }
}

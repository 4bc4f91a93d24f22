import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer that is neither null, undefined, false nor thrown.
 * @throws Error naming what was waited for, with the last thing that was thrown as its cause
 */
export async function until<T>(
  what: string,
  find: () => Promise<T | null | undefined | false>,
  { timeout = 20_000, every = 50 }: { readonly timeout?: number; readonly every?: number } = {},
): Promise<T> {
  const end = Date.now() + timeout;
  let thrown: unknown;
  for (;;) {
    try {
      const value = await find();
      if (value !== null && value !== undefined && value !== false) return value;
    } catch (error) {
      thrown = error;
    }
    if (Date.now() >= end) throw new Error(`timed out after ${timeout} ms, waiting for ${what}`, { cause: thrown });
    await sleep(every);
  }
}

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
    const patience = new AbortController();
    // A browser that is closing a page may never answer.
    const tooLate = sleep(Math.max(end - Date.now(), 0), null, { signal: patience.signal }).catch(() => null);
    try {
      const value = await Promise.race([find(), tooLate]);
      if (value !== null && value !== undefined && value !== false) return value;
    } catch (error) {
      thrown = error;
    } finally {
      patience.abort();
    }
    if (Date.now() >= end) throw new Error(`timed out after ${timeout} ms, waiting for ${what}`, { cause: thrown });
    await sleep(every);
  }
}

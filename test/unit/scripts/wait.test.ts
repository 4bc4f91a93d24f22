import { describe, expect, it } from 'vitest';
import { until } from '../../../scripts/browsers/wait.ts';

describe('waiting', () => {
  it('asks until there is an answer', async () => {
    const answers = [null, false, undefined, 'here'] as const;
    let asked = 0;
    expect(await until('it', async () => answers[asked++], { every: 1 })).toBe('here');
  });

  it('takes what is thrown for no answer, and tells of it at the end', async () => {
    const failing = until('the moon', () => Promise.reject(new Error('dark')), { timeout: 20, every: 1 });
    await expect(failing).rejects.toMatchObject({
      message: expect.stringContaining('the moon'),
      cause: new Error('dark'),
    });
  });

  it('does not hang with one that never answers', async () => {
    await expect(until('an answer', () => new Promise(() => {}), { timeout: 20 })).rejects.toThrow('an answer');
  });
});

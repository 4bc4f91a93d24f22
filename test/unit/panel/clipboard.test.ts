import { describe, expect, test } from 'vitest';
import { createClipboardStore } from '../../../src/panel/stores/clipboard.ts';
import { handClock } from './hand-clock.ts';

function clipboard(write: boolean, command: boolean) {
  const clock = handClock();
  const written: string[] = [];
  const store = createClipboardStore(
    {
      write: async (text) => {
        if (!write) throw new Error('lack of user activation');
        written.push(text);
      },
      writeByCommand: (text) => {
        if (command) written.push(text);
        return command;
      },
      writeImage: async (png) => {
        if (!write) throw new Error('lack of user activation');
        written.push(await (await png).text());
      },
    },
    clock,
  );
  return { clock, written, store };
}

describe('copying', () => {
  test.each([
    ['by the clipboard', true, false],
    ['by the command where the clipboard is refused', false, true],
  ])('%s says what was copied, for a while', async (_, write, command) => {
    const { clock, written, store } = clipboard(write, command);
    expect(await store.copy('text', 'Markdown')).toBe(true);
    expect(written).toEqual(['text']);
    expect(store.said.value).toEqual({ text: 'Copied: Markdown', failed: false });
    clock.pass(10_000);
    expect(store.said.value).toBeNull();
  });

  test('of a picture waits until it is made, and says how it went', async () => {
    const made = () => Promise.resolve(new Blob(['PNG']));
    const { written, store } = clipboard(true, false);
    expect(await store.copyImage(made(), 'picture')).toBe(true);
    expect(written).toEqual(['PNG']);
    expect(store.said.value).toEqual({ text: 'Copied: picture', failed: false });
    const refused = clipboard(false, true).store;
    expect(await refused.copyImage(made(), 'picture')).toBe(false);
    expect(refused.said.value).toEqual({ text: 'Not copied: lack of user activation', failed: true });
  });

  test('that fails says why', async () => {
    const { written, store } = clipboard(false, false);
    expect(await store.copy('text', 'Markdown')).toBe(false);
    expect(written).toEqual([]);
    expect(store.said.value).toEqual({ text: 'Not copied: lack of user activation', failed: true });
  });
});

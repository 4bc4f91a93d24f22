import { describe, expect, it } from 'vitest';
import { cdpKey, webdriverKeys } from '../../../scripts/browsers/keys.ts';

describe('a key press', () => {
  it('of a letter types it', () => {
    expect(cdpKey('b')).toEqual({ key: 'b', code: 'KeyB', windowsVirtualKeyCode: 66, modifiers: 0, text: 'b' });
  });

  it('with Control types nothing', () => {
    expect(cdpKey('Control+c')).toEqual({ key: 'c', code: 'KeyC', windowsVirtualKeyCode: 67, modifiers: 2 });
  });

  it('of a named key has its name', () => {
    expect(cdpKey('Shift+Tab')).toEqual({ key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: 8 });
  });

  it('of + is a character', () => {
    expect(cdpKey('+')).toMatchObject({ key: '+', text: '+', modifiers: 0 });
    expect(webdriverKeys('+')).toEqual([
      { type: 'keyDown', value: '+' },
      { type: 'keyUp', value: '+' },
    ]);
  });

  it('holds its modifiers around it', () => {
    const pressed = webdriverKeys('Control+Shift+Enter').map(({ type, value }) => `${type} ${value.codePointAt(0)}`);
    expect(pressed).toEqual([
      `keyDown ${0xe009}`,
      `keyDown ${0xe008}`,
      `keyDown ${0xe007}`,
      `keyUp ${0xe007}`,
      `keyUp ${0xe008}`,
      `keyUp ${0xe009}`,
    ]);
  });

  it.each(['Wat', 'Hyper+a'])('refuses %s', (press) => {
    expect(() => cdpKey(press)).toThrow('unknown');
    expect(() => webdriverKeys(press)).toThrow('unknown');
  });
});

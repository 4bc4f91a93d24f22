/** What CDP's `Input.dispatchKeyEvent` needs of one key press. */
export interface KeyStroke {
  readonly key: string;
  readonly code: string;
  readonly windowsVirtualKeyCode: number;
  readonly text?: string;
  readonly modifiers: number;
}

/** Virtual key codes of https://learn.microsoft.com/windows/win32/inputdev/virtual-key-codes; WebDriver's of https://w3c.github.io/webdriver/#keyboard-actions */
const NAMED: Readonly<Record<string, { readonly code: number; readonly webdriver: string; readonly text?: string }>> = {
  Backspace: { code: 8, webdriver: '\uE003' },
  Tab: { code: 9, webdriver: '\uE004' },
  Enter: { code: 13, webdriver: '\uE007', text: '\r' },
  Escape: { code: 27, webdriver: '\uE00C' },
  PageUp: { code: 33, webdriver: '\uE00E' },
  PageDown: { code: 34, webdriver: '\uE00F' },
  End: { code: 35, webdriver: '\uE010' },
  Home: { code: 36, webdriver: '\uE011' },
  ArrowLeft: { code: 37, webdriver: '\uE012' },
  ArrowUp: { code: 38, webdriver: '\uE013' },
  ArrowRight: { code: 39, webdriver: '\uE014' },
  ArrowDown: { code: 40, webdriver: '\uE015' },
  Delete: { code: 46, webdriver: '\uE017' },
  F5: { code: 116, webdriver: '\uE035' },
};
const MODIFIERS: Readonly<Record<string, { readonly bit: number; readonly webdriver: string }>> = {
  Alt: { bit: 1, webdriver: '\uE00A' },
  Control: { bit: 2, webdriver: '\uE009' },
  Meta: { bit: 4, webdriver: '\uE03D' },
  Shift: { bit: 8, webdriver: '\uE008' },
};

/** `Control+Shift+c` → the modifiers and the key. A lone `+` is a key. */
function split(press: string): { readonly modifiers: readonly string[]; readonly key: string } {
  const parts = press.split('+');
  if (parts.length < 2 || press.endsWith('+')) return { modifiers: [], key: press };
  const modifiers = parts.slice(0, -1);
  const unknown = modifiers.find((name) => !(name in MODIFIERS));
  if (unknown !== undefined) throw new Error(`unknown modifier key ${unknown}`);
  return { modifiers, key: parts.at(-1) ?? '' };
}

/** @throws Error for a key name that is neither one character nor known */
export function cdpKey(press: string): KeyStroke {
  const { modifiers, key } = split(press);
  const bits = modifiers.reduce((sum, name) => sum | (MODIFIERS[name]?.bit ?? 0), 0);
  const named = NAMED[key];
  if (named) {
    const text = named.text === undefined || bits !== 0 ? {} : { text: named.text };
    return { key, code: key, windowsVirtualKeyCode: named.code, modifiers: bits, ...text };
  }
  if ([...key].length !== 1) throw new Error(`unknown key ${key}`);
  const typed =
    key === ' ' ? 'Space' : /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : /\d/.test(key) ? `Digit${key}` : '';
  const text = (bits & ~(MODIFIERS.Shift?.bit ?? 0)) === 0 ? { text: key } : {};
  return { key, code: typed, windowsVirtualKeyCode: virtualKey(key), modifiers: bits, ...text };
}

const virtualKey = (key: string): number => (/[a-z0-9 ]/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0);

/** WebDriver key actions that press and release the key, modifiers around it. @throws Error like `cdpKey` */
export function webdriverKeys(
  press: string,
): readonly { readonly type: 'keyDown' | 'keyUp'; readonly value: string }[] {
  const { modifiers, key } = split(press);
  const value = NAMED[key]?.webdriver ?? key;
  if ([...value].length !== 1) throw new Error(`unknown key ${key}`);
  const held = modifiers.map((name) => MODIFIERS[name]?.webdriver ?? '');
  return [
    ...held.map((held) => ({ type: 'keyDown' as const, value: held })),
    { type: 'keyDown', value },
    { type: 'keyUp', value },
    ...held.toReversed().map((held) => ({ type: 'keyUp' as const, value: held })),
  ];
}

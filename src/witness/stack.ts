import type { StackFrame } from '../exchange/exchange.ts';
import { WITNESS_SCRIPT } from './network-entry.ts';

const FRAMES = 30;
const LINE_LIMIT = 2_000;

/** Chromium: `    at async name (url:line:column)` or `    at url:line:column`. Firefox: `async*name@url:line:column`. */
const CHROMIUM = /^\s*at (?:async )?(?:(.*?) \()?(\S+?):(\d+):(\d+)\)?$/;
const FIREFOX = /^(.*?)@(\S+?):(\d+):(\d+)$/;

/** A script's `stack` text as frames, innermost first, without what is no script of the page's. Never throws. */
export function readStack(stack: string): readonly StackFrame[] {
  const frames: StackFrame[] = [];
  for (const text of stack.split('\n')) {
    if (text.length > LINE_LIMIT || frames.length === FRAMES) continue;
    const [, name = '', url = '', line, column] = CHROMIUM.exec(text) ?? FIREFOX.exec(text) ?? [];
    if (!/^[a-z][a-z0-9+.-]*:/i.test(url) || isExtension(url)) continue;
    frames.push({ functionName: name.replace(/^[\w ]+\*/, ''), url, line: Number(line), column: Number(column) });
  }
  return frames;
}

const isExtension = (url: string): boolean => /^(?:chrome|moz)-extension:/.test(url) || url.includes(WITNESS_SCRIPT);

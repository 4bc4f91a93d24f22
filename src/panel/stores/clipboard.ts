import { type ReadonlySignal, signal } from '@preact/signals';
import { messageOf } from '../../link/funnel.ts';
import { ui } from '../../words/ui.ts';
import type { Scheduler } from './scheduler.ts';

export interface Announcement {
  readonly text: string;
  readonly failed: boolean;
}

export interface ClipboardStore {
  /** What the live region says; null when it is silent. */
  readonly said: ReadonlySignal<Announcement | null>;
  /** Writes text and says how it went. `what` names it to the user. Resolves to whether it was written. */
  readonly copy: (text: string, what: string) => Promise<boolean>;
  /** The same with a PNG that is still being made; it must be asked for in the turn of the click. */
  readonly copyImage: (png: Promise<Blob>, what: string) => Promise<boolean>;
  /** Says that something was done. */
  readonly say: (what: string) => void;
  /** Says why there is nothing to copy. */
  readonly refuse: (why: string) => void;
}

const SAID_MS = 4000;

/** The two ways to the clipboard, the second for where the first is refused. */
export interface ClipboardPort {
  readonly write: (text: string) => Promise<void>;
  readonly writeByCommand: (text: string) => boolean;
  readonly writeImage: (png: Promise<Blob>) => Promise<void>;
}

export function createClipboardStore(port: ClipboardPort, scheduler: Scheduler): ClipboardStore {
  const said = signal<Announcement | null>(null);
  let hush = () => {};
  const say = (text: string, failed: boolean) => {
    hush();
    said.value = { text, failed };
    hush = scheduler.after(SAID_MS, () => {
      said.value = null;
    });
    return !failed;
  };
  return {
    said,
    say: (what) => {
      say(what, false);
    },
    async copy(text, what) {
      let refusal: string;
      try {
        await port.write(text);
        return say(ui.copiedWhat(what), false);
      } catch (error) {
        refusal = messageOf(error);
      }
      if (port.writeByCommand(text)) return say(ui.copiedWhat(what), false);
      return say(ui.copyFailed(refusal || ui.clipboardRefused), true);
    },
    async copyImage(png, what) {
      try {
        await port.writeImage(png);
        return say(ui.copiedWhat(what), false);
      } catch (error) {
        const refusal = messageOf(error);
        return say(ui.copyFailed(refusal || ui.clipboardRefused), true);
      }
    },
    refuse: (why) => {
      say(ui.copyFailed(why), true);
    },
  };
}

export const browserClipboard: ClipboardPort = {
  write: (text) => navigator.clipboard.writeText(text),
  writeImage: (png) => navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]),
  writeByCommand(text) {
    const area = document.createElement('textarea');
    const focused = document.activeElement;
    area.value = text;
    area.className = 'offscreen';
    // What is outside an open dialog can have no selection.
    (document.querySelector('dialog[open]') ?? document.body).append(area);
    area.select();
    try {
      return document.execCommand('copy');
    } finally {
      area.remove();
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    }
  },
};

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { BadFileCode, Imported } from '../../import/imported.ts';
import { messageOf } from '../../link/funnel.ts';
import type { PanelStore } from './panel-store.ts';

/** Why a file was not opened; `unreadable`: the browser could not read it at all. */
export interface BadFile {
  readonly name: string;
  readonly code: BadFileCode | 'unreadable';
  readonly detail: string;
}

/** The live recording, and at most one that was opened from a file and is shown in its place. */
export interface Desk {
  readonly panel: ReadonlySignal<PanelStore>;
  readonly opened: ReadonlySignal<{ readonly name: string; readonly recording: Imported } | null>;
  readonly bad: ReadonlySignal<BadFile | null>;
  /** Shows a file's recording. A file that cannot be opened changes nothing but `bad`. Resolves to whether it is shown. */
  readonly open: (name: string, read: () => Promise<string>) => Promise<boolean>;
  readonly backToLive: () => void;
  readonly dismissBad: () => void;
  readonly end: () => void;
}

/** @param make a panel's store for what was opened */
export function createDesk(live: PanelStore, make: (recording: Imported) => PanelStore): Desk {
  const panel = signal(live);
  const opened = signal<{ readonly name: string; readonly recording: Imported } | null>(null);
  const bad = signal<BadFile | null>(null);
  let asked = 0;

  const show = (next: PanelStore, file: { readonly name: string; readonly recording: Imported } | null) => {
    const before = panel.value;
    batch(() => {
      next.setLayout(before.layout.value);
      panel.value = next;
      opened.value = file;
      bad.value = null;
    });
    if (before !== live && before !== next) before.end();
  };

  return {
    panel,
    opened,
    bad,
    async open(name, read) {
      asked += 1;
      const mine = asked;
      let text: string;
      try {
        text = await read();
      } catch (error) {
        bad.value = { name, code: 'unreadable', detail: messageOf(error) };
        return false;
      }
      // Another file was chosen while this one was read.
      if (mine !== asked) return false;
      // Few open a file: what reads it is loaded when somebody does.
      const { openRecording } = await import('../../import/open.ts');
      const result = openRecording(text);
      if (result.ok) show(make(result.recording), { name, recording: result.recording });
      else bad.value = { name, code: result.code, detail: result.detail };
      return result.ok;
    },
    backToLive: () => show(live, null),
    dismissBad: () => {
      bad.value = null;
    },
    end() {
      if (panel.value !== live) panel.value.end();
      live.end();
    },
  };
}

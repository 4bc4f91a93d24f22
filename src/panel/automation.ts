import type { ReportFormat } from '../report/report.ts';
import type { Language } from '../words/words.ts';
import type { LanguageStore } from './stores/language.ts';
import type { PanelStore } from './stores/panel-store.ts';

/** What a program that drives the panel may call, as `globalThis.corsLens`. The command line does. */
export interface Automation {
  /** The report over all recorded calls, whatever the filter shows. Secrets are redacted unless asked for. */
  report(format: ReportFormat, secrets?: boolean): string;
  /** How many calls are recorded. */
  count(): number;
  /** Opens the detail view of the call with this id. */
  select(id: string): void;
  /** Says everything in this language from now on; null for the browser's own. */
  setLanguage(language: Language | null): Promise<void>;
  /** Milliseconds from the panel document's start until the first snapshot was rendered; NaN before. */
  readonly timeToReady: number;
}

declare global {
  var corsLens: Automation | undefined;
}

/** Messages that wait for a frame are taken in first: a driven panel may be hidden and paint no frames. */
export function automate(shown: () => PanelStore, language: LanguageStore, timeToReady: () => number): Automation {
  return {
    report(format, secrets = false) {
      const panel = shown();
      const { recording, judgements } = panel;
      recording.flush();
      judgements.finish();
      return panel.report(format, [...recording.log.calls()], secrets);
    },
    count() {
      const { recording } = shown();
      recording.flush();
      return recording.log.size();
    },
    select(id) {
      const panel = shown();
      panel.recording.flush();
      panel.open(id);
    },
    setLanguage: language.choose,
    get timeToReady() {
      return timeToReady();
    },
  };
}

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { fixFor } from '../../advice/fix-for.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { type Finding, type ReportFormat, renderReport } from '../../report/report.ts';
import type { SummaryNumbers } from '../../words/ui.ts';
import type { RecordingSource } from '../source.ts';
import { type Item, isCall } from './call-log.ts';
import { type ClipboardPort, type ClipboardStore, createClipboardStore } from './clipboard.ts';
import { createFilterStore, type FilterStore } from './filter.ts';
import { createJudgements, type Judgements } from './judgements.ts';
import { createRecordingStore, type RecordingStore } from './recording.ts';
import type { Scheduler } from './scheduler.ts';
import { createTrialStore, type TrialStore } from './trial.ts';

/** `wide`: list beside detail. `stacked`: list above detail. `overlay`: the detail covers the list. */
export type Layout = 'wide' | 'stacked' | 'overlay';

const WIDE_PX = 700;
const STACKED_HEIGHT_PX = 560;

export const layoutFor = (width: number, height: number): Layout =>
  width >= WIDE_PX ? 'wide' : height >= STACKED_HEIGHT_PX ? 'stacked' : 'overlay';

/** The call whose detail is shown, and why it is. */
export interface Shown {
  readonly exchange: Exchange;
  /** `user`: chosen. `lead`: nothing is chosen and only one reason blocks anything. */
  readonly by: 'user' | 'lead';
  /** For `lead`: how many calls were blocked for this reason. */
  readonly count: number;
}

export interface PanelStore {
  readonly recording: RecordingStore;
  readonly judgements: Judgements;
  readonly filter: FilterStore;
  readonly clipboard: ClipboardStore;
  readonly trial: TrialStore;
  readonly layout: ReadonlySignal<Layout>;
  readonly setLayout: (layout: Layout) => void;
  /** What the list shows, in order. */
  readonly items: ReadonlySignal<readonly Item[]>;
  readonly summary: ReadonlySignal<SummaryNumbers>;
  /** The row that the keyboard is on, as the id of its call. */
  readonly cursor: ReadonlySignal<string | null>;
  readonly shown: ReadonlySignal<Shown | null>;
  readonly moveTo: (id: string) => void;
  readonly open: (id: string) => void;
  readonly close: () => void;
  readonly shownCalls: () => readonly Exchange[];
  readonly report: (format: ReportFormat, calls: readonly Exchange[], secrets: boolean) => string;
  readonly end: () => void;
}

export function createPanelStore(
  source: RecordingSource,
  scheduler: Scheduler,
  clipboardPort: ClipboardPort,
  judge: typeof diagnose = diagnose,
): PanelStore {
  const recording = createRecordingStore(source, scheduler);
  const judgements = createJudgements(recording, scheduler, judge);
  const filter = createFilterStore();
  const layout = signal<Layout>('wide');
  const cursor = signal<string | null>(null);
  const opened = signal(false);

  const items = computed<readonly Item[]>(() => {
    recording.revision.value;
    const matches = filter.matches.value;
    if (!filter.onlyBlocked.value) return recording.log.items(matches);
    judgements.tally.value;
    return recording.log.items((exchange) => {
      const verdict = judgements.verdictOf(exchange);
      return (verdict === 'blocked' || verdict === 'undecided') && matches(exchange);
    });
  });
  const shownCount = computed(() => items.value.reduce((count, item) => count + Number(isCall(item)), 0));
  const summary = computed<SummaryNumbers>(() => {
    recording.revision.value;
    const tally = judgements.tally.value;
    return {
      calls: recording.log.size(),
      shown: shownCount.value,
      servers: recording.log.servers(),
      blocked: tally.verdicts.blocked,
      reasons: tally.reasons.length,
      failed: tally.verdicts.failed,
      undecided: tally.verdicts.undecided,
      waiting: tally.waiting,
    };
  });
  const shown = computed<Shown | null>(() => {
    recording.revision.value;
    const id = cursor.value;
    const chosen = opened.value && id !== null ? recording.log.get(id) : undefined;
    if (chosen) return { exchange: chosen, by: 'user', count: 1 };
    const { reasons, waiting } = judgements.tally.value;
    const [reason] = reasons;
    if (reasons.length !== 1 || !reason || waiting > 0) return null;
    const lead = recording.log.get(reason.firstId);
    return lead ? { exchange: lead, by: 'lead', count: reason.count } : null;
  });
  const shownCalls = () => items.value.filter(isCall);

  return {
    recording,
    judgements,
    filter,
    clipboard: createClipboardStore(clipboardPort, scheduler),
    trial: createTrialStore(source, recording, judgements),
    layout,
    setLayout: (next) => {
      layout.value = next;
    },
    items,
    summary,
    cursor,
    shown,
    moveTo(id) {
      cursor.value = id;
      // Where list and detail are both in view the detail follows the cursor; an overlay would cover what one moves in.
      if (layout.value !== 'overlay') opened.value = true;
    },
    open(id) {
      cursor.value = id;
      opened.value = true;
    },
    close() {
      opened.value = false;
      if (layout.value !== 'overlay') cursor.value = null;
    },
    shownCalls,
    report(format, calls, secrets) {
      const { browser, pageUrl } = recording.status.value;
      if (!browser) throw new Error('nothing has been recorded yet');
      const findings = calls.map((exchange): Finding => {
        const diagnosis = judgements.of(exchange, true);
        return { exchange, diagnosis, fix: fixFor(exchange, diagnosis) };
      });
      return renderReport(format, findings, { browser, pageUrl, recordedAt: new Date().toISOString(), secrets });
    },
    end: recording.end,
  };
}

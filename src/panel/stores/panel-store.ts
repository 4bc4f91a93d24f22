import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { fixFor } from '../../advice/fix-for.ts';
import type { SecretNames } from '../../advice/redact.ts';
import type { ReproductionId } from '../../advice/reproduce/reproduction.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Exchange, StackFrame } from '../../exchange/exchange.ts';
import type { Imported } from '../../import/imported.ts';
import { type Redaction, redactionsIn } from '../../report/redact-finding.ts';
import { type Finding, type ReportFormat, renderReport } from '../../report/report.ts';
import { type SummaryNumbers, ui } from '../../words/ui.ts';
import { createListing, firstOf, type Listing } from '../listing/listing.ts';
import type { RecordingSource } from '../source.ts';
import { type ClipboardPort, type ClipboardStore, createClipboardStore } from './clipboard.ts';
import { createFilterStore, type FilterStore } from './filter.ts';
import { createJudgements, type Judgements } from './judgements.ts';
import { createLessonStore, type LessonStore } from './lessons.ts';
import { createRecordingStore, type RecordingStore } from './recording.ts';
import { browserSaveFile, type SaveFile } from './save-file.ts';
import type { Scheduler } from './scheduler.ts';
import { createSettingsStore, type SettingsStore } from './settings.ts';
import { memoryShelf, type Shelf } from './shelf.ts';
import { steady } from './steady.ts';
import { createTrialStore, type TrialStore } from './trial.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

/** `wide`: list beside detail. `stacked`: list above detail. `overlay`: the detail covers the list. */
export type Layout = 'wide' | 'stacked' | 'overlay';

const WIDE_PX = 700;
const STACKED_HEIGHT_PX = 560;
/** What is said of one call's neighbours is brought up to date this often, in ms. */
const PULSE_MS = 500;
/** Calls of a group that are copied with one key. */
const MOST_COPIED = 500;

export const layoutFor = (width: number, height: number): Layout =>
  width >= WIDE_PX ? 'wide' : height >= STACKED_HEIGHT_PX ? 'stacked' : 'overlay';

/** The call whose detail is shown, and why it is. */
export interface Shown {
  readonly exchange: Exchange;
  /** `user`: chosen. `group`: the first of a chosen group. `lead`: nothing is chosen and all that went wrong did so for one reason. */
  readonly by: 'user' | 'group' | 'lead';
  /** How many calls it stands for. */
  readonly count: number;
}

/** The overview of all servers, or one server's summary. */
export interface ServerView {
  readonly server: string | null;
}

/** Which calls are to be handed over at first: the explained one, all with its cause, or all that the list shows. */
export type HandOverScope = 'call' | 'group' | 'all';
export type OpenDialog = 'help' | 'settings' | `hand-over-${HandOverScope}` | null;

/** The file that a recording was opened from. */
export type OpenedFrom = Pick<Imported, 'from' | 'recordedAt'>;

/** Shows a place in the page's source in DevTools. */
export type OpenSource = (frame: StackFrame) => void;

export interface PanelStore {
  readonly recording: RecordingStore;
  readonly judgements: Judgements;
  readonly filter: FilterStore;
  readonly settings: SettingsStore;
  readonly clipboard: ClipboardStore;
  readonly trial: TrialStore;
  readonly lessons: LessonStore;
  readonly workbench: Workbench;
  readonly layout: ReadonlySignal<Layout>;
  readonly setLayout: (layout: Layout) => void;
  /** What the list shows, in order. */
  readonly listing: Listing;
  readonly summary: ReadonlySignal<SummaryNumbers>;
  /** Signals of their own, so that what depends on them alone is not rendered with every call that comes. */
  readonly hasCalls: ReadonlySignal<boolean>;
  readonly hasShown: ReadonlySignal<boolean>;
  readonly hasRows: ReadonlySignal<boolean>;
  /** Grows while calls come, but not more often than a reader could follow. */
  readonly pulse: ReadonlySignal<number>;
  /** The row that the keyboard is on, as the id of its call or group. */
  readonly cursor: ReadonlySignal<string | null>;
  readonly shown: ReadonlySignal<Shown | null>;
  readonly serverView: ReadonlySignal<ServerView | null>;
  readonly showServers: (view: ServerView | null) => void;
  readonly dialog: ReadonlySignal<OpenDialog>;
  readonly openDialog: (dialog: OpenDialog) => void;
  readonly moveTo: (id: string) => void;
  readonly open: (id: string) => void;
  /** Opens a call or group at its fix. */
  readonly openFix: (id: string) => void;
  /** The fix is to be brought into view and given the focus; whoever does so says that it is done. */
  readonly fixWanted: ReadonlySignal<boolean>;
  readonly fixReached: () => void;
  readonly close: () => void;
  /** Copies a call, or all of a group, as Markdown, and says so. */
  readonly copy: (id: string | null) => Promise<boolean>;
  readonly shownCalls: () => readonly Exchange[];
  /** Null where this browser's DevTools cannot be asked to. */
  readonly openSource: OpenSource | null;
  /** The listed calls that are of one kind with this one, itself among them; just it where it is listed alone. */
  readonly groupCalls: (id: string) => readonly Exchange[];
  /** Null for the live recording. */
  readonly openedFrom: OpenedFrom | null;
  /** The tool that calls are written for, to be made again outside the page. */
  readonly reproduceWith: ReadonlySignal<ReproductionId>;
  readonly setReproduceWith: (id: ReproductionId) => void;
  readonly saveFile: SaveFile;
  /** What a report over these calls leaves out when it is redacted. */
  readonly redactions: (calls: readonly Exchange[]) => readonly Redaction[];
  /** Further names whose values are secrets, from the settings. */
  readonly secretNames: ReadonlySignal<SecretNames>;
  readonly report: (format: ReportFormat, calls: readonly Exchange[], secrets: boolean) => string;
  readonly end: () => void;
}

export function createPanelStore(
  source: RecordingSource,
  scheduler: Scheduler,
  clipboardPort: ClipboardPort,
  judge: typeof diagnose = diagnose,
  shelf: Shelf = memoryShelf(),
  openSource: OpenSource | null = null,
  openedFrom: OpenedFrom | null = null,
): PanelStore {
  const recording = createRecordingStore(source, scheduler);
  const settings = createSettingsStore(shelf, recording);
  const filter = createFilterStore(shelf);
  const secretNames = computed(() => new Set(settings.current.value.redact));
  const order = computed(() => settings.current.value.order);
  const listing = createListing(recording, scheduler, (id) => judgements.factsOf(id), filter.matcher, order);
  const judgements = createJudgements(recording, scheduler, judge, { counted: listing.touch, settled: listing.settle });
  const layout = signal<Layout>('wide');
  const cursor = signal<string | null>(null);
  const opened = signal(false);
  const serverView = signal<ServerView | null>(null);
  const dialog = signal<OpenDialog>(null);
  const fixWanted = signal(false);
  const reproduceWith = signal<ReproductionId>('posix');
  const pulse = signal(0);

  let pulsing = false;
  recording.onChange(() => {
    if (pulsing) return;
    pulsing = true;
    scheduler.after(PULSE_MS, () => {
      pulsing = false;
      pulse.value += 1;
    });
  });

  const summary = steady((): SummaryNumbers => {
    recording.revision.value;
    listing.version.value;
    const tally = judgements.tally.value;
    // What has not come to the list yet is not hidden by a filter.
    const calls = recording.log.size() - recording.held();
    return {
      calls,
      shown: listing.sifting.value ? calls : listing.callCount(),
      servers: recording.log.servers(),
      blocked: tally.verdicts.blocked,
      reasons: tally.reasons.length,
      failed: tally.verdicts.failed,
      undecided: tally.verdicts.undecided,
      waiting: tally.waiting,
    };
  });
  const chosen = (id: string): Shown | null => {
    const group = listing.group(id);
    const exchange = recording.log.get(group ? firstOf(group) : id);
    if (!exchange) return null;
    return group ? { exchange, by: 'group', count: group.members.length } : { exchange, by: 'user', count: 1 };
  };
  const shown = steady((): Shown | null => {
    recording.revision.value;
    listing.version.value;
    const id = cursor.value;
    const own = opened.value && id !== null ? chosen(id) : null;
    if (own) return own;
    const { reasons, failures, verdicts, waiting } = judgements.tally.value;
    // What failed for another reason matters where nothing is, or may be, blocked.
    const wrong = reasons.length === 0 && verdicts.undecided === 0 ? failures : reasons;
    const [reason] = wrong;
    if (wrong.length !== 1 || !reason || waiting > 0) return null;
    const lead = recording.log.get(reason.firstId);
    return lead ? { exchange: lead, by: 'lead', count: reason.count } : null;
  });
  const hasCalls = computed(() => summary.value.calls > 0);
  const hasShown = computed(() => summary.value.shown > 0);
  // Page loads alone are worth a list only where no filter hides the calls.
  const hasRows = computed(() => {
    listing.version.value;
    return hasShown.value || (!hasCalls.value && listing.rowCount() > 0);
  });
  const clipboard = createClipboardStore(clipboardPort, scheduler);
  const findingOf = (exchange: Exchange): Finding => {
    const diagnosis = judgements.of(exchange, true);
    return { exchange, diagnosis, fix: fixFor(exchange, diagnosis) };
  };
  const report = (format: ReportFormat, calls: readonly Exchange[], secrets: boolean): string => {
    const { browser, pageUrl } = recording.status.value;
    if (!browser) throw new Error('nothing has been recorded yet');
    return renderReport(format, calls.map(findingOf), {
      browser,
      pageUrl,
      recordedAt: openedFrom?.recordedAt ?? new Date().toISOString(),
      ...(openedFrom === null ? {} : { openedFrom: openedFrom.from }),
      secrets,
      secretNames: secretNames.value,
    });
  };
  const workbench = createWorkbench(judgements);
  const open = (id: string) => {
    serverView.value = null;
    cursor.value = id;
    opened.value = true;
  };

  return {
    recording,
    judgements,
    filter,
    settings,
    clipboard,
    openSource,
    trial: createTrialStore(source, recording, judgements),
    lessons: createLessonStore(),
    workbench,
    layout,
    setLayout: (next) => {
      layout.value = next;
    },
    listing,
    summary,
    hasCalls,
    hasShown,
    hasRows,
    pulse,
    cursor,
    shown,
    serverView,
    showServers: (view) => {
      serverView.value = view;
    },
    dialog,
    openDialog: (next) => {
      dialog.value = next;
    },
    moveTo(id) {
      cursor.value = id;
      // Where list and detail are both in view the detail follows the cursor; an overlay would cover what one moves in.
      if (layout.value !== 'overlay') open(id);
    },
    open,
    openFix(id) {
      fixWanted.value = true;
      open(id);
    },
    fixWanted,
    fixReached: () => {
      fixWanted.value = false;
    },
    close() {
      if (serverView.value) {
        serverView.value = null;
        return;
      }
      opened.value = false;
      if (layout.value !== 'overlay') cursor.value = null;
    },
    async copy(id) {
      const members = id === null ? [] : (listing.group(id)?.members.map((member) => member.id) ?? [id]);
      const calls = members.slice(0, MOST_COPIED).flatMap((member) => recording.log.get(member) ?? []);
      if (calls.length === 0) {
        clipboard.refuse(ui.nothingToCopy);
        return false;
      }
      return clipboard.copy(report('markdown', calls, false), ui.copiedCalls(calls.length));
    },
    shownCalls: listing.calls,
    groupCalls: (id) =>
      (listing.groupOf(id)?.members.map((member) => member.id) ?? [id]).flatMap((one) => recording.log.get(one) ?? []),
    openedFrom,
    reproduceWith,
    setReproduceWith: (id) => {
      reproduceWith.value = id;
    },
    saveFile: browserSaveFile,
    redactions: (calls) => redactionsIn(calls, secretNames.value),
    secretNames,
    report,
    end() {
      listing.end();
      recording.end();
    },
  };
}

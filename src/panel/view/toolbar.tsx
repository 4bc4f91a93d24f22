import type { ComponentChildren, RefObject } from 'preact';
import { words } from '../../words/language.ts';
import { ui } from '../../words/ui.ts';
import { whatIfWords } from '../../words/workbench.ts';
import type { Desk } from '../stores/desk.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { FilterBox } from './filter-box.tsx';
import { OpenButton } from './open-recording.tsx';
import { WitnessSwitch } from './witness.tsx';

function RecordButton({ panel }: { readonly panel: PanelStore }) {
  const { link, recording, trouble } = panel.recording.status.value;
  const on = link === 'live' && recording && !trouble;
  return (
    <button
      type="button"
      class={`button record ${on ? 'is-on' : ''}`}
      data-testid="record"
      aria-pressed={recording}
      title={recording ? ui.recordTitle : ui.pausedTitle}
      onClick={() => panel.recording.record(!recording)}
    >
      <svg class="record-dot" viewBox="0 0 16 16" aria-hidden="true">
        {on ? <circle cx="8" cy="8" r="5" /> : <path d="M4 3.5h3v9H4zm5 0h3v9H9z" />}
      </svg>
      <span class="button-word">{recording ? ui.record : ui.paused}</span>
    </button>
  );
}

function ClearButton({ panel }: { readonly panel: PanelStore }) {
  return (
    <button type="button" class="button" data-testid="clear" title={ui.clearTitle} onClick={panel.recording.clear}>
      <svg class="button-icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM3.8 3.8l8.4 8.4" />
      </svg>
      <span class="button-word">{ui.clear}</span>
    </button>
  );
}

function DialogButton({
  name,
  label,
  open,
  children,
}: {
  readonly name: 'help' | 'settings';
  readonly label: string;
  readonly open: (dialog: 'help' | 'settings') => void;
  readonly children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      class="button is-icon"
      data-testid={`open-${name}`}
      aria-label={label}
      aria-haspopup="dialog"
      title={label}
      onClick={() => open(name)}
    >
      <svg class="button-icon" viewBox="0 0 16 16" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}

export function Toolbar({
  panel,
  desk,
  filterRef,
}: {
  readonly panel: PanelStore;
  readonly desk: Desk;
  readonly filterRef: RefObject<HTMLInputElement | null>;
}) {
  const { filter, recording, settings } = panel;
  const nothing = !panel.hasShown.value;
  return (
    <section class="toolbar" aria-label={ui.toolbar}>
      {panel.openedFrom === null && (
        <>
          <RecordButton panel={panel} />
          <ClearButton panel={panel} />
          <label class="check" title={ui.keepTitle}>
            <input
              type="checkbox"
              data-testid="keep"
              checked={recording.status.value.keep}
              onChange={(event) => settings.change({ keep: event.currentTarget.checked })}
            />
            {ui.keep}
          </label>
          <WitnessSwitch panel={panel} />
          <span class="rule" />
        </>
      )}
      <label class="check" title={ui.onlyBlockedTitle}>
        <input
          type="checkbox"
          data-testid="only-blocked"
          checked={filter.onlyBlocked.value}
          onChange={(event) => filter.setOnlyBlocked(event.currentTarget.checked)}
        />
        {ui.onlyBlocked}
      </label>
      <FilterBox panel={panel} inputRef={filterRef} />
      <button
        type="button"
        class="button"
        data-testid="open-hand-over"
        aria-haspopup="dialog"
        title={words().handover.buttonTitle}
        disabled={nothing}
        onClick={() => panel.openDialog('hand-over-all')}
      >
        <svg class="button-icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 10V2m0 0L5 5m3-3 3 3M2.5 9v4.5h11V9" />
        </svg>
        <span class="button-word">{words().handover.button}</span>
      </button>
      <OpenButton desk={desk} />
      <button
        type="button"
        class="button is-icon"
        data-testid="open-lessons"
        aria-label={ui.learn}
        title={ui.learnTitle}
        onClick={() => panel.lessons.open('contents')}
      >
        <svg class="button-icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 4.2C6.4 3 4.3 2.8 2 3v9.4c2.3-.2 4.4 0 6 1.2 1.6-1.2 3.7-1.4 6-1.2V3c-2.3-.2-4.4 0-6 1.2v9.4" />
        </svg>
      </button>
      <button
        type="button"
        class="button is-icon"
        data-testid="open-blank"
        aria-label={whatIfWords().blank}
        title={whatIfWords().blankTitle}
        onClick={() => panel.workbench.whatIf(null, recording.status.value.browser?.name ?? 'chromium')}
      >
        <svg class="button-icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 13l1-3 7-7 2 2-7 7zM9.5 4.5l2 2" />
        </svg>
      </button>
      <DialogButton name="settings" label={ui.settings} open={panel.openDialog}>
        <path d="M2 4.5h7m4 0h1M2 11.5h1m4 0h7M11 2.8v3.4M5 9.8v3.4" />
      </DialogButton>
      <DialogButton name="help" label={`${ui.help} (?)`} open={panel.openDialog}>
        <path d="M5.6 6c.3-3.2 5-2.9 4.9.2 0 2-2.5 2-2.5 4m0 2.3v.6" />
      </DialogButton>
    </section>
  );
}

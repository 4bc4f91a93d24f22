import type { Ref } from 'preact';
import type { ReportFormat } from '../../report/report.ts';
import { ui } from '../../words/ui.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { CopyButton } from './copy-button.tsx';

const FORMATS: readonly ReportFormat[] = ['markdown', 'json', 'text'];

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

export function Toolbar({
  panel,
  filterRef,
}: {
  readonly panel: PanelStore;
  readonly filterRef: Ref<HTMLInputElement>;
}) {
  const { filter, recording } = panel;
  const nothing = panel.summary.value.shown === 0;
  return (
    <section class="toolbar" aria-label={ui.toolbar}>
      <RecordButton panel={panel} />
      <ClearButton panel={panel} />
      <label class="check" title={ui.keepTitle}>
        <input
          type="checkbox"
          data-testid="keep"
          checked={recording.status.value.keep}
          onChange={(event) => recording.keep(event.currentTarget.checked)}
        />
        {ui.keep}
      </label>
      <span class="rule" />
      <input
        ref={filterRef}
        type="search"
        class="filter"
        data-testid="filter"
        placeholder={ui.filter}
        aria-label={ui.filterLabel}
        title={ui.filterTitle}
        spellcheck={false}
        autocomplete="off"
        value={filter.text.value}
        onInput={(event) => filter.setText(event.currentTarget.value)}
      />
      <label class="check" title={ui.onlyBlockedTitle}>
        <input
          type="checkbox"
          data-testid="only-blocked"
          checked={filter.onlyBlocked.value}
          onChange={(event) => filter.setOnlyBlocked(event.currentTarget.checked)}
        />
        {ui.onlyBlocked}
      </label>
      <fieldset class="group group-copy" aria-label={ui.copyShown}>
        <span class="group-label" aria-hidden="true">
          {ui.copyAs}
        </span>
        {FORMATS.map((format) => (
          <CopyButton
            key={format}
            panel={panel}
            label={ui[format]}
            what={ui[format]}
            title={ui.copyShownTitle(ui[format])}
            testId={`copy-${format}`}
            disabled={nothing}
            text={() => panel.report(format, panel.shownCalls(), false)}
          />
        ))}
      </fieldset>
    </section>
  );
}

/** The line that says how the recording stands, and what was just copied. */
export function Summary({ panel }: { readonly panel: PanelStore }) {
  const { dropped, limit, link } = panel.recording.status.value;
  const numbers = panel.summary.value;
  const said = panel.clipboard.said.value;
  return (
    <div class="summary">
      <p class={numbers.blocked > 0 ? 'summary-line has-blocked' : 'summary-line'} data-testid="summary">
        {link === 'live' ? ui.summary(numbers) : ''}
      </p>
      {dropped > 0 && <p class="dropped">{ui.dropped(dropped, limit)}</p>}
      <p class={said?.failed ? 'said is-failed' : 'said'} role="status" aria-live="polite">
        {said?.text ?? ''}
      </p>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { words } from '../../words/language.ts';
import { ui } from '../../words/ui.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { clockTime } from './times.ts';
import { visibleText } from './visible-text.ts';

function State({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="state" data-testid="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** What stands in the list's place when there is nothing to list; null when there is. */
export function EmptyState({ panel }: { readonly panel: PanelStore }) {
  const { link, recording, trouble } = panel.recording.status.value;
  const { calls, shown } = panel.summary.value;
  if (link === 'loading') return <p class="state is-loading">{ui.loading}</p>;
  if (link === 'silent') {
    return (
      <div class="state" role="alert" data-testid="trouble">
        <h2>{ui.silentTitle}</h2>
        <p>{ui.silentWhy}</p>
        <p class="state-do">{ui.silentDo}</p>
      </div>
    );
  }
  if (calls === 0) {
    // The banner above already says what is wrong and what to do.
    if (trouble) return null;
    if (panel.openedFrom !== null) return <State title={words().handover.emptyFile} />;
    if (!recording) {
      return (
        <State title={ui.emptyPausedTitle}>
          <p class="state-do">{ui.emptyPausedDo}</p>
        </State>
      );
    }
    return (
      <State title={ui.emptyTitle}>
        <p class="state-do">{ui.emptyDo}</p>
        <p>{ui.emptyWhy}</p>
      </State>
    );
  }
  if (shown > 0 || !panel.filter.active.value) return null;
  return (
    <State title={ui.noMatchTitle}>
      <p>{ui.noMatchDo(calls)}</p>
      <button type="button" class="button is-framed" onClick={panel.filter.reset}>
        {ui.showAll}
      </button>
    </State>
  );
}

/** What the user must know before trusting the list: recording stopped, paused, or the engine failed. */
export function Banners({ panel }: { readonly panel: PanelStore }) {
  const { link, recording, trouble, troubleSince } = panel.recording.status.value;
  const failure = panel.judgements.failure.value;
  const { grant } = panel.recording;
  return (
    <>
      {trouble && (
        <div class="banner is-trouble" role="alert" data-testid="trouble">
          <p>
            <b>{ui.troubleTitle(clockTime(troubleSince ?? Number.NaN), trouble.code)}</b>, {ui.troubleWhy(trouble.code)}{' '}
            {ui.troubleDo(trouble.code)}{' '}
            {trouble.code === 'host-permission-missing' && grant && (
              <button type="button" class="button is-framed" data-testid="grant" onClick={grant}>
                {ui.grantAccess}
              </button>
            )}
          </p>
          {trouble.detail && <p class="banner-detail">{visibleText(trouble.detail)}</p>}
        </div>
      )}
      {failure !== null && (
        <p class="banner is-trouble" role="alert">
          {ui.internalError(visibleText(failure))}
        </p>
      )}
      {link === 'live' && !recording && !trouble && (
        <p class="banner is-paused">
          {ui.pausedBanner}{' '}
          <button type="button" class="link" onClick={() => panel.recording.record(true)}>
            {ui.resume}
          </button>
        </p>
      )}
    </>
  );
}

import type { Trial, TrialPlan } from '../../advice/trial.ts';
import { trialWords } from '../../words/workbench.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { sameTrial } from '../stores/trial.ts';
import { visibleText } from './visible-text.ts';

const nameOf = ({ method, url }: Trial): string => visibleText(method === null ? url : `${method} ${url}`);

/** The switch that tries a fix inside the browser, or why it cannot be tried. */
export function TrialSwitch({ panel, plan }: { readonly panel: PanelStore; readonly plan: TrialPlan }) {
  const words = trialWords();
  if (!plan.possible) {
    return (
      <div class="trial">
        <h4>{words.title}</h4>
        <p class="aside" data-testid="trial-impossible">
          {words.untriable[plan.why]}
        </p>
      </div>
    );
  }
  const { trial: store } = panel;
  const state = store.state.value;
  const mine = state.kind !== 'off' && sameTrial(state.trial, plan.trial);
  const on = mine && state.kind !== 'stopping';
  return (
    <div class="trial">
      <div class="trial-line">
        <button
          type="button"
          role="switch"
          class="switch"
          data-testid="trial-switch"
          aria-checked={on}
          onClick={() => (on ? store.stop() : store.start(plan.trial, false))}
        >
          <span class="switch-track" aria-hidden="true">
            <span class="switch-thumb" />
          </span>
          {words.switchLabel}
        </button>
        {on ? (
          <button type="button" class="button is-framed" data-testid="trial-reload-here" onClick={store.reload}>
            {words.reload}
          </button>
        ) : (
          <button
            type="button"
            class="button is-framed"
            title={words.reloadAndTryTitle}
            data-testid="trial-reload-and-try"
            onClick={() => store.start(plan.trial, true)}
          >
            {words.reloadAndTry}
          </button>
        )}
      </div>
      <p class="aside">
        {on ? words.nextCalls : words.how}
        {!mine && state.kind !== 'off' && ` ${words.other}`}
      </p>
    </div>
  );
}

/** Says plainly, above everything else, that a trial is on, or that it went off by itself. */
export function TrialBanner({ panel }: { readonly panel: PanelStore }) {
  const { trial: store } = panel;
  const words = trialWords();
  const state = store.state.value;
  if (state.kind === 'off') {
    if (state.why === null || store.dismissed.value === state) return null;
    return (
      <div class="banner is-trial" role="status" data-testid="trial-ended">
        <p>
          {words.ended[state.why]}{' '}
          <button type="button" class="link" onClick={store.dismiss}>
            {words.hide}
          </button>
        </p>
        {state.detail && <p class="banner-detail">{visibleText(state.detail)}</p>}
      </div>
    );
  }
  const { calls, allowed, blocked } = store.touched.value;
  const last = calls.at(-1);
  return (
    <div class="banner is-trial" role="status" data-testid="trial-banner" data-state={state.kind}>
      <p>
        <b>{state.kind === 'on' ? words.banner(nameOf(state.trial)) : words[state.kind]}</b>{' '}
        {state.kind === 'on' && (
          <span data-testid="trial-touched">
            {calls.length === 0 ? words.nothingTouched : words.touched({ calls: calls.length, allowed, blocked })}
          </span>
        )}
      </p>
      {state.kind === 'on' && (
        <p class="banner-actions">
          {last && (
            <button type="button" class="button is-framed" data-testid="trial-show" onClick={() => panel.open(last.id)}>
              {words.show}
            </button>
          )}
          <button type="button" class="button is-framed" data-testid="trial-reload" onClick={store.reload}>
            {words.reload}
          </button>
          <button type="button" class="button is-framed" data-testid="trial-off" onClick={store.stop}>
            {words.off}
          </button>
        </p>
      )}
    </div>
  );
}

import { COLUMNS, DEFAULT_SETTINGS, LANGUAGE_CHOICES, LIMITS, namesIn, TIME_FORMATS } from '../../settings/settings.ts';
import { LANGUAGES } from '../../words/language.ts';
import { ui } from '../../words/ui.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { Dialog } from './dialog.tsx';

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly choices: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly chosen: T;
  readonly choose: (choice: T) => void;
}

function Choice<T extends string>({ name, choices, labels, chosen, choose }: ChoiceProps<T>) {
  return (
    <>
      {choices.map((choice) => (
        <label key={choice} class="check">
          <input
            type="radio"
            name={name}
            data-testid={`setting-${name}-${choice}`}
            checked={choice === chosen}
            onChange={() => choose(choice)}
          />
          {labels[choice]}
        </label>
      ))}
    </>
  );
}

/** Every change holds at once; there is nothing to confirm. */
export function SettingsDialog({ panel, close }: { readonly panel: PanelStore; readonly close: () => void }) {
  const { current, change } = panel.settings;
  const settings = current.value;
  return (
    <Dialog title={ui.settings} testId="settings" close={close}>
      <form class="settings" onSubmit={(event) => event.preventDefault()}>
        <fieldset>
          <legend>{ui.settingsColumns}</legend>
          {COLUMNS.map((column) => (
            <label key={column} class="check">
              <input
                type="checkbox"
                data-testid={`setting-column-${column}`}
                checked={settings.columns.includes(column)}
                onChange={(event) => {
                  const on = event.currentTarget.checked;
                  change({
                    columns: COLUMNS.filter((name) => (name === column ? on : settings.columns.includes(name))),
                  });
                }}
              />
              {ui.optionalColumns[column]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{ui.settingsTime}</legend>
          <Choice
            name="time"
            choices={TIME_FORMATS}
            labels={ui.timeFormats}
            chosen={settings.time}
            choose={(time) => change({ time })}
          />
        </fieldset>
        <fieldset>
          <legend>{ui.settingsLanguage}</legend>
          <Choice
            name="language"
            choices={LANGUAGE_CHOICES}
            labels={{ auto: ui.languageAuto, ...LANGUAGES }}
            chosen={settings.language}
            choose={(language) => change({ language })}
          />
        </fieldset>
        <fieldset>
          <legend>{ui.settingsLog}</legend>
          <label class="check">
            <input
              type="checkbox"
              data-testid="setting-keep"
              checked={settings.keep}
              onChange={(event) => change({ keep: event.currentTarget.checked })}
            />
            {ui.settingsKeep}
          </label>
          <label class="field">
            {ui.settingsLimit}
            <input
              type="number"
              data-testid="setting-limit"
              min={LIMITS.least}
              max={LIMITS.most}
              step={100}
              value={settings.limit}
              // Only once it is all typed: 5 on the way to 50000 must not throw calls away.
              onChange={(event) => change({ limit: event.currentTarget.valueAsNumber })}
            />
          </label>
          <p class="aside">{ui.settingsLimitHelp}</p>
        </fieldset>
        <fieldset class="is-wide">
          <legend>{ui.settingsRedact}</legend>
          <textarea
            aria-label={ui.settingsRedact}
            data-testid="setting-redact"
            rows={3}
            spellcheck={false}
            dir="ltr"
            value={settings.redact.join('\n')}
            onChange={(event) => change({ redact: namesIn(event.currentTarget.value) })}
          />
          <p class="aside">{ui.settingsRedactHelp}</p>
        </fieldset>
        <footer class="settings-foot">
          <p class="aside">{ui.settingsStored}</p>
          <button
            type="button"
            class="button is-framed"
            data-testid="settings-reset"
            onClick={() => change(DEFAULT_SETTINGS)}
          >
            {ui.settingsReset}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

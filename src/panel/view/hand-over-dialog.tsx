import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Exchange } from '../../exchange/exchange.ts';
import type { ReportFormat } from '../../report/report.ts';
import { words } from '../../words/language.ts';
import { type Attempt, attempt } from '../stores/attempt.ts';
import type { HandOverScope, PanelStore } from '../stores/panel-store.ts';
import { CopyButton } from './copy-button.tsx';
import { Dialog } from './dialog.tsx';

const FORMATS = {
  markdown: { extension: 'md', type: 'text/markdown' },
  text: { extension: 'txt', type: 'text/plain' },
  json: { extension: 'json', type: 'application/json' },
  har: { extension: 'har', type: 'application/json' },
} as const satisfies Record<ReportFormat, { readonly extension: string; readonly type: string }>;
const NAMES = Object.keys(FORMATS) as readonly ReportFormat[];
/** Characters that are shown: a browser lays out a hundred thousand at once, and nobody reads on from there. */
const PREVIEWED = 100_000;

interface Scope {
  readonly scope: HandOverScope;
  readonly calls: readonly Exchange[];
  readonly label: string;
}

/** What there is to hand over: the explained call, all with its cause, and all that the list shows. */
function scopesOf(panel: PanelStore): readonly Scope[] {
  const { handover } = words();
  const call = panel.shown.value?.exchange;
  const group = call === undefined ? [] : panel.groupCalls(call.id);
  const all = panel.shownCalls();
  return [
    ...(call === undefined ? [] : [{ scope: 'call', calls: [call], label: handover.scopes.call } as const]),
    ...(group.length < 2
      ? []
      : [{ scope: 'group', calls: group, label: handover.scopes.group(group.length) } as const]),
    { scope: 'all', calls: all, label: handover.scopes.all(all.length) } as const,
  ];
}

/** The text is made after the dialog is painted: of thousands of calls it takes a while. */
function useText(make: () => string, changes: readonly unknown[]): Attempt<string> | null {
  const [made, setMade] = useState<Attempt<string> | null>(null);
  useEffect(() => {
    setMade(null);
    const timer = setTimeout(() => setMade(attempt(make)), 0);
    return () => clearTimeout(timer);
  }, changes);
  return made;
}

interface DialogProps {
  readonly panel: PanelStore;
  readonly start: HandOverScope;
  readonly close: () => void;
}

/** Shows the very text that will be copied or saved, and what was taken out of it. */
export function HandOverDialog({ panel, start, close }: DialogProps) {
  const { handover } = words();
  // What is handed over does not change under the reader's eyes while calls come in.
  const scopes = useMemo(() => scopesOf(panel), [panel]);
  const [scope, setScope] = useState(start);
  const [format, setFormat] = useState<ReportFormat>('markdown');
  const [secrets, setSecrets] = useState(false);
  const calls = (scopes.find((one) => one.scope === scope) ?? scopes.at(-1))?.calls ?? [];
  const made = useText(() => panel.report(format, calls, secrets), [calls, format, secrets]);
  const removed = useMemo(() => panel.redactions(calls), [panel, calls]);
  const text = made?.ok ? made.value : '';
  const save = () => {
    const { extension, type } = FORMATS[format];
    const name = `cors-lens-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.${extension}`;
    panel.saveFile(name, type, text);
    panel.clipboard.say(handover.saved(name));
  };
  return (
    <Dialog title={handover.title} testId="hand-over" close={close}>
      <div class="hand-over">
        <fieldset class="group" aria-label={handover.what}>
          <span class="group-label" aria-hidden="true">
            {handover.what}
          </span>
          <div class="choices">
            {scopes.map((one) => (
              <label key={one.scope} class="check">
                <input
                  type="radio"
                  name="scope"
                  data-testid={`scope-${one.scope}`}
                  checked={one.calls === calls}
                  onChange={() => setScope(one.scope)}
                />
                {one.label}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset class="group" aria-label={handover.format}>
          <span class="group-label" aria-hidden="true">
            {handover.format}
          </span>
          <div class="choices">
            {NAMES.map((name) => (
              <label key={name} class="check">
                <input
                  type="radio"
                  name="format"
                  data-testid={`format-${name}`}
                  checked={name === format}
                  onChange={() => setFormat(name)}
                />
                {handover.formats[name]}
              </label>
            ))}
            <p class="aside">{handover.formatUse[format]}</p>
          </div>
        </fieldset>
        <div class="hand-over-secrets">
          <label class="check">
            <input
              type="checkbox"
              data-testid="hand-over-secrets"
              checked={secrets}
              onChange={(event) => setSecrets(event.currentTarget.checked)}
            />
            {handover.includeSecrets}
          </label>
          <p class={secrets ? 'warning' : 'aside'} data-testid="redactions">
            {secrets ? handover.secretsWarning : handover.removed(removed)}
          </p>
        </div>
        <h3 id="hand-over-preview">{handover.preview}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section class="preview" tabIndex={0} aria-labelledby="hand-over-preview">
          <pre dir="ltr" data-testid="preview">
            {made === null ? '…' : made.ok ? text.slice(0, PREVIEWED) : made.message}
          </pre>
        </section>
        {text.length > PREVIEWED && <p class="aside">{handover.previewCut(PREVIEWED, text.length)}</p>}
        <div class="hand-over-do">
          <CopyButton
            panel={panel}
            label={handover.copy}
            what={handover.formats[format]}
            testId="hand-over-copy"
            disabled={text === ''}
            text={() => text}
          />
          <button
            type="button"
            class="button is-framed"
            data-testid="hand-over-save"
            disabled={text === ''}
            onClick={save}
          >
            {handover.save}
          </button>
          {/* The page's own line is behind the dialog, and silent while it is open. */}
          <p class="said" role="status">
            {panel.clipboard.said.value?.text ?? ''}
          </p>
        </div>
      </div>
    </Dialog>
  );
}

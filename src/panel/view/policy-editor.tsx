import { useState } from 'preact/hooks';
import {
  editPolicy,
  LIST_KINDS,
  type ListKind,
  type PolicyEdits,
  type PolicyPart,
  type ServerPolicy,
  withValue,
} from '../../advice/server-policy.ts';
import { policyWords } from '../../words/workbench.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { Prose } from './prose.tsx';
import { visibleText } from './visible-text.ts';

const DEFAULT_MAX_AGE = 600;
const TOKEN = /^[A-Za-z0-9!#&*+.^_~-]+$/;

const isOrigin = (text: string): boolean => text === '*' || (URL.canParse(text) && new URL(text).origin === text);
const isValue = (kind: ListKind, text: string): boolean => (kind === 'origins' ? isOrigin(text) : TOKEN.test(text));

interface EditProps {
  readonly panel: PanelStore;
  readonly edits: PolicyEdits;
  readonly parts: readonly PolicyPart[];
  readonly values: readonly string[];
  readonly kind: ListKind;
}

function AddValue({ panel, edits, kind }: Pick<EditProps, 'panel' | 'edits' | 'kind'>) {
  const words = policyWords();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const add = (event: Event) => {
    event.preventDefault();
    const value = text.trim();
    if (value === '') return;
    if (kind === 'origins' && value === 'null') setWrong(words.neverNull);
    else if (!isValue(kind, value)) setWrong(words.wrong[kind]);
    else {
      panel.workbench.editPolicy(withValue(edits, kind, value, true));
      setText('');
      setWrong(null);
    }
  };
  return (
    <form class="policy-add" onSubmit={add}>
      <input
        value={text}
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        aria-label={words.add[kind]}
        placeholder={words.add[kind]}
        data-testid={`policy-add-${kind}`}
        aria-invalid={wrong !== null}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setWrong(null);
        }}
      />
      <button type="submit" class="button is-framed" disabled={text.trim() === ''}>
        {words.addButton}
      </button>
      {wrong !== null && (
        <p class="field-problem" role="alert">
          <Prose text={wrong} />
        </p>
      )}
    </form>
  );
}

/** Which calls a value is there for; the first is one click away. */
function Because({ panel, part }: { readonly panel: PanelStore; readonly part: PolicyPart | undefined }) {
  const words = policyWords();
  const [first] = part?.calls ?? [];
  if (!part || first === undefined) return <span class="aside">{words.byHand}</span>;
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        panel.workbench.close();
        panel.open(first);
      }}
    >
      {words.forCalls(part.calls.length)}
    </button>
  );
}

function ListPart({ panel, edits, parts, values, kind }: EditProps) {
  const words = policyWords();
  return (
    <section class="policy-part" data-testid={`policy-part-${kind}`}>
      <h3>{words.kinds[kind]}</h3>
      <ul>
        {values.map((value) => (
          <li key={value}>
            <code dir="ltr">{visibleText(value)}</code>{' '}
            <Because panel={panel} part={parts.find((part) => part.kind === kind && part.value === value)} />
            <button
              type="button"
              class="button policy-remove"
              aria-label={words.remove(visibleText(value))}
              title={words.remove(visibleText(value))}
              onClick={() => panel.workbench.editPolicy(withValue(edits, kind, value, false))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <AddValue panel={panel} edits={edits} kind={kind} />
    </section>
  );
}

/** Every value of a policy with what it is there for; each can be taken away, others added. */
export function PolicyEditor({
  panel,
  edits,
  made,
}: {
  readonly panel: PanelStore;
  readonly edits: PolicyEdits;
  readonly made: ServerPolicy;
}) {
  const words = policyWords();
  const policy = editPolicy(made.policy, edits);
  const star = policy.origins.includes('*');
  return (
    <>
      {LIST_KINDS.map((kind) => (
        <ListPart key={kind} panel={panel} edits={edits} parts={made.parts} values={policy[kind]} kind={kind} />
      ))}
      <section class="policy-part">
        <h3>{words.kinds.credentials}</h3>
        <label class="check">
          <input
            type="checkbox"
            data-testid="policy-credentials"
            checked={policy.credentials}
            onChange={(event) => panel.workbench.editPolicy({ ...edits, credentials: event.currentTarget.checked })}
          />
          {words.credentialsLabel}
        </label>{' '}
        {policy.credentials && <Because panel={panel} part={made.parts.find(({ kind }) => kind === 'credentials')} />}
        {star && (
          <p class="warning">
            <Prose text={policy.credentials ? words.everybodyWithCredentials : words.everybody} />
          </p>
        )}
      </section>
      <section class="policy-part">
        <h3>{words.kinds.maxAge}</h3>
        <label class="check">
          <input
            type="number"
            min="0"
            max="86400"
            data-testid="policy-max-age"
            placeholder={String(DEFAULT_MAX_AGE)}
            value={policy.maxAge ?? ''}
            onInput={(event) => {
              const { value } = event.currentTarget;
              panel.workbench.editPolicy({ ...edits, maxAge: /^\d{1,5}$/.test(value) ? Number(value) : null });
            }}
          />
          {words.seconds}
          {policy.maxAge === null && <span class="aside">({words.maxAgeDefault})</span>}
        </label>
      </section>
    </>
  );
}

import { useId } from 'preact/hooks';
import type { Problem, WhatIf, WhatIfField } from '../../advice/what-if.ts';
import type { CredentialsMode } from '../../exchange/exchange.ts';
import { whatIfWords } from '../../words/workbench.ts';

interface FormProps {
  readonly draft: WhatIf;
  readonly problems: readonly Problem[];
  readonly type: (change: Partial<WhatIf>) => void;
  readonly preflighted: boolean | null;
}

const CREDENTIALS: readonly CredentialsMode[] = ['same-origin', 'include', 'omit'];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const MOST_ROWS = 9;

/** Where a field stands in the document: the steps lead there. */
export const fieldId = (field: WhatIfField): string => `what-if-${field}`;

interface FieldProps {
  readonly field: WhatIfField;
  readonly value: string;
  readonly problems: readonly Problem[];
  readonly change: (value: string) => void;
  readonly lines?: boolean;
  /** Id of a datalist of suggestions. */
  readonly list?: string | undefined;
}

function Field({ field, value, problems, change, lines = false, list }: FieldProps) {
  const words = whatIfWords();
  const id = fieldId(field);
  const own = problems.filter((problem) => problem.field === field);
  const common = {
    id,
    value,
    spellcheck: false,
    autocomplete: 'off',
    dir: 'ltr',
    'data-testid': id,
    'aria-invalid': own.length > 0,
    'aria-describedby': `${id}-problem`,
  } as const;
  return (
    <div class={`typed is-${field}`}>
      <label for={id}>{words.fields[field]}</label>
      {lines ? (
        <textarea
          {...common}
          rows={Math.min(MOST_ROWS, Math.max(2, value.split('\n').length))}
          placeholder={words.oneALine}
          wrap="off"
          onInput={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <input {...common} type="text" list={list} onInput={(event) => change(event.currentTarget.value)} />
      )}
      <p id={`${id}-problem`} class="field-problem" aria-live="polite">
        {own.map((problem) => words.problem(problem.code, problem.detail)).join(' ')}
      </p>
    </div>
  );
}

/** Everything of a call that decides, to be typed. */
export function WhatIfForm({ draft, problems, type, preflighted }: FormProps) {
  const words = whatIfWords();
  const methods = useId();
  const field = (name: 'origin' | 'url' | 'method' | 'requestHeaders', more: Partial<FieldProps> = {}) => (
    <Field field={name} value={draft[name]} problems={problems} change={(value) => type({ [name]: value })} {...more} />
  );
  const answer = (which: 'preflight' | 'actual') => (
    <>
      <Field
        field={`${which}Status`}
        value={draft[which].status}
        problems={problems}
        change={(status) => type({ [which]: { ...draft[which], status } })}
      />
      <Field
        field={`${which}Headers`}
        value={draft[which].headers}
        problems={problems}
        change={(headers) => type({ [which]: { ...draft[which], headers } })}
        lines
      />
    </>
  );
  return (
    <form class="what-if-form" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{words.call}</legend>
        {field('origin')}
        {field('method', { list: methods })}
        <datalist id={methods}>
          {METHODS.map((method) => (
            <option key={method} value={method} />
          ))}
        </datalist>
        {field('url')}
        {field('requestHeaders', { lines: true })}
        <div class="typed is-credentials">
          <label for={fieldId('credentials')}>{words.fields.credentials}</label>
          <select
            id={fieldId('credentials')}
            data-testid={fieldId('credentials')}
            value={draft.credentials}
            onChange={(event) => {
              const chosen = CREDENTIALS.find((mode) => mode === event.currentTarget.value);
              if (chosen) type({ credentials: chosen });
            }}
          >
            {CREDENTIALS.map((mode) => (
              <option key={mode} value={mode}>
                {mode}
              </option>
            ))}
          </select>
        </div>
      </fieldset>
      <fieldset class={preflighted === false ? 'is-idle' : ''}>
        <legend>{preflighted === false ? words.preflightNot : words.preflight}</legend>
        {answer('preflight')}
      </fieldset>
      <fieldset>
        <legend>{words.actual}</legend>
        {answer('actual')}
      </fieldset>
    </form>
  );
}

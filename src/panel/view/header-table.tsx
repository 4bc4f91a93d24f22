import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { HeaderList } from '../../cors/header-list.ts';
import type { Fault } from '../../diagnosis/diagnosis.ts';
import { ui } from '../../words/ui.ts';
import { arrange, type Decision, type Decisions, type ShownHeader } from './deciding.ts';
import { differenceIn } from './header-difference.ts';
import { HeaderName } from './header-name.tsx';
import { LongText } from './long-text.tsx';
import { MarkedText } from './marked-text.tsx';

/** Up to this many headers that have nothing to do with CORS are shown at once. */
const FEW = 3;
/** Rows that are added at a time: a server may send thousands. */
const PAGE = 300;

const decisionWord = (decision: Decision): string => (decision === 'failed' ? ui.decidesFailed : ui.decidesPassed);

interface LineProps {
  readonly name: string;
  readonly decision: Decision | null;
  readonly missing?: boolean;
  readonly children: ComponentChildren;
}

function Line({ name, decision, missing = false, children }: LineProps) {
  return (
    <tr class={`${decision ? `decides-${decision}` : ''} ${missing ? 'is-missing' : ''}`} data-header={name}>
      <th scope="row" dir="ltr">
        {decision && (
          <span class="decides" role="img" aria-label={decisionWord(decision)} title={decisionWord(decision)}>
            {decision === 'failed' ? '✕' : '✓'}
          </span>
        )}
        <HeaderName name={name} />
      </th>
      <td>{children}</td>
    </tr>
  );
}

/** What stands there and what would have passed, the parts that differ marked. `value` is null for a missing header. */
function Wrong({ value, fault }: { readonly value: string | null; readonly fault: Fault }) {
  const { got, want } = differenceIn(value, fault);
  return (
    <>
      <span class="header-got">
        {value === null ? <i class="absent">{ui.absent}</i> : <MarkedText text={got} kind="got" />}
      </span>
      {want && (
        <span class="header-want">
          <span class="header-want-word">{ui.want}</span> <MarkedText text={want} kind="want" />
        </span>
      )}
    </>
  );
}

function HeaderLine({ shown, fault }: { readonly shown: ShownHeader; readonly fault: Fault | undefined }) {
  const { header, decision } = shown;
  const [name, value] = header;
  return (
    <Line name={name} decision={decision}>
      {fault && decision === 'failed' ? <Wrong value={value} fault={fault} /> : <LongText text={value} />}
    </Line>
  );
}

interface HeaderTableProps {
  readonly headers: HeaderList;
  readonly decisions: Decisions;
  /** By byte-lowercase header name. */
  readonly faults: ReadonlyMap<string, Fault>;
  readonly label: string;
}

/** A message's headers: those about CORS first and always, the others when asked for. */
export function HeaderTable({ headers, decisions, faults, label }: HeaderTableProps) {
  const [all, setAll] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const { first, rest, missing } = useMemo(() => arrange(headers, decisions), [headers, decisions]);
  const folded = rest.length > FEW;
  const wanted = all || !folded ? [...first, ...rest] : first;
  const shown = wanted.slice(0, limit);
  const more = wanted.length - shown.length;
  return (
    <>
      <table class="headers" aria-label={label}>
        <tbody>
          {missing.map((name) => {
            const fault = faults.get(name);
            return (
              <Line key={name} name={name} decision="failed" missing>
                {fault ? <Wrong value={null} fault={fault} /> : <i class="absent">{ui.absent}</i>}
              </Line>
            );
          })}
          {shown.map((entry, index) => (
            <HeaderLine key={index} shown={entry} fault={faults.get(entry.header[0].toLowerCase())} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <button type="button" class="link" onClick={() => setLimit(limit + PAGE)}>
          {ui.moreHeaders(Math.min(more, PAGE))}
        </button>
      )}
      {folded && more === 0 && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? ui.fewerHeaders : ui.moreHeaders(rest.length)}
        </button>
      )}
    </>
  );
}

import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { noteText } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { Guard } from './guard.tsx';
import { LearnLink } from './learn-link.tsx';
import { Prose } from './prose.tsx';
import { visibleText } from './visible-text.ts';

export function Notes({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  if (diagnosis.notes.length === 0) return null;
  return (
    <section class="section notes">
      <h3>{ui.notesTitle}</h3>
      <ul>
        {diagnosis.notes.map((note, index) => (
          <li key={index}>
            <Guard>{() => <Prose text={noteText(note)} />}</Guard> <LearnLink id={`note/${note.code}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return <span class="absent">{ui.none}</span>;
  return (
    <ul class="names">
      {names.map((name) => (
        <li key={name}>
          <code>{visibleText(name)}</code>
        </li>
      ))}
    </ul>
  );
}

/** Which response headers the page's script may read. */
export function ReadableHeaders({ diagnosis: { readability } }: { readonly diagnosis: Diagnosis }) {
  if (!readability) return null;
  return (
    <section class="section readable">
      <h3>{ui.readableTitle}</h3>
      <dl class="facts">
        <dt>{ui.readable}</dt>
        <dd>
          <Names names={readability.readable} />
        </dd>
        <dt>{ui.hidden}</dt>
        <dd>
          <Names names={readability.hidden} />
        </dd>
        {readability.depends.length > 0 && (
          <>
            <dt>{ui.readableDepends}</dt>
            <dd>
              <Names names={readability.depends} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

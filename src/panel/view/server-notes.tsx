import type { Note } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { noteText } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { Guard } from './guard.tsx';
import { Prose } from './prose.tsx';

interface ServerNotesProps {
  readonly panel: PanelStore;
  readonly server: string;
  readonly latest: readonly Exchange[];
}

/** Each kind of note once, with the latest call that it is about and how many there are. */
export function ServerNotes({ panel, server, latest }: ServerNotesProps) {
  const counts = [...(panel.judgements.ofServer(server)?.notes ?? [])].filter(([, count]) => count > 0);
  const examples = counts.flatMap(([code, count]) => {
    const exchange = latest.findLast(({ id }) => panel.judgements.factsOf(id)?.notes.includes(code));
    const note = exchange && panel.judgements.of(exchange).notes.find((note) => note.code === code);
    return exchange && note ? [{ note, count, exchange }] : [];
  });
  if (examples.length === 0) return null;
  return (
    <section class="section notes" data-testid="server-notes">
      <h3>{ui.serverNotes}</h3>
      <ul>
        {examples.map(({ note, count, exchange }: { note: Note; count: number; exchange: Exchange }) => (
          <li key={note.code}>
            <Guard>{() => <Prose text={noteText(note)} />}</Guard>{' '}
            <button type="button" class="link" onClick={() => panel.open(exchange.id)}>
              {ui.noteCount(count)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Words } from '../words.ts';

export const verdicts: Words['verdicts'] = {
  allowed: 'Erlaubt',
  blocked: 'Blockiert',
  failed: 'Gescheitert',
  opaque: 'Opak',
  pending: 'Läuft noch',
  undecided: 'Offen',
};

export const certainties: Words['certainties'] = {
  observed: 'der Browser hat es gesagt',
  derived: 'aus den Headern hergeleitet; der Browser hat es nicht gesagt',
  depends: 'hängt von etwas ab, das von hier aus nicht zu sehen ist',
};

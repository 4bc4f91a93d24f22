import type { Words } from '../words.ts';

export const verdicts: Words['verdicts'] = {
  allowed: 'Allowed',
  blocked: 'Blocked',
  failed: 'Failed',
  opaque: 'Opaque',
  pending: 'Pending',
  undecided: 'Undecided',
};

export const certainties: Words['certainties'] = {
  observed: 'the browser said so',
  derived: 'worked out from the headers; the browser did not say',
  depends: 'depends on something that cannot be seen from here',
};

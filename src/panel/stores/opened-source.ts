import type { Imported } from '../../import/imported.ts';
import type { RecordingSource } from '../source.ts';

/** A recording that was read from a file, as the panel takes recordings: one snapshot, and nothing after it. */
export const openedSource = ({ browser, pageUrl, exchanges, navigations }: Imported): RecordingSource => ({
  subscribe(listener) {
    listener({
      kind: 'snapshot',
      browser,
      pageUrl,
      recording: true, // not paused: there is nothing to go on with
      keep: true,
      trouble: null,
      pageWitness: 'off',
      exchanges,
      navigations,
      dropped: 0,
      limit: exchanges.length,
      trial: { kind: 'off', why: null, detail: '' },
    });
    return () => {};
  },
  send: () => {}, // nobody records
});

import { urlOf } from '../witness/hostile.ts';
import { createMatcher } from '../witness/matcher.ts';
import {
  type ExchangeCandidate,
  kindOfInitiator,
  readTimingAnswer,
  type TimingSighting,
  timingQuestion,
} from '../witness/resource-timing.ts';
import type { Witness, WitnessHost } from './witness-host.ts';

/** When the page is asked after a call ended, in ms: its entry comes a moment after webRequest's last event. */
const ASK_AFTER = [150, 600, 2_000] as const;

/**
 * What the page's Resource Timing says of each call (Firefox, where webRequest ends a blocked call like an allowed one).
 * The page is asked only after a call has ended, at most three times for it, and calls that end together are asked for
 * together.
 */
export function createTimingWitness(host: WitnessHost): Witness {
  const matcher = createMatcher<ExchangeCandidate, TimingSighting>();
  let attempt: number = ASK_AFTER.length;
  let scheduled = false;
  let heard = { document: '', last: 0 };

  const schedule = () => {
    const after = ASK_AFTER[attempt];
    if (scheduled || after === undefined) return;
    scheduled = true;
    host.later(after, () => void ask());
  };

  const ask = async () => {
    attempt++;
    const answer = readTimingAnswer(await host.evaluate(timingQuestion(heard)));
    scheduled = false;
    const now = host.now();
    if (answer !== null) {
      const { document, last, sightings } = answer;
      heard = { document, last: document === heard.document ? Math.max(heard.last, last) : last };
      for (const sighting of sightings) matcher.sighting(sighting, now);
    }
    for (const { candidate, sighting, matchedBy } of matcher.settle(now).matches) {
      const kind = kindOfInitiator(sighting.timing.initiatorType);
      host.add(candidate.id, {
        resourceTiming: { ...sighting.timing, matchedBy },
        ...(kind === null ? {} : { resourceKind: kind }),
      });
    }
    if (matcher.wanted().length > 0) schedule();
  };

  return {
    saw(exchange) {
      const [{ url, method }] = exchange.hops;
      const plain = urlOf(url);
      if (plain === null || exchange.evidence.resourceTiming !== undefined) return;
      const { id, startedAt } = exchange;
      matcher.candidate({ id, url: plain, method, startedAt, exchange }, host.now());
      if (exchange.end === null) return;
      attempt = 0;
      schedule();
    },
    navigated() {
      // So that the page's entries are gathered from early on: its own buffer is soon full.
      attempt = 0;
      schedule();
    },
  };
}

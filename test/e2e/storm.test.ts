import { describe, expect, it } from 'vitest';
import { stormServer } from '../storm/answers.ts';
import { identicalCalls, mixedCalls } from '../storm/calls.ts';
import { runStorm, type StormPlan } from '../storm/run.ts';
import { BROWSERS, openSession } from './session.ts';

const STORMS: readonly (readonly [title: string, plan: StormPlan])[] = [
  ['of all kinds while the background is stopped', { calls: mixedCalls(240), burst: 24, pause: 300, stopEvery: 500 }],
  // They begin while the background narrows what it listens to, some seconds after it started.
  ['identical ones at once', { calls: identicalCalls(300), burst: 300, pause: 0, stopEvery: null }],
];

// The short form of `npm run storm`.
describe.each(BROWSERS)('a storm of calls in %s', (name) => {
  it.each(STORMS)(
    '%s: each told as page and server know it',
    async (_, plan) => {
      const server = stormServer(120);
      const session = await openSession(name, {}, '', server.answer);
      try {
        const { recorded, stops, wrong } = await runStorm(session, server, plan);
        expect(wrong).toEqual([]);
        expect(recorded).toBe(plan.calls.length);
        expect(stops > 0).toBe(plan.stopEvery !== null);
      } finally {
        await session.close();
      }
    },
    180_000,
  );
});

import { expect, it } from 'vitest';
import { startCallsServer } from '../../scripts/bench/calls-server.ts';
import { soak } from '../../scripts/bench/soak.ts';
import { launch } from '../../scripts/browsers/launch.ts';
import { openReadyPanel } from '../../scripts/start/record.ts';
import { BROWSERS, extension } from './session.ts';

// The short form of `npm run bench -- --only soak`: what is too much goes, oldest first and announced, and its memory with it.
it.each(BROWSERS)(
  'holds a full log at its size in %s',
  async (name) => {
    const server = await startCallsServer();
    const browser = await launch(name, { extension: await extension(name), networkLog: false });
    try {
      await browser.goto(server.page);
      const { steps, wrong } = await soak(browser, await openReadyPanel(browser), server, {
        calls: 800,
        limit: 150,
        looks: 4,
      });
      expect(wrong).toEqual([]);
      expect(steps.map(({ kept }) => kept)).toEqual(Array.from({ length: 4 }, () => 150));
      // A call is some kilobytes: were any kept, the last 400 would be more than this.
      const [second, last] = [steps[1]?.bytes ?? 0, steps.at(-1)?.bytes ?? 0];
      if (name === 'chromium') expect((last - second) / 1024).toBeLessThan(1_200);
    } finally {
      await browser.close();
      await server.close();
    }
  },
  240_000,
);

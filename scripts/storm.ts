import { BROWSERS, openSession } from '../test/e2e/session.ts';
import { stormServer } from '../test/storm/answers.ts';
import { identicalCalls, mixedCalls } from '../test/storm/calls.ts';
import { runStorm, type StormPlan } from '../test/storm/run.ts';
import type { BrowserName } from './browsers/browser.ts';
import { writeFigures } from './reliability/page.ts';

const HELP = `npm run storm [-- --browser chromium|firefox] [--share 0.1] [--write]
Storms of calls in the real browsers, told by the real panel, compared with what page and server know:
  2,000 mixed calls in about 60 s while the background is stopped every 500 ms; 5,000 in bursts; 1,000 identical PUTs.
  --share   a part of the calls only
  --write   puts the figures into docs/reliability.md
Exit codes: 0 nothing wrong, 1 something.
`;
const argument = (name: string): string | null => process.argv[process.argv.indexOf(`--${name}`) + 1] ?? null;
const has = (name: string): boolean => process.argv.includes(`--${name}`);

if (has('help')) process.stdout.write(HELP);
else await storm();

async function storm(): Promise<void> {
  const share = has('share') ? Number(argument('share')) : 1;
  const browsers = BROWSERS.filter((name) => !has('browser') || name === argument('browser'));
  const of = (calls: number): number => Math.ceil(calls * share);
  const plans: readonly (readonly [title: string, plan: StormPlan])[] = [
    ['background stopped every 500 ms', { calls: mixedCalls(of(2_000)), burst: 24, pause: 500, stopEvery: 500 }],
    ['bursts of 250 calls', { calls: mixedCalls(of(5_000)), burst: 250, pause: 0, stopEvery: null }],
    ['identical PUTs at once', { calls: identicalCalls(of(1_000)), burst: of(1_000), pause: 0, stopEvery: null }],
  ];
  const rows: string[] = [];
  for (const name of browsers) {
    for (const [title, plan] of plans) rows.push(await one(name, title, plan));
  }
  if (has('write')) {
    writeFigures('storm', [
      '| browser | storm | calls | s | stops | recorded | lost, mis-paired or judged wrongly |',
      '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
      ...rows,
    ]);
  }
}

async function one(name: BrowserName, title: string, plan: StormPlan): Promise<string> {
  const server = stormServer(120);
  const session = await openSession(name, {}, '', server.answer);
  try {
    const { calls, seconds, stops, recorded, wrong } = await runStorm(session, server, plan);
    const told = `${session.browser.name} ${session.browser.version}: ${title}: ${calls} calls in ${seconds.toFixed(1)} s`;
    process.stdout.write(`${told}, ${stops} stops, ${recorded} recorded, ${wrong.length} wrong\n`);
    for (const line of wrong.slice(0, 20)) process.stdout.write(`  ${line}\n`);
    if (wrong.length > 0) process.exitCode = 1;
    const browser = `${name === 'chromium' ? 'Chromium' : 'Firefox'} ${session.browser.version}`;
    return `| ${browser} | ${title} | ${calls} | ${seconds.toFixed(0)} | ${stops} | ${recorded} | **${wrong.length}** |`;
  } finally {
    await session.close();
  }
}

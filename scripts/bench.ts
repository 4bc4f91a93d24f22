import { benchCold, benchSizes } from './bench/cold.ts';
import { benchCost } from './bench/cost.ts';
import { benchEngine } from './bench/engine.ts';
import { benchLatency, latencyTable } from './bench/latency.ts';
import { benchPage } from './bench/page.ts';
import { benchPanel, CALLS } from './bench/panel.ts';
import { benchSoak } from './bench/soak.ts';
import type { BrowserName } from './browsers/browser.ts';
import { writeFigures } from './reliability/page.ts';

const HELP = `npm run bench [-- --only page,latency] [--browser chromium|firefox] [--calls 20000] [--dry]
What CORS Lens costs, measured in the real browsers; puts each section's figures into docs/benchmarks.md (soak:
docs/reliability.md) as soon as it is through. About 15 minutes on a machine that does nothing else meanwhile.
  --only   some of: page, latency, cost, cold, sizes, engine, panel, soak
  --calls  how many calls the panel is sent
  --dry    writes nothing
`;

type Say = (line: string) => void;
interface Section {
  readonly file: 'benchmarks.md' | 'reliability.md';
  run(say: Say, browsers: readonly BrowserName[]): Promise<readonly string[]>;
}

const value = (name: string): string | null =>
  process.argv.includes(`--${name}`) ? (process.argv[process.argv.indexOf(`--${name}`) + 1] ?? null) : null;

/** The same in each browser, one after the other. */
const inEach =
  (bench: (say: Say, browser: BrowserName) => Promise<readonly string[]>) =>
  async (say: Say, browsers: readonly BrowserName[]): Promise<readonly string[]> => {
    const lines: string[] = [];
    for (const browser of browsers) lines.push(...(await bench(say, browser)));
    return lines;
  };

const SECTIONS: Readonly<Record<string, Section>> = {
  page: { file: 'benchmarks.md', run: inEach(benchPage) },
  latency: {
    file: 'benchmarks.md',
    async run(say, browsers) {
      const rows: (readonly string[])[] = [];
      for (const browser of browsers) rows.push(...(await benchLatency(say, browser)));
      return latencyTable(rows);
    },
  },
  cost: { file: 'benchmarks.md', run: inEach(benchCost) },
  cold: { file: 'benchmarks.md', run: inEach(benchCold) },
  sizes: { file: 'benchmarks.md', run: benchSizes },
  engine: { file: 'benchmarks.md', run: benchEngine },
  panel: { file: 'benchmarks.md', run: (say) => benchPanel(say, Number(value('calls') ?? CALLS)) },
  soak: { file: 'reliability.md', run: inEach(benchSoak) },
};

if (process.argv.includes('--help')) process.stdout.write(HELP);
else await bench();

async function bench(): Promise<void> {
  const asked = value('only')?.split(',') ?? Object.keys(SECTIONS);
  const only = value('browser');
  const browsers = (['chromium', 'firefox'] as const).filter((name) => only === null || only === name);
  for (const name of asked) {
    const section = SECTIONS[name];
    if (!section) throw new Error(`there is no section ${name}: ${Object.keys(SECTIONS).join(', ')}`);
    console.log(`\n— ${name}`);
    const started = Date.now();
    try {
      const lines = await section.run(console.log, browsers);
      // A part of the figures would stand for all of them.
      if (!process.argv.includes('--dry') && only === null) writeFigures(name, lines, section.file);
    } catch (error) {
      // One section that breaks down must not take the others' figures with it.
      process.exitCode = 1;
      console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    }
    console.log(`  ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
}

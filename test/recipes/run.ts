import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Browser } from '../../scripts/browsers/browser.ts';
import { launch } from '../../scripts/browsers/launch.ts';
import { addUp, type Counts } from '../../scripts/test/counts.ts';
import type { Policy } from '../../src/advice/fix.ts';
import { CHECKS, type CheckId, type Result } from './check-ids.ts';
import { type Asked, type Claim, checkAnybody, checkBare, checkInBrowser, checkRaw } from './checks.ts';
import { install, missing } from './install.ts';
import { type Pages, startPages } from './pages.ts';
import { anybodyPolicy, anyPolicy, bucketPolicy, listPolicy, renderedOrRefused } from './policies.ts';
import { freePort } from './process.ts';
import type { ServerUnderTest, Site } from './server.ts';
import { startUpstream } from './upstream.ts';

/** All checks of one server, or why it was not run. */
export interface Row {
  readonly server: ServerUnderTest;
  readonly version: string;
  readonly skipped: string | null;
  readonly results: ReadonlyMap<CheckId, Result>;
}

export interface Options {
  /** Fuzzed policies put to each server's own configuration test; 0 leaves that out. */
  readonly fuzzed: number;
  readonly say: (line: string) => void;
}

/** Runs each server from its rendered recipe and asks it with a real browser and over the wire. */
export async function runServers(servers: readonly ServerUnderTest[], options: Options) {
  install(servers.map(({ needs }) => needs));
  const pages = await startPages();
  const upstream = await startUpstream();
  const browser = await launch('chromium', { url: `${pages.allowed[0]}/` });
  const rows: Row[] = [];
  try {
    for (const server of servers) {
      const started = Date.now();
      const row = await runServer(server, { browser, pages, upstream: upstream.port, options });
      rows.push(row);
      options.say(`${summary(row)} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    }
  } finally {
    await browser.close();
    await upstream.close();
    await pages.close();
  }
  return { rows, browser: `${browser.name} ${browser.version}` };
}

/** `nginx 1.22.1: 13 passed, 0 failed`, with each failure on a line of its own. */
function summary({ server, version, skipped, results }: Row): string {
  if (skipped !== null) return `${server.title}: skipped: ${skipped}`;
  const of = (is: Result['is']): [CheckId, Result][] => [...results].filter(([, result]) => result.is === is);
  const failures = of('failed').map(([check, result]) => `\n    ${check}: ${result.is === 'failed' ? result.why : ''}`);
  return `${server.title} ${version}: ${of('passed').length} passed, ${failures.length} failed${failures.join('')}`;
}

/** Checks that passed and failed; a server that was not run counts as one skipped. */
export const countRows = (rows: readonly Row[]): Counts =>
  addUp(
    rows.map(({ skipped, results }) => {
      const of = (is: Result['is']): number => [...results.values()].filter((result) => result.is === is).length;
      return { passed: of('passed'), failed: of('failed'), skipped: skipped === null ? 0 : 1 };
    }),
  );

interface Around {
  readonly browser: Browser;
  readonly pages: Pages;
  readonly upstream: number;
  readonly options: Options;
}

async function runServer(server: ServerUnderTest, around: Around): Promise<Row> {
  const skipped = missing(server.needs);
  if (skipped !== null) return { server, version: '', skipped, results: new Map() };
  const results = new Map<CheckId, Result>();
  for (const [check] of CHECKS) {
    const why = server.without?.[check];
    if (why !== undefined) results.set(check, { is: 'not-applicable', why });
  }
  const claim: Claim = (check, holds, otherwise) => {
    const before = results.get(check);
    if (before?.is === 'failed' || before?.is === 'not-applicable') return;
    results.set(check, holds ? { is: 'passed' } : { is: 'failed', why: otherwise });
  };
  const { pages } = around;
  await run(server, null, around, claim, 'was-blocked', (asked) => checkBare(asked, claim));
  await run(
    server,
    (port) => (server.storage ? bucketPolicy(port, pages) : listPolicy(port, pages)),
    around,
    claim,
    'succeeds',
    async (asked) => {
      await checkInBrowser(asked, claim);
      await checkRaw(asked, claim);
    },
  );
  await run(server, anybodyPolicy, around, claim, 'anybody', (asked) => checkAnybody(asked, claim));
  if (around.options.fuzzed > 0) await fuzz(server, around, claim);
  for (const [check] of CHECKS) {
    const note = server.limits?.[check];
    if (note !== undefined && results.get(check)?.is === 'passed') results.set(check, { is: 'passed', note });
  }
  return { server, version: versionOf(server), skipped: null, results };
}

function versionOf(server: ServerUnderTest): string {
  try {
    return server.version();
  } catch {
    return 'version unknown';
  }
}

/** One start of the server; whatever goes wrong on the way fails the check `main`. */
async function run(
  server: ServerUnderTest,
  policyAt: ((port: number) => Policy) | null,
  around: Around,
  claim: Claim,
  main: CheckId,
  checks: (asked: Asked) => Promise<void>,
): Promise<void> {
  const site = await newSite(around.upstream);
  const { storage = false } = server;
  const policy = policyAt?.(site.port) ?? listPolicy(site.port, around.pages);
  try {
    server.write(policyAt === null ? '' : server.recipe.render(policy), site);
    if (policyAt !== null) testConfiguration(server, site, claim, 'config');
    const running = await server.start(site);
    try {
      await checks({
        browser: around.browser,
        pages: around.pages,
        port: site.port,
        policy,
        storage,
        bare401: server.limits?.errors !== undefined,
      });
    } finally {
      await running.stop();
    }
  } catch (error) {
    claim(main, false, error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(site.folder, { recursive: true, force: true });
  }
}

function testConfiguration(server: ServerUnderTest, site: Site, claim: Claim, check: CheckId): boolean {
  if (server.test === undefined) return true;
  try {
    server.test(site);
    claim(check, true, '');
    return true;
  } catch (error) {
    claim(check, false, error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** Hostile and odd values: refused, or accepted by the server's own test of its configuration. */
async function fuzz(server: ServerUnderTest, around: Around, claim: Claim): Promise<void> {
  if (server.test === undefined) return;
  let tested = 0;
  const { fuzzed } = around.options;
  for (const policy of fc.sample(anyPolicy, { numRuns: fuzzed * 10, seed: 20261125 })) {
    if (tested === fuzzed) break;
    const text = renderedOrRefused(server.recipe, policy);
    if (text === null) continue;
    tested += 1;
    const site = await newSite(around.upstream);
    try {
      server.write(text, site);
      if (!testConfiguration(server, site, (check, holds, why) => claim(check, holds, `${why}\n${text}`), 'fuzz'))
        return;
    } finally {
      rmSync(site.folder, { recursive: true, force: true });
    }
  }
  claim('fuzz', tested === fuzzed, `only ${tested} policies were rendered`);
}

const newSite = async (upstream: number): Promise<Site> => ({
  folder: mkdtempSync(join(tmpdir(), 'cors-lens-recipe-')),
  port: await freePort(),
  upstream,
});

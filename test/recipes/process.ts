import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { startChild } from '../../scripts/browsers/child.ts';
import { until } from '../../scripts/browsers/wait.ts';
import { ask } from './raw.ts';
import type { Running, Site } from './server.ts';

/** Output of a command that ends at once. @throws Error with what it wrote when it fails */
export function output(command: string, args: readonly string[], cwd?: string, env?: NodeJS.ProcessEnv): string {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 120_000,
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
  });
  const wrote = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim();
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${result.status}: ${wrote}`);
  return wrote;
}

/** The first match of a version number in what a command writes. */
export const versionIn = (text: string): string => /\d+\.\d+(?:\.\d+)*/.exec(text)?.[0] ?? text.slice(0, 40);

/** Starts a server in the foreground, in its own process group. Resolves when it answers. */
export async function serve(
  site: Site,
  command: string,
  args: readonly string[],
  { env = {}, timeout = 60_000 }: { readonly env?: NodeJS.ProcessEnv; readonly timeout?: number } = {},
): Promise<Running> {
  const child = startChild(command, args, site.folder, {
    cwd: site.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let wrote = '';
  const read = (stream: Readable | null): void => {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      wrote = (wrote + text).slice(-8000);
    });
  };
  read(child.process.stdout);
  read(child.process.stderr);
  let ended = false;
  void child.ended.then(() => {
    ended = true;
  });
  try {
    await until(
      `${command} to answer`,
      async () => {
        if (ended) return 'ended';
        return (await answers(site.port)) && 'answers';
      },
      { timeout },
    );
    if (ended) throw new Error(`${command} ended at once`);
  } catch (error) {
    await child.end(0);
    throw new Error(`${error instanceof Error ? error.message : error}\n${wrote}`);
  }
  return { stop: () => child.end(0) };
}

// A server may take the port first and then fail: only an answer shows that it runs.
const answers = (port: number): Promise<boolean> =>
  ask(port, 'GET', '/', {}).then(
    () => true,
    () => false,
  );

/** Starts what a server needs beside itself, in its own process group. */
export function beside(site: Site, command: string, args: readonly string[]): Running {
  const child = startChild(command, [...args], site.folder, { cwd: site.folder, stdio: 'ignore' });
  return { stop: () => child.end(0) };
}

/** A port that nobody listens on at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

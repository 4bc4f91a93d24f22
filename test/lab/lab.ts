import { readFileSync } from 'node:fs';
import { behaviour } from './behaviour.ts';
import { type RawAnswer, type RawRequest, type RawServer, serve } from './raw-http.ts';
import type { Answer, Broken, Family, OriginName, Origins, Scenario } from './scenario.ts';
import { families } from './scenarios/families.ts';
import { storm } from './storm.ts';
import { writeAnswer } from './write-answer.ts';

/** The lab's servers, running. */
export interface Lab {
  /** The page that lists the scenarios; `<url>?run=all` runs them. */
  readonly url: string;
  readonly origins: Origins;
  readonly families: readonly Family[];
  readonly scenarios: readonly Scenario[];
  close(): Promise<void>;
}

/**
 * Starts the lab on free ports.
 * @param others answers what is no scenario's, before all else; null leaves it to the lab
 */
export async function startLab(others: (request: RawRequest) => Answer | Broken | null = () => null): Promise<Lab> {
  const scenarios = families.flatMap((family) => family.scenarios);
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  let origins: Origins | null = null;
  const handle = (request: RawRequest): RawAnswer => {
    if (origins === null) return 'close';
    const tokens = tokensOf(origins, request);
    const other = others(request);
    if (other !== null) return writeAnswer(other, tokens);
    if (request.path.startsWith('/behaviour/')) return writeAnswer(behaviour(request), tokens);
    if (request.path.startsWith('/storm/')) return writeAnswer(storm(request), tokens);
    const scenario = /^\/s\/([^/]+)\/(.+)$/.exec(request.path);
    // The page's files hold braces of their own.
    if (scenario === null) return writeAnswer(asset(request.path, origins), new Map());
    const [, id = '', path = ''] = scenario;
    const responder = byId.get(id)?.routes[path];
    if (responder === undefined) return writeAnswer({ status: 404, body: 'no such scenario\n' }, tokens);
    const answer = typeof responder === 'function' ? responder(request) : responder;
    return writeAnswer(answer, new Map([...tokens, ['id', id]]));
  };

  const names = ['page', 'api', 'other', 'remote'] as const satisfies readonly OriginName[];
  const servers = new Map<OriginName, RawServer>();
  for (const name of names) servers.set(name, await serve(handle));
  const dead = await serve(() => 'close');
  await dead.close();
  const at = (name: OriginName, host: string): string => `http://${host}:${servers.get(name)?.port ?? dead.port}`;
  origins = {
    page: at('page', 'localhost'),
    api: at('api', 'localhost'),
    other: at('other', 'localhost'),
    remote: at('remote', '127.0.0.1'),
    dead: at('dead', 'localhost'),
  };
  return {
    url: `${origins.page}/`,
    origins,
    families,
    scenarios,
    async close() {
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}

function tokensOf(origins: Origins, request: RawRequest): ReadonlyMap<string, string> {
  const ports = Object.entries(origins).map(([name, origin]) => [`${name}.port`, new URL(origin).port] as const);
  return new Map([
    ...Object.entries(origins),
    ...ports,
    ['origins', JSON.stringify(origins)],
    ['asked', request.header('origin') ?? ''],
    ['run', /[?&]run=(\w+)/.exec(request.target)?.[1] ?? '0'],
  ]);
}

/** What the page needs of a scenario. */
const listed = ({ id, title, scenarios }: Family): object => ({
  id,
  title,
  scenarios: scenarios.map(({ id, title, about, run, expect }) => ({ id, title, about, run, verdict: expect.verdict })),
});

const ASSETS: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: 'lab.html', type: 'text/html; charset=utf-8' },
  '/behaviours': { file: 'behaviours.html', type: 'text/html; charset=utf-8' },
  '/behaviours.js': { file: 'behaviours.js', type: 'text/javascript; charset=utf-8' },
  '/kit.js': { file: 'kit.js', type: 'text/javascript; charset=utf-8' },
  '/lab.js': { file: 'lab.js', type: 'text/javascript; charset=utf-8' },
  '/lab.css': { file: 'lab.css', type: 'text/css; charset=utf-8' },
};

function asset(path: string, origins: Origins): Answer {
  if (path === '/data.js') {
    const data = JSON.stringify({ families: families.map(listed), origins });
    return { headers: [['Content-Type', 'text/javascript; charset=utf-8']], body: `globalThis.labData = ${data};` };
  }
  const found = ASSETS[path];
  if (!found) return { status: 404, body: 'not found\n' };
  return {
    // A worker or a frame of another origin may load the kit as well.
    headers: [
      ['Content-Type', found.type],
      ['Cross-Origin-Resource-Policy', 'cross-origin'],
    ],
    body: readFileSync(new URL(`./page/${found.file}`, import.meta.url), 'utf8'),
  };
}

import type { RawRequest } from './raw-http.ts';
import type { Answer, Header } from './scenario.ts';

const OPEN: readonly Header[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', '*'],
  ['Access-Control-Allow-Headers', '*'],
  ['Access-Control-Max-Age', '0'],
];
const WITH_CREDENTIALS: readonly Header[] = [
  ['Access-Control-Allow-Origin', '{asked}'],
  ['Access-Control-Allow-Credentials', 'true'],
];
const json = (value: unknown): Answer => ({
  headers: [...OPEN, ['Content-Type', 'application/json']],
  body: JSON.stringify(value),
});
const preflights: string[] = [];

/** What the page of behaviours (page/behaviours.js) calls, below `/behaviour/`. `preflights` lists all there were. */
export function behaviour(request: RawRequest): Answer {
  const name = request.path.slice('/behaviour/'.length);
  if (request.method === 'OPTIONS') {
    preflights.push(name);
    return { status: 204, headers: name === 'closed' ? [] : OPEN };
  }
  switch (name) {
    case 'ok':
      return { headers: OPEN };
    case 'closed':
      return {};
    case 'credentials':
      return { headers: WITH_CREDENTIALS };
    case 'teapot':
      return {
        status: 418,
        headers: [...OPEN, ['X-Hidden', '1'], ['Access-Control-Expose-Headers', 'X-Shown'], ['X-Shown', '1']],
      };
    case 'json':
      return json({ a: 1 });
    case 'echo':
      return json({
        method: request.method,
        headers: request.headers,
        type: request.header('content-type'),
        length: Number(request.header('content-length') ?? 0),
      });
    case 'parts':
      return { headers: OPEN, body: 'part '.repeat(40_000) };
    case 'redirect':
      return { status: 302, headers: [...OPEN, ['Location', '/behaviour/ok']] };
    case 'slow':
      return { headers: OPEN, delay: 300 };
    case 'slow-body':
      return { headers: [...OPEN, ['Content-Length', '4000000']], body: 'x'.repeat(100_000), unfinished: true };
    case 'preflights':
      return json(preflights);
    default:
      return { status: 404, headers: OPEN };
  }
}

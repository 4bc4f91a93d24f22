import type { RawAnswer } from './raw-http.ts';
import type { Answer, Broken } from './scenario.ts';

const REASONS: Readonly<Record<number, string>> = {
  101: 'Switching Protocols',
  200: 'OK',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};
const WITHOUT_BODY = new Set([101, 204, 304]);

/** The bytes of an answer, its `{tokens}` replaced. Header values are written as they are, in Latin-1. */
export function writeAnswer(answer: Answer | Broken, tokens: ReadonlyMap<string, string>): RawAnswer {
  if (typeof answer === 'string') return answer;
  const fill = (text: string): string => text.replace(/\{([a-z.]+)\}/g, (whole, name) => tokens.get(name) ?? whole);
  if ('raw' in answer) return { bytes: Buffer.from(fill(answer.raw), 'latin1') };

  const { status = 200, headers = [], body = 'fine\n', delay = 0, unfinished = false } = answer;
  const content = WITHOUT_BODY.has(status) ? null : Buffer.from(fill(body), 'utf8');
  const has = (name: string): boolean => headers.some(([given]) => given.toLowerCase() === name);
  const lines = [
    `HTTP/1.1 ${status} ${REASONS[status] ?? 'Status'}`,
    ...headers.map(([name, value]) => `${name}: ${fill(value)}`),
    // Nothing is served from a cache unless a scenario is about caches.
    ...(has('cache-control') ? [] : ['Cache-Control: no-store']),
    ...(content === null || has('content-type') ? [] : ['Content-Type: text/plain; charset=utf-8']),
    ...(content === null || has('content-length') ? [] : [`Content-Length: ${content.length}`]),
    ...(has('connection') ? [] : ['Connection: close']),
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return { bytes: content === null ? head : Buffer.concat([head, content]), delay, unfinished };
}

import type { RawRequest } from './raw-http.ts';
import type { Answer, Broken, Header, OriginName, Responder } from './scenario.ts';

export const allowOrigin = (value = '{page}'): Header => ['Access-Control-Allow-Origin', value];
export const allowCredentials = (value = 'true'): Header => ['Access-Control-Allow-Credentials', value];
export const allowMethods = (value: string): Header => ['Access-Control-Allow-Methods', value];
export const allowHeaders = (value: string): Header => ['Access-Control-Allow-Headers', value];
export const maxAge = (seconds: number): Header => ['Access-Control-Max-Age', String(seconds)];
export const varyOrigin: Header = ['Vary', 'Origin'];

/** A sound answer to the page: its origin, and `Vary: Origin`. */
export const open = (...more: readonly Header[]): Answer => ({ headers: [allowOrigin(), varyOrigin, ...more] });
/** An answer with these headers and no others of CORS. */
export const answer = (status: number, ...headers: readonly Header[]): Answer => ({ status, headers });
export const redirect = (status: number, location: string, ...more: readonly Header[]): Answer => ({
  status,
  headers: [['Location', location], ...more],
});

/** Pages cannot set Access-Control-Request-Method: an OPTIONS that a page makes itself lacks it. */
export const isPreflight = (request: RawRequest): boolean =>
  request.method === 'OPTIONS' && request.header('access-control-request-method') !== null;

/** Different answers to the preflight and to the call itself. */
export const split = (preflight: Responder, actual: Responder): Responder => {
  const answerOf = (responder: Responder, request: RawRequest): Answer | Broken =>
    typeof responder === 'function' ? responder(request) : responder;
  return (request) => answerOf(isPreflight(request) ? preflight : actual, request);
};

/** An HTML document whose script has the lab's kit and reports its outcome to the page that framed it. */
export const frame = (body: string, ...headers: readonly Header[]): Answer => ({
  headers: [['Content-Type', 'text/html; charset=utf-8'], ...headers],
  body: frameDocument(body),
});
export const frameDocument = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>CORS Lens lab frame</title><body><script src="{page}/kit.js"></script>` +
  `<script>labKit.inFrame('{id}', {origins}, '{run}', async (lab) => {${body}});</script>`;

/** A worker's script; its global `lab` is the kit. The outcome is posted back. */
export const worker = (body: string): Answer => ({
  headers: [['Content-Type', 'text/javascript; charset=utf-8']],
  body: `importScripts('{page}/kit.js');labKit.inWorker('{id}', {origins}, '{run}', async (lab) => {${body}});`,
});

export interface CallInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly credentials?: 'include' | 'omit' | 'same-origin';
  readonly mode?: 'cors' | 'no-cors' | 'same-origin';
  readonly redirect?: 'follow' | 'error' | 'manual';
}

/** Source of a run that fetches `/s/<id>/call` of an origin. */
export const calls = (to: OriginName, init: CallInit = {}): string =>
  `return lab.fetch(lab.url('${to}'), ${JSON.stringify(init)});`;

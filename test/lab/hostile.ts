import type { RawRequest } from './raw-http.ts';
import type { Answer, Broken, Header } from './scenario.ts';

/** Each would run, or call itself noticed, if it were taken for what it is in HTML, Markdown, a terminal or a chat. */
export const PAYLOADS: readonly string[] = [
  '<img src=x onerror="globalThis.hostileRan=1">',
  '<script>globalThis.hostileRan=2</script>',
  '<svg/onload=globalThis.hostileRan=3><x-hostile></x-hostile>',
  '"><iframe srcdoc="<script>parent.hostileRan=4</script>"></iframe>',
  "' onmouseover='globalThis.hostileRan=5' x='",
  'javascript:globalThis.hostileRan=6',
  '[link](javascript:globalThis.hostileRan=7) ![i](http://x.invalid/i.png) `a` **b** | c |',
  '\u001b[31mred\u001b[0m\u001b]0;title\u0007',
  '\u202eevil\u202c \u2066turned\u2069 \u200b\ufeff',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant for those who would fill it in
  '{{constructor.constructor("globalThis.hostileRan=8")()}} ${globalThis.hostileRan=9}',
  '</style><link rel=stylesheet href=http://x.invalid/><base href=http://x.invalid/>',
  '__proto__',
  'constructor',
];

/** A value as a server would send it: its UTF-8 bytes, each written as one character. */
const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const raw = (...lines: readonly string[]): Broken => ({
  raw: `${['HTTP/1.1 200 OK', ...lines, 'Connection: close', 'Content-Length: 2'].join('\r\n')}\r\n\r\nok`,
});
const OPEN = 'Access-Control-Allow-Origin: *';

/** Answers whose bytes no browser's user should ever be harmed by, below `/hostile/`; null for other paths. */
export function hostileAnswer(request: RawRequest): Answer | Broken | null {
  const [, root, kind = '', detail = ''] = request.path.split('/');
  if (root !== 'hostile') return null;
  const number = Number(detail);
  const byte = String.fromCharCode(number);
  switch (kind) {
    case 'value': // the byte in a value that decides, and in one that does not
      return raw(`Access-Control-Allow-Origin: http://a${byte}b`, `X-Byte: [${byte}]`);
    case 'name': // the byte in a name
      return raw(`X-By${byte}te: 1`, `Access-Control-Allow-Ori${byte}gin: *`);
    case 'large':
      return raw(`X-Large: ${'l'.repeat(number)}`);
    case 'many':
      return { headers: Array.from({ length: number }, (_, i): Header => [`X-Many-${i}`, `value ${i}`]) };
    case 'utf8': // sequences that are cut off, overlong, surrogates, or beyond the last character
      return raw(
        `Access-Control-Allow-Origin: \xc3(\xa0\xa1\xe2\x28\xa1\xf0\x28\x8c\xbc\xed\xa0\x80\xc0\xaf\xf4\x90\x80\x80`,
      );
    case 'lines':
      return LINES[number] ?? null;
    case 'payload': {
      const payload = bytesOf(PAYLOADS[number] ?? '');
      return raw(
        `Access-Control-Allow-Origin: ${payload}`,
        `Access-Control-Allow-Headers: ${payload}`,
        `X-Payload: ${payload}`,
        `X-Payload: ${payload}`,
      );
    }
    default:
      return null;
  }
}

/** Line ends that one parser takes for the end of a header and another does not. */
const LINES: readonly Broken[] = [
  raw('X-A: 1\r\n folded: 2', OPEN),
  raw(`X-A: 1\n${OPEN}`),
  raw(`X-A: 1\r${OPEN}`),
  raw('no colon here', OPEN),
  raw(': no name', OPEN),
  raw(`X-A : blank before the colon`, OPEN),
  raw(`X-A: 1\r\n\t${OPEN}`),
  raw(`${OPEN}\r\nSet-Cookie: a=1\r\n\r\n<script>globalThis.hostileRan=10</script>`),
  { raw: `HTTP/1.1 200 <script>globalThis.hostileRan=11</script>\r\nConnection: close\r\n\r\n` },
  { raw: `HTTP/1.1 299 ${'r'.repeat(5_000)}\r\nConnection: close\r\n\r\n` },
  { raw: '\u0000\u0001\u0002 nothing of HTTP' },
];
export const LINE_TRICKS = LINES.length;

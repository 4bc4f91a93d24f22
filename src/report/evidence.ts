import type { HeaderList } from '../cors/header-list.ts';
import type { HeaderPointer } from '../diagnosis/diagnosis.ts';
import { endedAtPreflight } from '../diagnosis/ended-at-preflight.ts';
import type { RecordedResponse } from '../exchange/exchange.ts';
import { words } from '../words/language.ts';
import type { Finding } from './finding.ts';

/** One message as it went over the wire, reduced to the lines that have to do with CORS. */
export interface Evidence {
  /** "Preflight", "Answer to the preflight", "Request" …; with the number of the request after redirects. */
  readonly title: string;
  readonly lines: readonly string[];
}

const ABOUT_CORS =
  /^(?:origin|access-control-.*|allow-control-.*|vary|location|cookie|authorization|content-type|cross-origin-.*|sec-fetch-(?:mode|site|storage-access))$/i;
/** A header that was not cut can have 64 KiB; in a report for people this much of it is enough. */
const LONGEST = 400;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function headerLines(headers: HeaderList | null, pointed: ReadonlySet<string>): readonly string[] {
  if (headers === null) return [words().report.headersUnseen];
  return headers
    .filter(([name]) => ABOUT_CORS.test(name) || pointed.has(name.toLowerCase()))
    .map(([name, value]) => `${cut(name)}: ${cut(value)}`);
}

/** The deciding messages of one call, in the order in which they went. */
export function evidenceOf({ exchange, diagnosis }: Finding): readonly Evidence[] {
  const pointed = (hop: number, message: HeaderPointer['message']): ReadonlySet<string> =>
    new Set(
      diagnosis.faults.flatMap(({ pointer }) =>
        pointer?.hop === hop && pointer.message === message ? [pointer.header] : [],
      ),
    );
  const { report } = words();
  const several = exchange.hops.length > 1;
  return exchange.hops.flatMap((hop, index) => {
    const suffix = several ? ` ${index + 1}` : '';
    const response = (title: string, answer: RecordedResponse | null, message: HeaderPointer['message']): Evidence => ({
      title,
      lines:
        answer === null
          ? [report.noAnswer]
          : [
              `${report.status(answer.status)}${answer.fromCache ? ` ${report.fromCache}` : ''}`,
              ...headerLines(answer.headers, pointed(index, message)),
            ],
    });
    const { preflight } = hop;
    return [
      ...(preflight === null
        ? []
        : [
            {
              title: `${report.preflight}${suffix}`,
              lines: [
                `OPTIONS ${cut(hop.url)}`,
                ...headerLines(preflight.requestHeaders, pointed(index, 'preflight-request')),
              ],
            },
            response(`${report.preflightAnswer}${suffix}`, preflight.response, 'preflight-response'),
          ]),
      ...(endedAtPreflight(hop, index, diagnosis)
        ? [{ title: `${report.request}${suffix}`, lines: [`${cut(hop.method)} ${cut(hop.url)}`, report.neverSent] }]
        : [
            {
              title: `${report.request}${suffix}`,
              lines: [
                `${cut(hop.method)} ${cut(hop.url)}`,
                ...headerLines(hop.requestHeaders, pointed(index, 'request')),
              ],
            },
            response(`${report.answer}${suffix}`, hop.response, 'response'),
          ]),
    ];
  });
}

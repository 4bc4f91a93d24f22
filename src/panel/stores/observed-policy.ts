import type { Exchange, Hop } from '../../exchange/exchange.ts';
import { serverOf } from './server-of.ts';

export type AnswerKind = 'preflight' | 'actual';

/** One response header of a server as it was seen: each value and how often, most frequent first. */
export interface ObservedHeader {
  readonly header: string;
  /** `value: null`: the answer came without it. */
  readonly values: readonly { readonly value: string | null; readonly count: number }[];
}
export interface ObservedAnswers {
  readonly kind: AnswerKind;
  readonly answers: number;
  readonly headers: readonly ObservedHeader[];
}

const HEADERS: Readonly<Record<AnswerKind, readonly string[]>> = {
  preflight: [
    'access-control-allow-origin',
    'access-control-allow-methods',
    'access-control-allow-headers',
    'access-control-allow-credentials',
    'access-control-max-age',
    'vary',
  ],
  actual: ['access-control-allow-origin', 'access-control-allow-credentials', 'access-control-expose-headers', 'vary'],
};

const answerOf = (hop: Hop, kind: AnswerKind) => (kind === 'actual' ? hop.response : (hop.preflight?.response ?? null));

/** What a server was seen to say about CORS: one entry for each kind of answer that was seen, headers never seen left out. */
export function observedPolicy(exchanges: readonly Exchange[], server: string): readonly ObservedAnswers[] {
  const hops = exchanges.flatMap((exchange) => exchange.hops).filter(({ url }) => serverOf(url) === server);
  return (['preflight', 'actual'] as const).flatMap((kind) => {
    const answers = hops.flatMap((hop) => answerOf(hop, kind) ?? []);
    if (answers.length === 0) return [];
    const headers = HEADERS[kind].map((header): ObservedHeader => {
      const counts = new Map<string | null, number>();
      for (const answer of answers) {
        const values = answer.headers.filter(([name]) => name.toLowerCase() === header).map(([, value]) => value);
        const value = values.length === 0 ? null : values.join(', ');
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const values = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
      return { header, values };
    });
    const always = (header: string): boolean => header === 'access-control-allow-origin';
    const said = headers.filter(({ header, values }) => always(header) || values.some(({ value }) => value !== null));
    return [{ kind, answers: answers.length, headers: said }];
  });
}

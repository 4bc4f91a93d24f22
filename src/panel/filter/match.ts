import { getHeader } from '../../cors/get-header.ts';
import type { Exchange, Hop, RecordedResponse } from '../../exchange/exchange.ts';
import { serverOf } from '../stores/server-of.ts';
import type { Facts } from '../stores/tally.ts';
import { type Field, parseQuery, type Term } from './query.ts';

/** Whether a call is asked for. `facts` is null while the call has not been judged. */
export interface Matcher {
  /** Whether it asks for something that only a judgement tells. */
  readonly needsFacts: boolean;
  readonly matches: (exchange: Exchange, facts: Facts | null) => boolean;
}

type Test = (exchange: Exchange, facts: Facts | null, value: string) => boolean;

/** `fetch` for what the browsers call `xmlhttprequest`: it is what people write. */
export const typeName = (exchange: Exchange): string =>
  exchange.type === 'xmlhttprequest' ? 'fetch' : exchange.type.replace('_', '-');

/** The origin that made the call, as far as it can be read without judging. */
export function callerOf({ initiator, hops: [first] }: Exchange): string {
  if (initiator !== null) return initiator;
  return getHeader(first.requestHeaders ?? first.preflight?.requestHeaders ?? [], 'origin') ?? '';
}

const answersOf = (hop: Hop): readonly (RecordedResponse | null)[] => [hop.response, hop.preflight?.response ?? null];

/** `4xx` and `40` as well as `404`; `none` for a call that no answer was seen to. */
function hasStatus(exchange: Exchange, value: string): boolean {
  const answers = exchange.hops.flatMap(answersOf).filter((answer) => answer !== null);
  if (value === 'none') return answers.length === 0;
  return answers.some(({ status }) => {
    const digits = String(status);
    return digits.startsWith(value) || [...value].every((wanted, at) => wanted === 'x' || wanted === digits[at]);
  });
}

export const HAS = ['preflight', 'redirect', 'note'] as const;

const has = (exchange: Exchange, facts: Facts | null, value: string): boolean =>
  ('preflight'.startsWith(value) && exchange.hops.some((hop) => hop.preflight !== null)) ||
  ('redirect'.startsWith(value) && exchange.hops.length > 1) ||
  ('note'.startsWith(value) && (facts?.notes.length ?? 0) > 0);

const TESTS: Readonly<Record<Field, Test>> = {
  is: (_, facts, value) => facts?.verdict.startsWith(value) ?? false,
  has,
  server: (exchange, _, value) => exchange.hops.some(({ url }) => serverOf(url).toLowerCase().includes(value)),
  origin: (exchange, _, value) => callerOf(exchange).toLowerCase().includes(value),
  method: (exchange, _, value) => exchange.hops.some(({ method }) => method.toLowerCase().startsWith(value)),
  cause: (_, facts, value) => facts?.code?.includes(value) ?? false,
  status: (exchange, _, value) => hasStatus(exchange, value),
  type: (exchange, _, value) => typeName(exchange).startsWith(value) || exchange.type.startsWith(value),
};

/** Free text may stand in a URL, method, status, type, or the origin. */
const anywhere: Test = (exchange, _, value) =>
  callerOf(exchange).toLowerCase().includes(value) ||
  typeName(exchange).includes(value) ||
  exchange.hops.some((hop) => `${hop.method} ${hop.url} ${hop.response?.status ?? ''}`.toLowerCase().includes(value));

const asksJudgement = ({ field, values }: Term): boolean =>
  field === 'is' || field === 'cause' || (field === 'has' && values.some((value) => 'note'.startsWith(value)));

/** Every term must hold. */
export function matcherFor(text: string): Matcher {
  const terms = parseQuery(text).filter(({ values }) => values.length > 0);
  const needsFacts = terms.some(asksJudgement);
  return {
    needsFacts,
    matches(exchange, facts) {
      // Not yet judged is neither allowed nor "not allowed".
      if (needsFacts && facts === null) return false;
      return terms.every(({ field, values, negated }) => {
        const test = field ? TESTS[field] : anywhere;
        return values.some((value) => test(exchange, facts, value)) !== negated;
      });
    },
  };
}

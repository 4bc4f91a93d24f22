import type { Verdict } from '../../diagnosis/diagnosis.ts';
import type { Judgements } from '../stores/judgements.ts';
import type { RecordingStore } from '../stores/recording.ts';
import type { Vocabulary } from './complete.ts';
import { callerOf, HAS, typeName } from './match.ts';

const VERDICTS: readonly Verdict[] = ['blocked', 'undecided', 'failed', 'allowed', 'opaque', 'pending'];
/** Calls that are looked through for values: enough to know what there is, few enough to do it while someone types. */
const LOOKED_AT = 2000;

/** Values by how often they occur, most frequent first. */
function counter() {
  const counts = new Map<string, number>();
  return {
    add: (value: string) => {
      if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
    },
    values: () => [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value),
  };
}

/** What the filter can offer, from what is recorded. */
export function vocabularyOf({ log }: RecordingStore, { factsOf }: Judgements): Vocabulary {
  const [origins, methods, causes, statuses, types] = [counter(), counter(), counter(), counter(), counter()];
  let looked = 0;
  for (const exchange of log.calls()) {
    looked += 1;
    if (looked > LOOKED_AT) break;
    origins.add(callerOf(exchange));
    types.add(typeName(exchange));
    causes.add(factsOf(exchange.id)?.code ?? '');
    for (const { method, response, preflight } of exchange.hops) {
      methods.add(method);
      if (response) statuses.add(String(response.status));
      if (preflight?.response) statuses.add(String(preflight.response.status));
    }
  }
  return {
    is: VERDICTS,
    has: HAS,
    server: log.serverNames(),
    origin: origins.values(),
    method: methods.values(),
    cause: causes.values(),
    status: [...statuses.values(), '4xx', '5xx', 'none'],
    type: types.values(),
  };
}

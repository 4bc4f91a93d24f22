import type { Fix, HeaderChange } from '../advice/fix.ts';

type HeadersFix = Extract<Fix, { kind: 'headers' }>;

interface AnswerJson {
  readonly response: 'preflight' | 'actual';
  readonly hop: number;
  readonly status?: number;
  readonly set?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
}

/** Changes of one answer belong together: which answer of which hop, its status, what to set, what to remove. */
function byAnswer(changes: readonly HeaderChange[], status: HeadersFix['status']): readonly AnswerJson[] {
  const places = [...status, ...changes].map(({ hop, response }) => ({ hop, response }));
  const answers = [...new Map(places.map((place) => [`${place.hop} ${place.response}`, place])).values()];
  return answers.map(({ hop, response }) => {
    const here = changes.filter((change) => change.hop === hop && change.response === response);
    const set = here.filter(({ operation }) => operation === 'set');
    const remove = here.filter(({ operation }) => operation === 'remove');
    const code = status.find((change) => change.hop === hop && change.response === response)?.status;
    return {
      response,
      hop,
      ...(code === undefined ? {} : { status: code }),
      ...(set.length === 0
        ? {}
        : { set: Object.fromEntries(set.map(({ header, value }) => [header.toLowerCase(), value])) }),
      ...(remove.length === 0 ? {} : { remove: remove.map(({ header }) => header.toLowerCase()) }),
    };
  });
}

/** A fix as the JSON report says it. */
export function fixJson(fix: Fix) {
  if (fix.kind !== 'headers') return fix;
  return {
    kind: fix.kind,
    changes: byAnswer(fix.changes, fix.status),
    hygiene: byAnswer(fix.hygiene, []),
    proven: fix.proven,
    assumed: fix.assumed,
    alsoFirst: fix.alsoFirst,
  };
}

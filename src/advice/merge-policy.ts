import type { Policy } from './fix.ts';

/** One call's policy, with the origin that asked: `*` in a policy hides it. */
export interface Need {
  readonly policy: Policy;
  readonly origin: string;
}

/** One policy for all calls to a server. */
export interface Merged {
  readonly policy: Policy;
  readonly calls: number;
  /** Origins that cannot be on the list: `null` beside calls with credentials. */
  readonly unserved: readonly string[];
}

/** One policy per server that makes every one of these calls succeed, in the order in which the servers first occur. */
export function mergePolicies(needs: readonly Need[]): readonly Merged[] {
  const servers = [...new Set(needs.map(({ policy }) => policy.server))];
  return servers.flatMap((server) => {
    const merged = merge(
      server,
      needs.filter(({ policy }) => policy.server === server),
    );
    return merged === null ? [] : [merged];
  });
}

function merge(server: string, needs: readonly Need[]): Merged | null {
  const policies = needs.map(({ policy }) => policy);
  const credentials = policies.some((policy) => policy.credentials);
  const { origins, unserved } = originsOf(needs, credentials);
  if (origins.length === 0) return null;
  return {
    policy: {
      server,
      origins,
      // Methods are compared as they stand: `patch` and `PATCH` are two.
      methods: distinct(policies.flatMap((policy) => policy.methods)),
      requestHeaders: distinctNames(policies.flatMap((policy) => policy.requestHeaders)),
      exposedHeaders: distinctNames(policies.flatMap((policy) => policy.exposedHeaders)).filter(
        (name) => !(credentials && name === '*'),
      ),
      credentials,
      maxAge: shortest(policies.map((policy) => policy.maxAge)),
    },
    calls: needs.length,
    unserved,
  };
}

/** `*` stays only where no call includes credentials; beside credentials the origins that asked are listed. */
function originsOf(needs: readonly Need[], credentials: boolean) {
  const star = needs.some(({ policy }) => policy.origins.includes('*'));
  if (star && !credentials) return { origins: ['*'], unserved: [] };
  const asked = distinct(
    needs.flatMap(({ policy, origin }) => (policy.origins.includes('*') ? [origin] : policy.origins)),
  );
  const nameable = (origin: string): boolean => origin !== 'null' && origin !== '*';
  return { origins: asked.filter(nameable), unserved: asked.filter((origin) => !nameable(origin)) };
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Header names are equal whatever their case; the first spelling is kept. */
function distinctNames(names: readonly string[]): readonly string[] {
  const spelt = new Map<string, string>();
  for (const name of names) if (!spelt.has(name.toLowerCase())) spelt.set(name.toLowerCase(), name);
  return [...spelt.values()];
}

/** The most careful of the times that some call was given. */
function shortest(ages: readonly (number | null)[]): number | null {
  const given = ages.filter((age) => age !== null);
  return given.length === 0 ? null : Math.min(...given);
}

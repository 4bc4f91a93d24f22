import type { CauseCode, LookalikeCode, RootHintCode } from '../diagnosis/codes.ts';

/** One change to the headers of one of the server's two answers. Names are written as servers write them. */
export interface HeaderChange {
  readonly hop: number;
  readonly response: 'preflight' | 'actual';
  readonly operation: 'set' | 'remove';
  readonly header: string;
  readonly value: string;
  /** What stood there before, null for nothing. */
  readonly was: string | null;
}

/** Status of the preflight's answer must change too (a server's routing, not a header). */
export interface StatusChange {
  readonly hop: number;
  readonly response: 'preflight';
  readonly status: number;
  readonly was: number;
}

/**
 * The smallest change that makes the call succeed. `proven` is set when the engine, run on the changed exchange, said
 * `allowed`. `hygiene` is what a careful server adds although the call would succeed without it (`Vary: Origin`).
 */
export type Fix =
  | {
      readonly kind: 'headers';
      readonly changes: readonly HeaderChange[];
      readonly status: readonly StatusChange[];
      readonly hygiene: readonly HeaderChange[];
      readonly proven: boolean;
      /** The call was blocked before anybody could see the actual response: the change for it is an assumption. */
      readonly assumed: readonly ('actual-response' | 'credentials')[];
      readonly alsoFirst: RootHintCode | null;
    }
  | { readonly kind: 'none-needed' }
  | {
      readonly kind: 'not-by-headers';
      readonly why: CauseCode | LookalikeCode | RootHintCode | 'undecided' | 'pending';
    };

/** What one server (serialized origin) must answer, from one exchange or merged from many. */
export interface Policy {
  /** Serialized origin of the server the policy is for. */
  readonly server: string;
  /** Serialized origins, or the single `*`. Never `null`. */
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly requestHeaders: readonly string[];
  readonly exposedHeaders: readonly string[];
  readonly credentials: boolean;
  /** Seconds; null leaves the browser's default of 5. */
  readonly maxAge: number | null;
}

/** Shelves that the recipes stand on, in the order shown. */
export const RECIPE_GROUPS = ['any', 'web-server', 'node', 'python', 'more-languages', 'cloud'] as const;
export type RecipeGroup = (typeof RECIPE_GROUPS)[number];

/**
 * `run`: the project starts this very server from the rendered text and lets a real browser call it (docs/servers.md).
 * Else why that is not done: it exists only as somebody's service, or comes from no source that the tests install from.
 */
export type RecipeProof = 'run' | 'no-server' | 'not-run-service' | 'not-run-package';

/** One server product's way of saying a policy. One small file each in `servers/`, listed in `servers/registry.ts`. */
export interface Recipe {
  readonly id: string;
  readonly title: string;
  readonly group: RecipeGroup;
  readonly proof: RecipeProof;
  /** Language for syntax display. */
  readonly language: string;
  /** The usual file, as a path or name; null where there is none. Where in it is said by comments in the text. */
  readonly file: string | null;
  /** Shell commands that check the configuration and put it to use; null: restarting the application does. */
  readonly reload: string | null;
  /** Renders the configuration. Throws `UnsafePolicyError` when a value cannot be written safely. */
  render(policy: Policy): string;
}

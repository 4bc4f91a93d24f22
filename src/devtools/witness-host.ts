import type { Evidence, Exchange } from '../exchange/exchange.ts';

/** What the recorder lends to its further witnesses. */
export interface WitnessHost {
  readonly now: () => number;
  /** Runs `then` once after `ms`. */
  readonly later: (ms: number, then: () => void) => void;
  /** Value of an expression in the page's own world (top frame); undefined when the page cannot be asked. Never rejects. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly exchange: (id: string) => Exchange | undefined;
  /** Adds to the evidence of an exchange, if it is still kept. */
  readonly add: (id: string, evidence: Evidence) => void;
}

/** One of them: it is told of each exchange as it changes, and of each page load. */
export interface Witness {
  readonly saw: (exchange: Exchange) => void;
  readonly navigated: () => void;
}

/** What the witness that one browser alone has may use besides. */
export interface OwnWitnessHost extends WitnessHost {
  readonly exchanges: () => readonly Exchange[];
}

/** The witness that one browser alone has. */
export interface OwnWitness extends Witness {
  /** One entry of `devtools.network.onRequestFinished`. */
  readonly entry?: (entry: unknown) => void;
}

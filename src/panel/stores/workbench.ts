import { type ReadonlySignal, signal } from '@preact/signals';
import { NO_EDITS, type PolicyEdits } from '../../advice/server-policy.ts';
import { BLANK, type WhatIf } from '../../advice/what-if.ts';
import { decidingHop, whatIfFrom } from '../../advice/what-if-from.ts';
import type { BrowserName, Exchange } from '../../exchange/exchange.ts';
import type { Judgements } from './judgements.ts';

/** What is being tried out in place of the recorded calls. */
export type Bench =
  | {
      readonly kind: 'what-if';
      readonly draft: WhatIf;
      /** As it was at first. */
      readonly start: WhatIf;
      readonly browser: BrowserName;
      /** Of the call that it is a copy of: the request that was copied, and whether that was ever sent. Null for a blank. */
      readonly copied: { readonly hop: number; readonly of: number; readonly sent: boolean } | null;
    }
  | { readonly kind: 'policy'; readonly server: string; readonly edits: PolicyEdits };

export interface Workbench {
  readonly bench: ReadonlySignal<Bench | null>;
  /** A copy of a call, or a blank one. */
  readonly whatIf: (exchange: Exchange | null, browser: BrowserName) => void;
  readonly type: (change: Partial<WhatIf>) => void;
  readonly inBrowser: (browser: BrowserName) => void;
  readonly policy: (server: string) => void;
  readonly editPolicy: (edits: PolicyEdits) => void;
  readonly close: () => void;
}

export function createWorkbench(judgements: Judgements): Workbench {
  const bench = signal<Bench | null>(null);
  return {
    bench,
    whatIf(exchange, browser) {
      if (exchange === null) {
        bench.value = { kind: 'what-if', draft: BLANK, start: BLANK, browser, copied: null };
        return;
      }
      const diagnosis = judgements.of(exchange, true);
      const start = whatIfFrom(exchange, diagnosis);
      const hop = decidingHop(exchange, diagnosis);
      const sent = exchange.hops[hop]?.requestHeaders != null;
      const copied = { hop, of: exchange.hops.length, sent };
      bench.value = { kind: 'what-if', draft: start, start, browser: exchange.browser, copied };
    },
    type(change) {
      const now = bench.value;
      if (now?.kind === 'what-if') bench.value = { ...now, draft: { ...now.draft, ...change } };
    },
    inBrowser(browser) {
      const now = bench.value;
      if (now?.kind === 'what-if') bench.value = { ...now, browser };
    },
    policy(server) {
      bench.value = { kind: 'policy', server, edits: NO_EDITS };
    },
    editPolicy(edits) {
      const now = bench.value;
      if (now?.kind === 'policy') bench.value = { ...now, edits };
    },
    close() {
      bench.value = null;
    },
  };
}

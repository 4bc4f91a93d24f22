export { ui } from './language.ts';
export type { UiWords } from './words.ts';

/** Numbers of the summary line. `reasons` counts distinct pairs of server and cause among the blocked calls. */
export interface SummaryNumbers {
  readonly calls: number;
  readonly shown: number;
  readonly servers: number;
  readonly blocked: number;
  readonly reasons: number;
  readonly failed: number;
  readonly undecided: number;
  /** Calls that have not been judged yet. */
  readonly waiting: number;
}

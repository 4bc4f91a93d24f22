/** The columns of docs/servers.md, in order. */
export const CHECKS = [
  ['config', 'own configuration test'],
  ['was-blocked', 'blocked without the recipe'],
  ['succeeds', 'the call succeeds'],
  ['two-origins', 'several origins'],
  ['others-blocked', 'others stay blocked'],
  ['errors', '401, 404, 500 readable'],
  ['no-auth', 'preflight without login'],
  ['credentials', 'cookies'],
  ['header-list', 'header lists, max-age'],
  ['once', 'each header once'],
  ['vary', '`Vary: Origin`'],
  ['anybody', '`*`'],
  ['fuzz', 'fuzzed values'],
] as const;
export type CheckId = (typeof CHECKS)[number][0];

/** One check of one server. */
export type Result =
  | { readonly is: 'passed'; readonly note?: string }
  | { readonly is: 'failed'; readonly why: string }
  | { readonly is: 'not-applicable'; readonly why: string };

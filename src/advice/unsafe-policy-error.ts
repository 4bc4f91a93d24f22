/** Why a policy cannot be written; `src/words` has the text of each. */
export const UNSAFE_POLICY_CODES = [
  'server',
  'no-origin',
  'origin',
  'credentials-for-all',
  'method',
  'header-name',
  'max-age',
  'bucket-credentials',
  'bucket-method',
  'bucket-pattern',
] as const;
export type UnsafePolicyCode = (typeof UNSAFE_POLICY_CODES)[number];

/** A value of the policy cannot be written into a server's configuration without changing its meaning. */
export class UnsafePolicyError extends Error {
  override readonly name = 'UnsafePolicyError';
  constructor(
    readonly code: UnsafePolicyCode,
    /** The value that cannot be written. */
    readonly value = '',
  ) {
    super(`${code} ${value}`.trim());
  }
}

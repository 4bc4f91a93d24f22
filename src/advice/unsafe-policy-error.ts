/** A value of the policy cannot be written into a server's configuration without changing its meaning. */
export class UnsafePolicyError extends Error {
  override readonly name = 'UnsafePolicyError';
}

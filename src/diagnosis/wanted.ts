import type { Fault } from './diagnosis.ts';

/**
 * What would have passed, where it may be shown as what is expected. An answer that allows `null` would pass a call whose
 * origin became opaque, but it allows every sandboxed page as well: nobody is told to send it.
 */
export const wantedOf = ({ want }: Pick<Fault, 'want'>): string | null => (want === 'null' ? null : want);

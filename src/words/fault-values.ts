import type { Told } from './told.ts';

/** Items of a comma-separated header value. */
export const items = (value: string | null): readonly string[] =>
  (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** The star stands for itself alone in a call with credentials, and this fault's value has one. */
export const starIsLiteral = ({ fault, credentials }: Told): boolean =>
  credentials === true && items(fault.got).includes('*');

/** A status of 400 to 499 is no breakdown of the server: it would not, or found nothing there. */
export const isRefusal = (status: string | null): boolean => status !== null && /^4/.test(status);

import { createHash } from 'node:crypto';
import type { Cdp } from './cdp.ts';

/** How an unpacked extension gets into Chromium: while it runs, or when it is started. */
export type Loading = 'protocol' | 'flag';

/** Branded Chrome and Edge ignore it since version 137; `Extensions.loadUnpacked` works in all of them. */
export const loadFlag = (extension: string): string => `--load-extension=${extension}`;

/** Chromium 120, the oldest that the manifest allows, has no such method yet. */
export const lacksLoadUnpacked = (error: unknown): boolean =>
  error instanceof Error && error.message.includes("'Extensions.loadUnpacked' wasn't found");

/**
 * The id of the extension, loaded now or with the flag before.
 * @param extension absolute path of its folder
 */
export async function loadExtension(cdp: Cdp, extension: string, loading: Loading): Promise<string> {
  if (loading === 'flag') return unpackedId(extension);
  return (await cdp.send<{ id: string }>('Extensions.loadUnpacked', { path: extension })).id;
}

/** https://chromium.googlesource.com/chromium/src/+/main/components/crx_file/id_util.cc : half a hash of the path, in the letters a to p. */
export const unpackedId = (path: string): string =>
  createHash('sha256')
    .update(path)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)));

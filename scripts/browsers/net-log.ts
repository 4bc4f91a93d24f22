import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Traffic } from './browser.ts';

export const netLogIn = (profile: string): string => join(profile, 'net-log.json');

/**
 * Requests that Chromium's own network log tells of, one event a line, while it is still being written.
 * https://www.chromium.org/developers/design-documents/network-stack/netlog/
 */
export function readNetLog(path: string): readonly Traffic[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"initiator"'))
    .flatMap((line): Traffic[] => {
      try {
        const { params } = JSON.parse(line.replace(/,\s*$/, '')) as { params?: { url?: string; initiator?: string } };
        const { url, initiator = '' } = params ?? {};
        return url === undefined ? [] : [{ url, by: initiator === 'not an origin' ? '' : initiator }];
      } catch {
        return []; // the line that is being written
      }
    });
}

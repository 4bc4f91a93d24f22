import type { HeaderList } from '../cors/header-list.ts';
import type { NearMiss } from './diagnosis.ts';
import { withinOneEdit } from './edit-distance.ts';

const TITLES: Readonly<Record<string, string>> = {
  'access-control-allow-origin': 'Access-Control-Allow-Origin',
  'access-control-allow-credentials': 'Access-Control-Allow-Credentials',
  'access-control-allow-methods': 'Access-Control-Allow-Methods',
  'access-control-allow-headers': 'Access-Control-Allow-Headers',
};

/** A header that is not the wanted one, though its sender surely meant it. */
export function misspeltName(headers: HeaderList, wanted: string): NearMiss | null {
  for (const [name] of headers) {
    const lower = name.toLowerCase();
    if (lower !== wanted && !(lower in TITLES) && isMeant(lower, wanted)) {
      return { code: 'header-name-typo', got: name, want: TITLES[wanted] ?? wanted };
    }
  }
  return null;
}

/** So much shorter is X-Allow-Origin; names that differ in more were meant for something else. */
const FURTHEST = 'access-control'.length - 'x'.length;

// Allow-Control-Allow-Origin, Access-Control-Allow-Header, Access_Control_Allow_Origin, AccessControlAllowOrigin …
function isMeant(name: string, wanted: string): boolean {
  if (Math.abs(name.length - wanted.length) > FURTHEST) return false;
  const squeezed = (text: string): string => text.replace(/[-_ .]/g, '').replace(/s$/, '');
  if (squeezed(name) === squeezed(wanted) || withinOneEdit(name, wanted)) return true;
  const tail = wanted.replace(/^access-control-/, '');
  return name.endsWith(tail) && /^(?:acc?ess?|allow|cors|cross|x)[-_a-z]*-$/.test(name.slice(0, -tail.length));
}

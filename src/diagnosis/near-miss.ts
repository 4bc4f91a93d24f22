import { listItems } from '../cors/get-header.ts';
import { originOf } from '../cors/origin.ts';
import { isToken } from '../cors/token.ts';
import type { Call } from './call.ts';
import type { Fault, NearMiss } from './diagnosis.ts';
import { withinOneEdit } from './edit-distance.ts';
import { messageHeaders } from './message-headers.ts';
import { misspeltName } from './misspelt-name.ts';
import { allowOriginNearMiss } from './near-miss-origin.ts';

/** The exact difference between what stands there and what had to; null when there is no telling one. */
export function nearMissOf(call: Call, fault: Fault): NearMiss | null {
  const { code, got, want } = fault;
  const hop = call.hops[fault.hop]?.hop;
  if (hop === undefined) return null;
  switch (code) {
    case 'allow-origin-missing':
    case 'allow-credentials-missing':
      return misspelt(call, fault);
    case 'allow-origin-multiple':
    case 'allow-origin-invalid':
    case 'allow-origin-mismatch': {
      const fromCache = fault.phase !== 'preflight' && hop.response?.fromCache === true;
      return got === null || want === null ? null : allowOriginNearMiss(got, want, originOf(hop.url), fromCache);
    }
    case 'allow-credentials-invalid':
      return credentialsNearMiss(got);
    case 'allow-methods-lacks-method':
      return methodCase(got, want) ?? misspelt(call, fault);
    case 'allow-methods-unparsable':
    case 'allow-headers-unparsable':
      return spaced(got);
    case 'allow-headers-lacks-header':
      return headerNearMiss(got, want) ?? misspelt(call, fault);
    default:
      return null;
  }
}

/** The header is missing, but one with nearly its name is there. */
function misspelt(call: Call, fault: Fault): NearMiss | null {
  if (fault.pointer === null) return null;
  return misspeltName(messageHeaders(call, fault.pointer), fault.pointer.header);
}

function credentialsNearMiss(got: string | null): NearMiss | null {
  if (got === null) return null;
  if (got.toLowerCase() === 'true') return { code: 'value-case', got, want: 'true' };
  const items = listItems(got);
  if (items.length > 1 && items.every((item) => item === 'true')) return { code: 'duplicate-value', got, want: 'true' };
  return /^["'].*["']$/.test(got) ? { code: 'quotes', got, want: 'true' } : null;
}

function methodCase(got: string | null, want: string | null): NearMiss | null {
  const listed = listItems(got ?? '').find((item) => item.toLowerCase() === want?.toLowerCase());
  return listed === undefined ? null : { code: 'method-case', got: listed, want };
}

function spaced(got: string | null): NearMiss | null {
  const bad = listItems(got ?? '').find((item) => !isToken(item));
  if (bad === undefined) return null;
  if (/^["'].*["']$/.test(bad)) return { code: 'quotes', got: bad, want: bad.slice(1, -1) };
  return /\s/.test(bad) ? { code: 'header-name-space', got: bad, want: bad.split(/\s+/).join(', ') } : null;
}

/** A listed name that differs from a wanted one only a little. */
function headerNearMiss(got: string | null, want: string | null): NearMiss | null {
  const listed = listItems(got ?? '');
  for (const wanted of listItems(want ?? '')) {
    const near = listed.find((name) => isNear(name.toLowerCase(), wanted));
    if (near !== undefined) return { code: 'header-name-typo', got: near, want: wanted };
  }
  return null;
}

const squeezed = (name: string): string => name.replace(/[-_\s]/g, '');

/** Two letters swapped, one wrong, one missing or one too many; or other dashes. */
function isNear(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 4) return false;
  return squeezed(a) === squeezed(b) || withinOneEdit(a, b);
}

import { getHeader, listItems } from './get-header.ts';
import type { HeaderList } from './header-list.ts';

/** Whether caches keep a response apart by Origin. https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches */
export const variesByOrigin = (headers: HeaderList): boolean =>
  listItems(getHeader(headers, 'vary') ?? '').some((item) => item === '*' || item.toLowerCase() === 'origin');

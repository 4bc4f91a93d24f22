import type { HeaderList } from '../cors/header-list.ts';
import type { Call } from './call.ts';
import type { HeaderPointer } from './diagnosis.ts';

/** The headers of the message that a pointer points into; empty when that message was not seen. */
export function messageHeaders(call: Call, { hop: index, message }: HeaderPointer): HeaderList {
  const hop = call.hops[index]?.hop;
  switch (message) {
    case 'preflight-request':
      return hop?.preflight?.requestHeaders ?? [];
    case 'preflight-response':
      return hop?.preflight?.response?.headers ?? [];
    case 'request':
      return hop?.requestHeaders ?? [];
    case 'response':
      return hop?.response?.headers ?? [];
  }
}

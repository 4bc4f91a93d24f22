import type { HeaderList } from './header-list.ts';
// temporary stand-in until the engine is here
export const corsUnsafeRequestHeaderNames = (headers: HeaderList): string[] =>
  headers
    .map(([n]) => n.toLowerCase())
    .filter(
      (n) =>
        !/^(accept|accept-.*|content-language|origin|cookie|referer|user-agent|host|connection|sec-.*|priority|content-length|dnt|te)$/.test(
          n,
        ),
    );

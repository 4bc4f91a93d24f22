import type { HeaderList } from '../../cors/header-list.ts';
import type { Request, Requests } from './request.ts';

export const REPRODUCTION_IDS = ['posix', 'powershell', 'cmd', 'fetch', 'http'] as const;
export type ReproductionId = (typeof REPRODUCTION_IDS)[number];

/** A call as text for one tool. */
export interface Reproduced {
  /** Null when the call needs no preflight, or when the client makes it by itself. */
  readonly preflight: string | null;
  readonly actual: string;
  /** Names of headers that cannot be written there byte for byte, each once. */
  readonly leftOut: readonly string[];
}

/** One way to make the call again outside the page. One small file each, listed in `registry.ts`. */
export interface Reproduction {
  readonly id: ReproductionId;
  /** Language for syntax display. */
  readonly language: string;
  render(requests: Requests): Reproduced;
}

/** Both requests, each written by itself, without the headers that this way cannot write. */
export function renderBoth(
  { preflight, actual }: Requests,
  writable: (header: HeaderList[number]) => boolean,
  write: (request: Request) => string,
): Reproduced {
  const kept = (request: Request): Request => ({ ...request, headers: request.headers.filter(writable) });
  const all = [...(preflight?.headers ?? []), ...actual.headers];
  const leftOut = all.filter((header) => !writable(header)).map(([name]) => name);
  return {
    preflight: preflight === null ? null : write(kept(preflight)),
    actual: write(kept(actual)),
    leftOut: [...new Set(leftOut)],
  };
}

/** What can be typed anywhere: ASCII without controls, the tab apart. */
export const isTypable = (text: string): boolean => /^[\t\x20-\x7e]*$/.test(text);

/** A URL as ASCII; browsers write it so, files may not. */
export function asciiUrl(url: string): string {
  let ascii = '';
  for (const character of url) {
    if (/^[\x21-\x7e]$/.test(character)) ascii += character;
    else
      for (const byte of new TextEncoder().encode(character))
        ascii += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return ascii;
}

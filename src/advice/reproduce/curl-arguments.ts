import type { Header } from '../../cors/header-list.ts';
import type { Request } from './request.ts';

export type CurlArgument = readonly [option: string, value: string | null];

/** curl's options for one request, one a line, the URL last. Values are not quoted yet. */
export function curlArguments({ method, url, headers }: Request): readonly CurlArgument[] {
  return [
    // --head: a HEAD by --request would wait for a body.
    ...(method === 'GET' ? [] : [method === 'HEAD' ? (['--head', null] as const) : (['--request', method] as const)]),
    ...headers.map((header) => ['--header', headerArgument(header)] as const),
    ['--url', url],
  ];
}

/** curl takes `Name:` as "leave it out" and `Name;` as "send it empty". */
const headerArgument = ([name, value]: Header): string => (value === '' ? `${name};` : `${name}: ${value}`);

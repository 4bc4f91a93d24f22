import type { Header } from '../../cors/header-list.ts';
import { isForbiddenRequestHeader } from '../../cors/request-headers.ts';
import type { Reproduction } from './reproduction.ts';
import type { Request, Requests } from './request.ts';

/** A `fetch()` call for the console of a page; the browser makes the preflight by itself, and enforces CORS. */
export const fetchSnippet: Reproduction = {
  id: 'fetch',
  language: 'js',
  render: (requests) => ({ preflight: null, actual: write(requests.actual, requests), leftOut: [] }),
};

function write({ method, url, headers }: Request, { mode, credentials }: Requests): string {
  const set = headers.filter(isSetByScript);
  const init = [
    ...(method === 'GET' ? [] : [`method: ${literal(method)}`]),
    ...(mode === 'no-cors' || mode === 'same-origin' ? [`mode: ${literal(mode)}`] : []),
    ...(credentials === null ? [] : [`credentials: ${literal(credentials ? 'include' : 'same-origin')}`]),
    // Pairs, not an object: `__proto__` is a header's name like any other.
    ...(set.length === 0
      ? []
      : [`headers: [\n${set.map(([name, value]) => `    [${literal(name)}, ${literal(value)}],\n`).join('')}  ]`]),
  ];
  return init.length === 0
    ? `await fetch(${literal(url)});`
    : `await fetch(${literal(url)}, {\n${init.map((line) => `  ${line},\n`).join('')}});`;
}

/** Of what the browser adds where a script says nothing, only what is not its default. */
const isSetByScript = ([name, value]: Header): boolean =>
  !isForbiddenRequestHeader(name.toLowerCase()) &&
  !/^(?:user-agent|accept-language)$/i.test(name) &&
  !(/^accept$/i.test(name) && value === '*/*');

/** A string literal in ASCII. */
const literal = (text: string): string =>
  JSON.stringify(text).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

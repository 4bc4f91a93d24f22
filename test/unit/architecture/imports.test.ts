import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// Imports point one way. A room may import itself, these rooms, and these packages; nothing else.
const SRC = fileURLToPath(new URL('../../../src', import.meta.url));
const ROOMS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>> = {
  cors: { rooms: [], packages: [] },
  capture: { rooms: ['cors'], packages: ['webextension-polyfill'] },
  exchange: { rooms: ['cors', 'capture'], packages: [] },
  witness: { rooms: ['cors', 'capture', 'exchange'], packages: [] },
  diagnosis: { rooms: ['cors', 'capture', 'exchange'], packages: [] },
  advice: { rooms: ['cors', 'exchange', 'diagnosis'], packages: [] },
  settings: { rooms: [], packages: [] },
  link: { rooms: ['capture', 'exchange', 'advice'], packages: [] },
  words: { rooms: ['cors', 'exchange', 'diagnosis', 'advice', 'import', 'link', 'settings'], packages: [] },
  report: { rooms: ['cors', 'capture', 'exchange', 'diagnosis', 'advice', 'words', 'link'], packages: [] },
  picture: { rooms: ['cors', 'exchange', 'diagnosis', 'words', 'report'], packages: [] },
  import: { rooms: ['cors', 'capture', 'exchange'], packages: [] },
  grant: { rooms: ['words'], packages: ['webextension-polyfill'] },
  background: { rooms: ['capture', 'link'], packages: ['webextension-polyfill'] },
  devtools: {
    rooms: ['capture', 'exchange', 'witness', 'advice', 'link', 'settings'],
    packages: ['webextension-polyfill'],
  },
  panel: {
    rooms: ['cors', 'exchange', 'diagnosis', 'advice', 'words', 'report', 'picture', 'import', 'link', 'settings'],
    packages: ['preact', 'preact/hooks', '@preact/signals', '@tanstack/virtual-core', 'webextension-polyfill'],
  },
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const importsOf = (file: string): string[] =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'/gm)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((specifier) => !specifier.endsWith('.css'));

it('knows every room', () => {
  expect(Object.keys(ROOMS).sort()).toEqual([...new Set(files.map((file) => file.split('/')[0] ?? ''))].sort());
});

describe.each(Object.entries(ROOMS))('%s', (room, allowed) => {
  it('imports only the rooms before it', () => {
    const bad = files
      .filter((file) => file.startsWith(`${room}/`))
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => !isAllowed(file, specifier, room, allowed))
          .map((specifier) => `${file} → ${specifier}`),
      );
    expect(bad).toEqual([]);
  });
});

function isAllowed(file: string, specifier: string, room: string, allowed: (typeof ROOMS)[string] & object): boolean {
  // The one place of the version.
  if (specifier === '../../package.json') return room === 'report';
  if (!specifier.startsWith('.')) return allowed.packages.includes(specifier);
  const target = relative(SRC, resolve(SRC, dirname(file), specifier)).split('/')[0] ?? '';
  return target === room || allowed.rooms.includes(target);
}

it('lets only the shells touch the browser’s API', () => {
  // Types of the API may be named anywhere it is handed in; values of it come from the shells alone.
  const shells = new Set(['background/main.ts', 'devtools/main.ts', 'grant/main.ts', 'panel/main.tsx']);
  const value = /^import (?!type ).*from 'webextension-polyfill'/m;
  const users = files.filter((file) => value.test(readFileSync(join(SRC, file), 'utf8')) && !shells.has(file));
  expect(users).toEqual([]);
});

it('never makes HTML of text', () => {
  const makers = /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function/;
  const uses = files.filter((file) =>
    makers.test(
      readFileSync(join(SRC, file), 'utf8').replaceAll('inspectedWindow.eval(', '').replace('{ eval: Eval }', ''),
    ),
  );
  expect(uses).toEqual([]);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run dependencies`: writes docs/dependencies.md from package.json and package-lock.json. */
interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

/** Why each package that is asked for is there; a new one has to say so too. */
const WHY: Readonly<Record<string, string>> = {
  '@preact/signals': 'state of the panel, in the extension',
  '@tanstack/virtual-core': 'rows in sight of a list of 100,000, in the extension',
  preact: 'the panel’s view, in the extension',
  'webextension-polyfill': 'one API for both browsers, in the extension',
  '@biomejs/biome': 'lint and format',
  '@crxjs/vite-plugin': 'builds the extension’s manifest',
  '@types/node': 'types',
  '@types/webextension-polyfill': 'types',
  ajv: 'tests: the report’s JSON schema',
  'axe-core': 'tests: accessibility',
  'fast-check': 'tests: random input',
  fflate: 'packs the archives for the stores',
  micromark: 'tests: renders our Markdown as GitHub does',
  'micromark-extension-gfm': 'tests: the same',
  tsx: 'runs the scripts',
  typescript: 'type check',
  vite: 'build',
  vitest: 'tests',
};

/** The page's text. @throws Error when a package says no reason or no licence */
export function dependenciesPage(): string {
  const { dependencies, devDependencies } = read('package.json') as Record<string, Readonly<Record<string, string>>>;
  const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
  const row = (name: string): string => {
    const { version, license } = packages[`node_modules/${name}`] ?? {};
    const why = WHY[name];
    if (why === undefined || license === undefined) throw new Error(`${name}: no reason or no licence is known`);
    return `| ${name} | ${version} | ${license} | ${why} |`;
  };
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  const shipped = installed.filter(([, { dev, optional }]) => !dev && !optional);
  const licences = new Map<string, number>();
  for (const [, { license = 'not said' }] of installed) licences.set(license, (licences.get(license) ?? 0) + 1);
  const table = ['| package | version | licence | why |', '| --- | --- | --- | --- |'];
  return `# Dependencies

Made by \`npm run dependencies\` from package-lock.json; a test holds it to that. What the extension ships comes from
${shipped.length} packages, all of them named here:

${[...table, ...Object.keys(dependencies ?? {}).map(row)].join('\n')}

${shipped
  .map(([path, { version, license }]) => `- ${path.replace(/^.*node_modules\//, '')} ${version}, ${license}`)
  .join('\n')}

To build and to test:

${[...table, ...Object.keys(devDependencies ?? {}).map(row)].join('\n')}

All ${installed.length} that are installed, by licence: ${[...licences]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([license, count]) => `${license} ${count}`)
    .join(', ')}.

\`npm audit\` asks npm's own registry for known faults: the workflow of .github does with every push, and so should you
before a release. A mirror that only hands out packages answers it with 405 (Method Not Allowed); npm knows no other way
to ask, so behind such a mirror it cannot be told.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../docs/dependencies.md', import.meta.url), dependenciesPage());
}

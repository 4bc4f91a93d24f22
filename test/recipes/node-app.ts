import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recipe } from '../../src/advice/fix.ts';
import { npmFolder } from './install.ts';
import { output, serve } from './process.ts';
import type { ServerUnderTest } from './server.ts';

export interface NodeApp {
  readonly title: string;
  readonly recipe: Recipe;
  readonly npm: 'short' | 'full' | null;
  /** npm packages whose versions are shown. */
  readonly packages: readonly string[];
  /** The application as an ES module that listens on `process.env.PORT`, with the recipe's text in its place. */
  readonly source: (text: string) => string;
  readonly without?: ServerUnderTest['without'];
}

/** An application of Node.js, in one module. Its own test is Node's syntax check. */
export function nodeApp({ title, recipe, npm, packages, source, without }: NodeApp): ServerUnderTest {
  return {
    title,
    recipe,
    needs: npm === null ? {} : { npm },
    version: () => (npm === null ? process.versions.node : versions(npm, packages)),
    write(text, { folder }) {
      writeFileSync(join(folder, 'app.mjs'), source(text));
      if (npm !== null) symlinkSync(join(npmFolder(npm), 'node_modules'), join(folder, 'node_modules'));
    },
    test: ({ folder }) => void output(process.execPath, ['--check', 'app.mjs'], folder),
    start: (site) =>
      serve(site, process.execPath, ['app.mjs'], { env: { PORT: String(site.port), NODE_ENV: 'production' } }),
    ...(without === undefined ? {} : { without }),
  };
}

/** The installed version of one package. */
export function npmVersion(npm: 'short' | 'full', name: string): string {
  const file = join(npmFolder(npm), 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** The first package is the server itself, the others are named. */
const versions = (npm: 'short' | 'full', names: readonly string[]): string =>
  names.map((name, index) => (index === 0 ? npmVersion(npm, name) : `${name} ${npmVersion(npm, name)}`)).join(', ');

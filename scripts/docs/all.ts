import { en as words } from '../../src/words/en/words.ts';
import { en as text } from '../../src/words/pages/en/pages.ts';
import type { Kind } from '../../src/words/pages/page.ts';
import { PAGE_IDS, pagesOf } from '../../src/words/pages/pages.ts';
import { causeFile, causesFile } from './causes.ts';
import { demandFile } from './demand.ts';
import { importsFile } from './imports.ts';
import { entryBlocks, file, heading, linkTo, pageBlocks, placeOf } from './markdown.ts';
import { recipeFiles, recipeList } from './recipes.ts';

/** Kinds of which all pages stand in one file. */
const TOGETHER = ['hint', 'near-miss', 'note', 'step', 'header'] as const satisfies readonly Kind[];

/**
 * Every file that is made, by its path below docs/. `written` are the files there that people write, with their titles,
 * for the table of contents.
 */
export function docs(written: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const pages = pagesOf(text, words);
  const { labels } = pages;
  const files = new Map<string, string>();
  for (const id of PAGE_IDS.learn) {
    const page = pages.page(id);
    const { file: path } = placeOf(id);
    files.set(
      path,
      file([`# ${heading(page.title)}`, ...pageBlocks(page, pages, '#', path), '[Contents](../README.md)']),
    );
  }
  for (const id of [...PAGE_IDS.cause, ...PAGE_IDS.lookalike]) files.set(placeOf(id).file, causeFile(id, pages));
  for (const kind of TOGETHER) {
    const ids = PAGE_IDS[kind];
    const path = ids[0] === undefined ? '' : placeOf(ids[0]).file;
    files.set(path, file([`# ${labels.kinds[kind]}`, ...ids.flatMap((id) => entryBlocks(pages.page(id), path))]));
  }
  files.set('causes.md', causesFile(pages));
  files.set('demand.md', demandFile(pages));
  files.set('imports.md', importsFile());
  for (const [path, made] of recipeFiles()) files.set(path, made);
  const list = (kind: Kind): string =>
    PAGE_IDS[kind].map((id) => `- ${linkTo(pages.page(id), 'README.md')}`).join('\n');
  files.set(
    'README.md',
    file([
      `# ${labels.contents}`,
      labels.contentsIntro,
      'The panel shows the same pages: press “Learn more” beside what is to be explained.',
      ...(Object.keys(PAGE_IDS) as Kind[]).flatMap((kind) => [`## ${labels.kinds[kind]}`, list(kind)]),
      '## Configuration, by server',
      recipeList(),
      '## About the project',
      [
        '- [Table of causes, with the browsers’ names](causes.md)',
        '- [What people asked for](demand.md)',
        '- [Who imports whom](imports.md)',
        ...[...written].sort().map(([path, title]) => `- [${title}](${path})`),
      ].join('\n'),
    ]),
  );
  return files;
}

import { type Policy, RECIPE_GROUPS, type Recipe } from '../../src/advice/fix.ts';
import { RECIPES } from '../../src/advice/servers/registry.ts';
import { UnsafePolicyError } from '../../src/advice/unsafe-policy-error.ts';
import { en as words } from '../../src/words/en/words.ts';
import { file, heading } from './markdown.ts';

const { ui } = words;

/** What the pages are written for; the panel writes the same for the call at hand. */
const POLICY: Policy = {
  server: 'https://api.example.test',
  origins: ['https://app.example.test', 'http://localhost:5173'],
  methods: ['PUT', 'DELETE'],
  requestHeaders: ['content-type', 'authorization'],
  exposedHeaders: ['ETag'],
  credentials: true,
  maxAge: 600,
};

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text.replace(/\n+$/, '')}\n\`\`\``;

const pathOf = ({ id }: Recipe): string => `recipes/${id}.md`;

/** Below docs/: a page for each server, with the very text that the panel writes. */
export const recipeFiles = (): readonly (readonly [path: string, text: string])[] =>
  RECIPES.map((recipe) => [pathOf(recipe), page(recipe)]);

/** The policy as far as this server can say it: some have no setting for credentials. */
function sayable(recipe: Recipe): { readonly policy: Policy; readonly text: string } {
  try {
    return { policy: POLICY, text: recipe.render(POLICY) };
  } catch (error) {
    if (!(error instanceof UnsafePolicyError)) throw error;
    const policy = { ...POLICY, credentials: false };
    return { policy, text: recipe.render(policy) };
  }
}

const listed = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(' and ');

function page(recipe: Recipe): string {
  const { policy, text } = sayable(recipe);
  const proof = ui.recipeProof[recipe.proof];
  return file([
    `# ${heading(recipe.title)}`,
    [
      `For pages of ${listed(policy.origins)} that call \`${policy.server}\` ${policy.credentials ? 'with credentials' : 'without credentials, which it has no setting to allow'},`,
      `by ${listed(policy.methods)} too, with ${listed(policy.requestHeaders)}, and read ${listed(policy.exposedHeaders)}.`,
      'The panel writes the same for the call at hand.',
    ].join(' '),
    ...(recipe.file === null ? [] : [`${ui.recipeFile}: \`${recipe.file}\``]),
    fence(recipe.language, text),
    ...(recipe.file === null
      ? []
      : [recipe.reload === null ? ui.recipeRestart : `${ui.recipeReload}:\n\n${fence('sh', recipe.reload)}`]),
    ...(proof ? [proof] : []),
    ...(recipe.proof === 'run' ? ['[What was tried on it](../servers.md)'] : []),
    '[Contents](../README.md)',
  ]);
}

/** The table of contents: the servers by their groups. */
export const recipeList = (): string =>
  RECIPE_GROUPS.map((group) => {
    const links = RECIPES.filter((recipe) => recipe.group === group).map(
      (recipe) => `[${heading(recipe.title)}](${pathOf(recipe)})`,
    );
    return `- ${ui.recipeGroups[group]}: ${links.join(', ')}`;
  }).join('\n');

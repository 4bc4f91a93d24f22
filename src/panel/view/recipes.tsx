import { signal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { type Policy, RECIPE_GROUPS, type Recipe } from '../../advice/fix.ts';
import { UnsafePolicyError } from '../../advice/unsafe-policy-error.ts';
import { words } from '../../words/language.ts';
import { ui } from '../../words/ui.ts';
import { attempt } from '../stores/attempt.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { CodeBlock } from './code-block.tsx';
import { CopyButton } from './copy-button.tsx';
import { visibleText } from './visible-text.ts';

// All recipes together are as large as the list of calls: they are fetched when the first one is to be shown.
const recipes = signal<readonly Recipe[]>([]);
const fetchRecipes = (): void => {
  void import('../../advice/servers/registry.ts').then(({ RECIPES }) => {
    recipes.value = RECIPES;
  });
};

// Whoever runs nginx runs it for the next call too.
const chosen = signal<string | null>(null);

const whyRefused = (error: unknown): string =>
  error instanceof UnsafePolicyError ? words().fixes.refusedPolicy[error.code](error.value) : String(error);

function RecipeView({
  panel,
  recipe,
  policy,
}: {
  readonly panel: PanelStore;
  readonly recipe: Recipe;
  readonly policy: Policy;
}) {
  const made = attempt(() => recipe.render(policy));
  if (!made.ok) {
    return (
      <p class="warning">
        {ui.recipeFailed} {visibleText(whyRefused(made.error))}
      </p>
    );
  }
  return (
    <>
      <div class="code-head">
        {recipe.file && (
          <span>
            {ui.recipeFile}: <code dir="ltr">{recipe.file}</code>
          </span>
        )}
        <CopyButton panel={panel} label={ui.copy} what={recipe.title} text={() => made.value} />
      </div>
      <CodeBlock label={recipe.title} text={made.value} />
      <AfterWriting recipe={recipe} />
    </>
  );
}

function AfterWriting({ recipe }: { readonly recipe: Recipe }) {
  if (recipe.file === null) return null;
  return (
    <p class="aside">
      {recipe.reload === null ? (
        ui.recipeRestart
      ) : (
        <>
          {ui.recipeReload}: <code dir="ltr">{recipe.reload}</code>
        </>
      )}
    </p>
  );
}

/** The same policy in the words of one server product, chosen from all that there are. */
export function Recipes({
  panel,
  policy,
  forOne = true,
}: {
  readonly panel: PanelStore;
  readonly policy: Policy;
  /** Made of a single call, so that others may need more. */
  readonly forOne?: boolean;
}) {
  const id = useId();
  useEffect(fetchRecipes, []);
  const recipe = recipes.value.find((entry) => entry.id === chosen.value) ?? recipes.value[0];
  if (!recipe) return null;
  const proof = ui.recipeProof[recipe.proof];
  return (
    <div class="recipe">
      <label class="recipe-choice" for={id}>
        {ui.recipes}
        <select
          id={id}
          class="select"
          value={recipe.id}
          onChange={({ currentTarget }) => {
            chosen.value = currentTarget.value;
          }}
        >
          {RECIPE_GROUPS.map((group) => (
            <optgroup key={group} label={ui.recipeGroups[group]}>
              {recipes.value
                .filter((entry) => entry.group === group)
                .map((entry) => (
                  <option key={entry.id} value={entry.id}>
                    {entry.title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <RecipeView panel={panel} recipe={recipe} policy={policy} />
      {proof && <p class={recipe.proof === 'run' ? 'proof' : 'proof is-open'}>{proof}</p>}
      {forOne && <p class="aside">{ui.recipeMany(visibleText(policy.server))}</p>}
    </div>
  );
}

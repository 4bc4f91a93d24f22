import { signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Policy, Recipe } from '../../advice/fix.ts';
import { RECIPES } from '../../advice/servers/registry.ts';
import { ui } from '../../words/ui.ts';
import { attempt } from '../stores/attempt.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { CopyButton } from './copy-button.tsx';
import { visibleText } from './visible-text.ts';

// Whoever runs nginx runs it for the next call too.
const chosen = signal<string | null>(null);

function moveTab(event: KeyboardEvent, current: number): void {
  const last = RECIPES.length - 1;
  const next =
    event.key === 'ArrowRight'
      ? current === last
        ? 0
        : current + 1
      : event.key === 'ArrowLeft'
        ? current === 0
          ? last
          : current - 1
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? last
            : null;
  const recipe = next === null ? undefined : RECIPES[next];
  if (next === null || !recipe) return;
  event.preventDefault();
  chosen.value = recipe.id;
  const tab = event.currentTarget instanceof Element ? event.currentTarget.children[next] : undefined;
  if (tab instanceof HTMLElement) tab.focus();
}

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
        {ui.recipeFailed} {visibleText(made.message)}
      </p>
    );
  }
  return (
    <>
      <div class="code-head">
        <span>
          {ui.recipeFile}: {recipe.file}
        </span>
        <CopyButton panel={panel} label={ui.copy} what={recipe.title} text={() => made.value} />
      </div>
      <pre dir="ltr">
        <code>{made.value.split('\n').map(visibleText).join('\n')}</code>
      </pre>
      {recipe.reload && (
        <p class="aside">
          {ui.recipeReload}: {recipe.reload}
        </p>
      )}
    </>
  );
}

/** The same policy in the words of each server product, one tab each. */
export function Recipes({ panel, policy }: { readonly panel: PanelStore; readonly policy: Policy }) {
  const id = useId();
  const current = Math.max(
    0,
    RECIPES.findIndex((recipe) => recipe.id === chosen.value),
  );
  const recipe = RECIPES[current];
  if (!recipe) return null;
  return (
    <div class="recipes">
      <div class="tabs" role="tablist" aria-label={ui.recipes} onKeyDown={(event) => moveTab(event, current)}>
        {RECIPES.map((entry, index) => (
          <button
            key={entry.id}
            type="button"
            role="tab"
            id={`${id}-${entry.id}`}
            class="tab"
            aria-selected={index === current}
            aria-controls={`${id}-panel`}
            tabIndex={index === current ? 0 : -1}
            onClick={() => {
              chosen.value = entry.id;
            }}
          >
            {entry.title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} class="recipe" aria-labelledby={`${id}-${recipe.id}`}>
        <RecipeView panel={panel} recipe={recipe} policy={policy} />
        <p class="aside">{ui.recipeMany(visibleText(policy.server))}</p>
      </div>
    </div>
  );
}

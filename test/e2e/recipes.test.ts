import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECIPES } from '../../src/advice/servers/registry.ts';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

const SELECT = '.recipe select';
const chosen = `document.querySelector(${JSON.stringify(SELECT)})?.value`;
const code = "document.querySelector('.recipe pre')?.textContent ?? ''";

// One policy in the words of many servers, chosen from a list by key.
describe.each(BROWSERS)('recipes in %s', (name) => {
  let session: Session;
  const shows = (what: string, expression: string) => waitFor(what, () => session.panel.evaluate<boolean>(expression));

  beforeAll(async () => {
    session = await openSession(name);
    await session.panel.evaluate('corsLens.setLanguage("en")');
    await session.browser.evaluateInPage('lab.run("methods-lacks-put")');
    await shows('the list', `document.querySelector(${JSON.stringify(SELECT)}) !== null`);
  }, 120_000);
  afterAll(() => session?.close());

  it('offers every one, in groups', async () => {
    const { panel } = session;
    const groups = await panel.evaluate<readonly string[]>(
      `[...document.querySelectorAll('.recipe optgroup')].map((group) => group.label)`,
    );
    expect(groups).toHaveLength(6);
    const ids = await panel.evaluate<readonly string[]>(
      `[...document.querySelectorAll('.recipe option')].map((option) => option.value)`,
    );
    expect([...ids].sort()).toEqual(RECIPES.map(({ id }) => id).sort());
  });

  it('shows the one that is chosen by key, and keeps the choice for the next call', async () => {
    const { panel, browser } = session;
    // Keys go to the panel's document only once it has the focus.
    await panel.click('.sentence');
    await panel.evaluate(`document.querySelector(${JSON.stringify(SELECT)}).focus()`);
    await panel.press('ArrowDown');
    await shows('nginx', `${chosen} === 'nginx' && (${code}).includes('map $http_origin $cors_origin')`);
    expect(await panel.evaluate<string>(code)).toContain('1 "PUT";');
    // On the list of calls, k would move up; here it chooses.
    await panel.press('k');
    await shows('a server whose name begins with K', `['kong', 'koa'].includes(${chosen})`);
    const kept = await panel.evaluate<string>(chosen);
    await browser.evaluateInPage('lab.run("origin-missing")');
    const id = await waitFor('the next call', () =>
      panel.evaluate<string | null>(
        `JSON.parse(corsLens.report('json')).exchanges.find(({ url }) => url.includes('/origin-missing/'))?.id ?? null`,
      ),
    );
    await panel.evaluate(`corsLens.select(${JSON.stringify(id)})`);
    await shows('the same server', `${chosen} === ${JSON.stringify(kept)}`);
  });

  it('says which recipes were never run', async () => {
    const { panel } = session;
    const choose = (id: string) =>
      panel.evaluate(`(() => {
        const select = document.querySelector(${JSON.stringify(SELECT)});
        select.value = ${JSON.stringify(id)};
        select.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
    const said = "document.querySelector('.recipe .proof')?.textContent ?? ''";
    await choose('express');
    await shows('that it was run', `(${said}).startsWith('Our tests start the real server')`);
    await choose('spring-boot');
    await shows('that it was not', `(${said}).startsWith('Not run by our tests')`);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

// What if, and one policy for a server, in the real panel with real keys and clicks.
describe.each(BROWSERS)('trying things out in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession(name);
    await session.browser.evaluateInPage(`lab.runAll(['put-ok', 'methods-lacks-put', 'headers-lacks-several'])`);
    await waitFor('the calls', async () => (await session.panel.evaluate<number>('corsLens.count()')) >= 3);
  }, 120_000);
  afterAll(() => session?.close());

  const text = (testId: string) =>
    session.panel.evaluate<string>(`document.querySelector('[data-testid="${testId}"]')?.textContent ?? ''`);
  const says = (testId: string, wanted: string) =>
    waitFor(`${testId} to say ${wanted}`, async () => (await text(testId)).includes(wanted));
  const click = async (testId: string) => {
    const selector = `[data-testid="${testId}"]`;
    await waitFor(testId, () => session.panel.evaluate<boolean>(`document.querySelector('${selector}') !== null`));
    await session.panel.click(selector);
  };
  const select = (scenario: string) =>
    waitFor('the call', () =>
      session.panel.evaluate<boolean>(`(() => {
        const found = JSON.parse(corsLens.report('json')).exchanges.findLast(({ url, verdict }) => url.includes('${scenario}/call') && verdict !== 'pending');
        if (found) corsLens.select(found.id);
        return found !== undefined;
      })()`),
    );

  it('judges a copy as it is typed, and leads from a step to its field', async () => {
    await select('methods-lacks-put');
    await click('open-what-if');
    await says('what-if-verdict', 'Blocked');
    await says('what-if-code', name === 'chromium' ? 'MethodDisallowedByPreflightResponse' : 'CORSMethodNotFound');
    await click('go-preflight-allow-methods');
    const picked = await session.panel.evaluate<string>(
      '(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.activeElement)',
    );
    expect(picked).toMatch(/^access-control-allow-methods: /i);
    await session.panel.type('Access-Control-Allow-Methods: PUT');
    await waitFor('another cause', async () => !(await text('what-if-code')).includes('Method'));
    await click('what-if-apply');
    await says('what-if-verdict', 'Allowed');
    await click('what-if-over');
    await says('what-if-verdict', 'Blocked');
    await click('bench-close');
  });

  it('starts from a blank call and says what is typed wrongly', async () => {
    await click('open-blank');
    await says('what-if-verdict', 'Blocked');
    await click('what-if-origin');
    await session.panel.press('End');
    await session.panel.type('/');
    await says('what-if-problems', 'https://app.example');
    await click('bench-close');
  });

  it('merges all calls to a server, and can be changed', async () => {
    await select('headers-lacks-several');
    await click('open-policy');
    await says('policy-part-methods', 'PUT');
    await says('policy-part-requestHeaders', 'traceparent');
    expect(await text('policy')).not.toContain('https://new.example');
  });

  it('takes another origin, and refuses null', async () => {
    await click('policy-add-origins');
    await session.panel.type('null');
    await session.panel.press('Enter');
    await says('policy-part-origins', 'never allowed');
    await session.panel.press('Control+a');
    await session.panel.type('https://new.example');
    await session.panel.press('Enter');
    await says('policy', 'https://new.example');
    await says('policy-served', 'all');
  });
});

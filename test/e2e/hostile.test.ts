import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileAnswer, LINE_TRICKS, PAYLOADS } from '../lab/hostile.ts';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

/** Controls apart from line ends and tabs, and what turns text around: acts on a terminal, hides in a chat. */
const acting = (text: string): readonly string[] =>
  (text.match(/\p{Cc}|[\u200b\u202a-\u202e\u2066-\u2069]/gu) ?? []).filter((found) => !'\n\r\t'.includes(found));

/** Watches the panel's document for anything that only foreign text could have made. */
const WATCH = `(() => {
  const made = window.hostileMade = [];
  window.alert = window.confirm = window.prompt = (text) => void made.push('dialog ' + text);
  window.addEventListener('error', ({ message }) => made.push('error ' + message));
  window.addEventListener('unhandledrejection', ({ reason }) => made.push('rejection ' + reason));
  const FOREIGN = 'script, img, iframe, object, embed, link, base, meta, style, video, audio, x-hostile';
  const look = (element) => {
    if (element.matches(FOREIGN)) made.push('element ' + element.localName);
    for (const { name, value } of element.attributes) {
      const leads = /^(?:(?:xlink:)?href|src|srcdoc|action|formaction|data)$/.test(name);
      if (name.startsWith('on') || name === 'srcdoc' || (leads && /^\\s*(?:javascript|data):/i.test(value))) made.push('attribute ' + name);
    }
  };
  new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      if (type === 'attributes') look(target);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        look(node);
        node.querySelectorAll('*').forEach(look);
      }
    }
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true });
})()`;

/** What foreign text has done to the panel so far, and where its layout is broken. */
const HARM = `[
  ...window.hostileMade,
  ...(window.hostileRan === undefined ? [] : ['ran ' + window.hostileRan]),
  ...['html', 'body', '#root', '[data-testid=list]', '[data-testid=detail]'].flatMap((selector) => {
    const element = document.querySelector(selector);
    return element && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      ? [selector + ' is ' + element.scrollWidth + ' wide in ' + element.clientWidth] : [];
  }),
  ...[...document.querySelectorAll('.part-failed, [role=alert]')].map((element) => element.textContent),
]`;

// Whatever servers and pages send, it is text: nothing runs, nothing breaks the layout, the panel answers.
describe.each(BROWSERS)('hostile traffic in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession(name, {}, '', hostileAnswer);
    await session.panel.evaluate(WATCH);
  }, 120_000);
  afterAll(() => session?.close());

  const harm = () => session.panel.evaluate<string[]>(HARM);
  const clear = async () => {
    await session.panel.click('[data-testid="clear"]');
    await waitFor('an empty list', async () => (await session.panel.evaluate<number>('corsLens.count()')) === 0);
  };
  /** Fetches these paths of the API's origin, a few at a time; how many the page could read. */
  const fetchAll = (paths: readonly string[]) =>
    session.browser.evaluateInPage<number>(`(async () => {
      const paths = ${JSON.stringify(paths)};
      let readable = 0;
      for (let at = 0; at < paths.length; at += 24) {
        const calls = paths.slice(at, at + 24).map((path) => fetch(lab.origins.api + path));
        readable += (await Promise.allSettled(calls)).filter(({ status }) => status === 'fulfilled').length;
      }
      return readable;
    })()`);
  /** Opens the explanation of each of these calls in turn and gathers what went wrong. */
  const open = (ids: readonly string[]) =>
    session.panel.evaluate<string[]>(`(async () => {
      const found = new Set();
      for (const id of ${JSON.stringify(ids)}) {
        corsLens.select(id);
        for (let i = 0; i < 2; i++) await new Promise((done) => setTimeout(done, 15));
        if (!document.querySelector('[data-testid=detail]')) found.add('no explanation of ' + id);
        for (const harm of ${HARM}) found.add(harm);
      }
      return [...found];
    })()`);

  it('takes every byte in header names and values for text', async () => {
    const paths = Array.from({ length: 256 }, (_, byte) => [`/hostile/value/${byte}`, `/hostile/name/${byte}`]).flat();
    await fetchAll(paths);
    const { exchanges } = await session.report();
    // One exchange a call; Firefox asks again when an answer is no HTTP at all, which makes no second exchange.
    expect(new Set(exchanges.map(({ url }) => new URL(url).pathname))).toEqual(new Set(paths));
    expect(exchanges).toHaveLength(paths.length);
    const every = exchanges.filter((_, index) => index % 16 === 0);
    expect(await open(every.map(({ id }) => id))).toEqual([]);
  }, 120_000);

  it('shows markup, terminal codes and turned text in values, URLs and titles as they are', async () => {
    await clear();
    await session.browser.evaluateInPage(`document.title = ${JSON.stringify(PAYLOADS.join(' '))}`);
    await fetchAll(
      PAYLOADS.flatMap((payload, i) => {
        const text = encodeURIComponent(payload);
        return [
          `/hostile/payload/${i}?q=${text}`,
          `/hostile/payload/${i}?raw=${payload}`,
          `/storm/refused/${text}#${payload}`,
        ];
      }),
    );
    const { exchanges } = await session.report();
    expect(exchanges).toHaveLength(3 * PAYLOADS.length);
    expect(await open(exchanges.map(({ id }) => id))).toEqual([]);
    expect(acting(await session.panel.evaluate<string>('document.body.innerText'))).toEqual([]);

    const markdown = await session.panel.evaluate<string>("corsLens.report('markdown')");
    const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    expect(
      html.match(/<(?:script|img|svg|iframe|link|base|x-hostile)|href="(?!http:\/\/localhost|https:\/\/)/g),
    ).toBeNull();
    const text = await session.panel.evaluate<string>("corsLens.report('text')");
    expect(acting(markdown + text)).toEqual([]);
  }, 120_000);

  it('stands headers of 250 kilobytes, thousands of headers, broken UTF-8 and line tricks', async () => {
    await clear();
    const tricks = Array.from({ length: LINE_TRICKS }, (_, i) => `/hostile/lines/${i}`);
    await fetchAll(['/hostile/large/250000', '/hostile/many/4000', '/hostile/utf8', ...tricks]);
    const { exchanges } = await session.report();
    expect(exchanges).toHaveLength(3 + LINE_TRICKS);
    expect(exchanges.filter(({ verdict }) => verdict === 'pending')).toEqual([]);
    expect(await open(exchanges.map(({ id }) => id))).toEqual([]);
  }, 120_000);

  it('takes what a page says in the place of the page witness for text, and no message of a page for its own', async () => {
    await clear();
    const witness = "document.querySelector('[data-testid=page-witness]').dataset.state";
    await session.panel.click('[data-testid="page-witness"]');
    await waitFor('the witness', async () => (await session.panel.evaluate<string>(witness)) === 'on', 30_000);
    await clear();
    await session.browser.evaluateInPage(`(() => {
      const payloads = ${JSON.stringify(PAYLOADS)};
      const url = (text) => lab.origins.api + '/lie?' + text;
      const rows = payloads.flatMap((text, i) => [
        [i, 'fetch', 'PUT', url(text), 'same-origin', 'include', 'follow', Date.now(), 'error', 0, text, text, text, text, true],
        [1000 + i, 'xhr', text, text, 'cors', 'include', 'follow', Date.now(), 'error', 200, null, text + '\\n@' + text + ':1:1', text, text, false],
        [text], text, null, { length: 15 },
      ]);
      const key = Symbol.for('cors-lens page witness');
      const fake = { answer: () => ['a document', 1e9, rows], tell() {}, next: () => 1 };
      try { Object.defineProperty(window, key, { value: fake, configurable: true }); } catch { window[key].answer = fake.answer; }
      const message = { kind: 'snapshot', exchanges: [{}], changed: [{}], present: true, calls: rows };
      for (let tab = 0; tab < 20; tab++) new BroadcastChannel('cors-lens:' + tab).postMessage(message);
      postMessage(message, '*');
    })()`);
    await fetchAll(['/storm/refused?after']);
    const { exchanges } = await session.report(2_500);
    const real = exchanges.filter(({ url }) => url.endsWith('/storm/refused?after'));
    expect(real.map(({ verdict, cause }) => [verdict, cause])).toEqual([['blocked', 'allow-origin-missing']]);
    expect(await open(exchanges.map(({ id }) => id))).toEqual([]);
    expect(await harm()).toEqual([]);
  }, 120_000);
});

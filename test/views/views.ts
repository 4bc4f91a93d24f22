import { SHOWN } from '../../scripts/screenshots/scene.ts';
import type { Visit } from './visit.ts';

/** What a person sees of the panel at one moment, as what is done to come to it and how it is left. */
export interface View {
  readonly name: string;
  readonly come: (visit: Visit) => Promise<unknown>;
  readonly leave?: (visit: Visit) => Promise<unknown>;
}

/** Views of the same recorded calls. */
export interface Stage {
  /** Has the page make the calls. */
  readonly record: (visit: Visit) => Promise<unknown>;
  readonly views: readonly View[];
}

const testId = (id: string): string => `[data-testid="${id}"]`;
const closeDialog =
  (dialog: string) =>
  async ({ click, gone }: Visit): Promise<void> => {
    await click(testId(`${dialog}-close`));
    await gone('dialog');
  };
/** With DevTools open, so that the page load itself is recorded: one from before may or may not be. */
const loadPage = async ({ session, has }: Visit): Promise<void> => {
  await session.browser.goto(session.lab.url);
  await has(testId('page'));
};
const runAll =
  (...scenarios: readonly string[]) =>
  async ({ session }: Visit): Promise<void> => {
    await session.browser.evaluateInPage(`lab.runAll(${JSON.stringify(scenarios)}).then(() => true)`);
    await session.report(400);
  };
/** Nothing chosen: the list and what it is about. */
const closeDetail = async ({ ask, click, gone }: Visit): Promise<void> => {
  const close = '.detail .close, [data-testid=servers] .close';
  if (await ask<boolean>(`document.querySelector(${JSON.stringify(close)}) !== null`)) await click(close);
  await gone(close);
};

export const STAGES: readonly Stage[] = [
  {
    record: loadPage,
    views: [{ name: 'empty', come: ({ has }) => has(testId('empty')) }],
  },
  {
    record: async (visit) => {
      await loadPage(visit);
      await runAll('methods-lacks-put')(visit);
    },
    views: [{ name: 'one-failure', come: ({ has }) => has(testId('row')) }],
  },
  {
    record: async (visit) => {
      const { session } = visit;
      await session.browser.evaluateInPage(
        `Promise.allSettled(Array.from({ length: 5 }, () => fetch(lab.origins.api + '/storm/refused'))).then(() => true)`,
      );
      await runAll(...SHOWN.filter((scenario) => scenario !== 'methods-lacks-put'))(visit);
    },
    views: [
      { name: 'list', come: closeDetail },
      { name: 'detail', come: ({ explain }) => explain('methods-lacks-put') },
      { name: 'picture', come: ({ explain }) => explain('methods-lacks-put', '.picture') },
      { name: 'headers', come: ({ explain }) => explain('near-slash', '.messages') },
      {
        name: 'hand-over',
        come: async ({ explain, click, until }) => {
          await explain('methods-lacks-put');
          await click(testId('hand-over-call'));
          await until('the preview', `document.querySelector('${testId('preview')}')?.textContent.length > 100`);
        },
        leave: closeDialog('hand-over'),
      },
      {
        name: 'what-if',
        come: async ({ explain, click, has }) => {
          await explain('methods-lacks-put');
          await click(testId('open-what-if'));
          await has(testId('what-if-verdict'));
        },
        leave: ({ click }) => click(testId('bench-close')),
      },
      {
        name: 'policy',
        come: async ({ explain, click, has }) => {
          await explain('headers-lacks-several');
          await click(testId('open-policy'));
          await has(testId('policy-served'));
        },
        leave: ({ click }) => click(testId('bench-close')),
      },
      {
        name: 'lesson',
        come: async ({ explain, click, has }) => {
          await explain('methods-lacks-put');
          await click('.learn-cause [data-testid="learn"]');
          await has('.lesson pre');
        },
        leave: ({ click }) => click(testId('lesson-close')),
      },
      {
        name: 'servers',
        come: async (visit) => {
          await closeDetail(visit);
          await visit.click(testId('open-servers'));
          await visit.has('.server-table');
          // What the preflights took is another number each time, and breaks the line elsewhere.
          await visit.ask(`document.querySelectorAll('.server-table td').forEach((cell) => {
            for (const text of cell.childNodes) text.nodeValue = text.nodeValue?.replaceAll(/\\d+ ms/g, '12 ms') ?? null;
          })`);
        },
        leave: closeDetail,
      },
      { name: 'settings', come: ({ click }) => click(testId('open-settings')), leave: closeDialog('settings') },
    ],
  },
];

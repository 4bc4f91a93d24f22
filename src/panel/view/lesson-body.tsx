import { type Block, blocksOf, inlinesOf } from '../../words/pages/blocks.ts';
import type { Example, Link, Page, PageId } from '../../words/pages/page.ts';
import type { Pages } from '../../words/pages/pages.ts';

function Inline({ text }: { readonly text: string }) {
  return (
    <>
      {inlinesOf(text).map(({ kind, text: piece }, index) =>
        kind === 'code' ? <code key={index}>{piece}</code> : kind === 'stress' ? <em key={index}>{piece}</em> : piece,
      )}
    </>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inline text={block.text} />
        </p>
      );
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'code':
      return <Code text={block.lines.join('\n')} />;
    case 'list':
      return (
        <ul class="bullets">
          {block.items.map((item) => (
            <li key={item}>
              <Inline text={item} />
            </li>
          ))}
        </ul>
      );
  }
}

const Text = ({ text }: { readonly text: string }) => (
  <>
    {blocksOf(text).map((block, index) => (
      <BlockView key={index} block={block} />
    ))}
  </>
);

const Code = ({ text }: { readonly text: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
  <pre dir="ltr" tabIndex={0}>
    <code>{text}</code>
  </pre>
);

/** Lines of a message; those that the other version lacks are marked, by sign and colour. */
function Message({
  title,
  lines,
  other,
  mark,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly other: readonly string[] | null;
  readonly mark: 'bad' | 'good';
}) {
  return (
    <>
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key */}
      <pre dir="ltr" tabIndex={0}>
        {lines.map((line) => {
          const marked = other !== null && !other.includes(line);
          return (
            <code key={line} class={marked ? `line is-${mark}` : 'line'}>
              {other !== null && (
                <span class="line-sign" aria-hidden="true">
                  {marked ? (mark === 'bad' ? '✕' : '✓') : ' '}
                </span>
              )}
              {line}
              {'\n'}
            </code>
          );
        })}
      </pre>
    </>
  );
}

function ExampleView({ example, labels }: { readonly example: Example; readonly labels: Pages['labels'] }) {
  const { headings } = labels;
  const { request, answer, instead } = example;
  return (
    <>
      <Message title={headings.request} lines={request} other={null} mark="good" />
      <Message title={headings.answer} lines={answer ?? [headings.noAnswer]} other={instead} mark="bad" />
      {instead && <Message title={headings.instead} lines={instead} other={answer ?? []} mark="good" />}
    </>
  );
}

function Links({ links, open }: { readonly links: readonly Link[]; readonly open: (id: PageId) => void }) {
  return (
    <ul class="lesson-links">
      {links.map(({ id, title }) => (
        <li key={id}>
          <button type="button" class="link" data-page={id} onClick={() => open(id)}>
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface BodyProps {
  readonly page: Page;
  readonly pages: Pages;
  readonly open: (id: PageId) => void;
}

/** All that a page says, below its title. */
export function LessonBody({ page, pages, open }: BodyProps) {
  const { headings } = pages.labels;
  return (
    <>
      {page.text.map((text) => (
        <Text key={text} text={text} />
      ))}
      {page.id === 'contents' &&
        pages.contents.map(({ kind, title, links }) => (
          <section key={kind}>
            <h3>{title}</h3>
            <Links links={links} open={open} />
          </section>
        ))}
      {page.who !== null && (
        <>
          <h3>{headings.who}</h3>
          <p>{page.who}</p>
        </>
      )}
      {page.act !== null && (
        <>
          <h3>{headings.act}</h3>
          <p>
            <Inline text={page.act} />
          </p>
        </>
      )}
      {page.example && (
        <>
          <h3>{headings.example}</h3>
          <ExampleView example={page.example} labels={pages.labels} />
        </>
      )}
      {page.curl !== null && (
        <>
          <h3>{headings.curl}</h3>
          <Code text={page.curl} />
        </>
      )}
      {page.spec && (
        <>
          <h3>{headings.spec}</h3>
          <p>
            <a href={page.spec.url} target="_blank" rel="noreferrer">
              <Inline text={page.spec.title} />
            </a>
          </p>
        </>
      )}
      {page.related.length > 0 && (
        <>
          <h3>{headings.related}</h3>
          <Links links={page.related} open={open} />
        </>
      )}
    </>
  );
}

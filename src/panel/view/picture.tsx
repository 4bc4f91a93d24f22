import { type ComponentChild, createElement } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { drawn, type SvgNode } from '../../picture/draw.ts';
import { layOut } from '../../picture/layout.ts';
import type { Colour } from '../../picture/shapes.ts';
import { type Story, storyOf } from '../../picture/story.ts';
import { told } from '../../picture/telling.ts';
import { verdictWord } from '../../words/explain.ts';
import { words as languageWords } from '../../words/language.ts';
import { pictureWords as words } from '../../words/picture.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { PictureCopy } from './picture-copy.tsx';

const themed = (colour: Colour): string => `var(--${colour})`;

const element = (node: SvgNode | string, key: number): ComponentChild =>
  typeof node === 'string' ? node : createElement(node.tag, { ...node.attributes, key }, node.children.map(element));

const labelOf = (story: Story): string => words.label(story.method, verdictWord(story.verdict));

/** Width of an element in whole pixels, followed as it changes; null before it is known. */
function useWidth(): [{ current: HTMLDivElement | null }, number | null] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (!ref.current) return;
    setWidth(Math.floor(ref.current.clientWidth));
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

function Drawing({ story, width }: { readonly story: Story; readonly width: number }) {
  return useMemo(() => {
    const picture = layOut(story, width);
    const { width: wide, height } = picture;
    return (
      <svg
        class="picture-svg"
        role="img"
        aria-label={labelOf(story)}
        width={wide}
        height={height}
        viewBox={`0 0 ${wide} ${height}`}
      >
        {drawn(picture, themed).map(element)}
      </svg>
    );
  }, [story, width]);
}

interface CallPictureProps {
  readonly panel: PanelStore;
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly secrets: boolean;
}

/** The call as a sequence diagram, and the same in words for those who do not see it. */
export function CallPicture({ panel, exchange, diagnosis, secrets }: CallPictureProps) {
  const [ref, width] = useWidth();
  const story = useMemo(() => storyOf(exchange, diagnosis), [exchange, diagnosis, languageWords()]);
  return (
    <section class="section picture" data-testid="picture">
      <div class="section-head">
        <h3>{words.title}</h3>
        <PictureCopy panel={panel} exchange={exchange} diagnosis={diagnosis} secrets={secrets} />
      </div>
      <div ref={ref} class="picture-room" dir="ltr">
        {width !== null && width > 0 && <Drawing story={story} width={width} />}
      </div>
      <ol class="unseen" data-testid="picture-words">
        {told(story).map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
    </section>
  );
}

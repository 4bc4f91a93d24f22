import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageId } from '../../words/pages/page.ts';
import { ui } from '../../words/ui.ts';
import type { LessonStore } from '../stores/lessons.ts';

/** Links stand deep in the views; the store that they open their page in comes to them this way. */
export const Lessons = createContext<LessonStore | null>(null);

interface LearnLinkProps {
  readonly id: PageId;
  /** Names the page to those who hear the link without what stands around it. */
  readonly about?: string;
  /** What is read as the link; "Learn more" if nothing is given. */
  readonly children?: string;
}

/** Opens a page of the lessons. */
export function LearnLink({ id, about, children }: LearnLinkProps) {
  const lessons = useContext(Lessons);
  if (!lessons) return null;
  return (
    <button
      type="button"
      class="link learn"
      data-testid="learn"
      data-page={id}
      {...(about === undefined ? {} : { 'aria-label': `${ui.learnMore}: ${about}` })}
      onClick={() => lessons.open(id)}
    >
      {children ?? ui.learnMore}
    </button>
  );
}

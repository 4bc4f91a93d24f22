import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PageId } from '../../words/pages/page.ts';
import { ui } from '../../words/ui.ts';
import type { LessonStore } from '../stores/lessons.ts';
import { PartFailed } from './guard.tsx';
import { LessonBody } from './lesson-body.tsx';

function Drawer({ lessons, id }: { readonly lessons: LessonStore; readonly id: PageId }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const pages = lessons.pages.value;
  const page = pages?.page(id) ?? null;
  const ready = page !== null;

  // Whoever opens a page by key goes on reading there, and comes back to where it was opened from.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    return () => {
      const back = opener instanceof HTMLElement && opener.isConnected ? opener : null;
      (back ?? document.querySelector<HTMLElement>('[role=grid]'))?.focus();
    };
  }, []);
  useEffect(() => {
    heading.current?.focus();
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [id, ready]);
  useEffect(() => {
    // Before the panel's own keys, wherever the focus is.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      lessons.close();
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [lessons]);

  return (
    <section class="lesson" role="dialog" aria-label={ui.learn} data-testid="lesson" data-page={id}>
      <div class="lesson-bar">
        {lessons.canGoBack.value && (
          <button type="button" class="button" data-testid="lesson-back" onClick={lessons.back}>
            <span class="lesson-arrow" aria-hidden="true">
              ‹
            </span>
            {ui.learnBack}
          </button>
        )}
        {id !== 'contents' && (
          <button type="button" class="button" data-testid="lesson-contents" onClick={() => lessons.open('contents')}>
            {ui.learnContents}
          </button>
        )}
        <button
          type="button"
          class="button lesson-close"
          data-testid="lesson-close"
          aria-label={ui.close}
          title={ui.close}
          onClick={lessons.close}
        >
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      <div ref={scroller} class="lesson-body">
        {lessons.failure.value !== null && <PartFailed message={lessons.failure.value} />}
        {pages && page && (
          <>
            <h2 ref={heading} tabIndex={-1}>
              {page.title}
            </h2>
            {page.code !== null && !id.startsWith('header/') && <p class="lesson-code">{page.code}</p>}
            <LessonBody page={page} pages={pages} open={lessons.open} />
          </>
        )}
      </div>
    </section>
  );
}

/** The page of the lessons that was opened, beside what it explains. Not modal: the call stays in view and in reach. */
export function Lesson({ lessons }: { readonly lessons: LessonStore }) {
  const id = lessons.current.value;
  // The panel is made anew in another language: what has been read is then read again.
  useEffect(() => {
    if (lessons.pages.value !== null) void lessons.load();
  }, [lessons]);
  return id === null ? null : <Drawer lessons={lessons} id={id} />;
}

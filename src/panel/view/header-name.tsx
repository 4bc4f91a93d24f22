import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import { headerHelp } from '../../words/headers.ts';
import { headerPage } from '../../words/pages/page.ts';
import { Lessons } from './learn-link.tsx';
import { visibleText } from './visible-text.ts';

const EDGE_PX = 8;

/** Puts a tip below its name, or above it where there is no room, and never outside of the panel. */
function place(tip: HTMLElement, name: HTMLElement): void {
  const at = name.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tip;
  const below = at.bottom + height + EDGE_PX <= window.innerHeight;
  const left = Math.min(at.left, window.innerWidth - width - EDGE_PX);
  tip.style.left = `${Math.max(EDGE_PX, left)}px`;
  tip.style.top = `${below ? at.bottom : Math.max(0, at.top - height)}px`;
}

/** A header's name; one that matters to CORS says in a sentence what it means, on hover and focus; a press opens its page. */
export function HeaderName({ name }: { readonly name: string }) {
  const help = headerHelp(name);
  return help === null ? visibleText(name) : <Explained name={name} help={help} />;
}

function Explained({ name, help }: { readonly name: string; readonly help: string }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const lessons = useContext(Lessons);
  const page = headerPage(name);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const [shown, named] = [tip.current, button.current];
    if (!open || !shown || !named) return;
    shown.showPopover();
    const follow = () => place(shown, named);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Closes the tip alone: what else Escape means in the panel is for the next press.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    };
    follow();
    document.addEventListener('scroll', follow, { capture: true, passive: true });
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('scroll', follow, true);
      document.removeEventListener('keydown', onKeyDown, true);
      if (shown.isConnected) shown.hidePopover();
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tip stays while the pointer is on it; the button has the keyboard
    <span
      class="header-name"
      onMouseEnter={() => setOpen(true)}
      onMouseLeave={() => setOpen(button.current === document.activeElement)}
    >
      <button
        ref={button}
        type="button"
        aria-describedby={id}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        {...(page === null ? {} : { 'data-page': page })}
        onClick={() => {
          if (page !== null && lessons) lessons.open(page);
          else setOpen(true);
        }}
      >
        {visibleText(name)}
      </button>
      <span ref={tip} id={id} role="tooltip" class="tip" popover="manual">
        {help}
      </span>
    </span>
  );
}

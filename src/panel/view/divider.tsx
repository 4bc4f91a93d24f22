import { useRef } from 'preact/hooks';
import { ui } from '../../words/ui.ts';

/** Least and greatest share of the list, in per cent. */
export const SHARE = { min: 20, max: 80, start: 45, startNarrow: 38, step: 2 } as const;

const clampShare = (share: number): number => Math.min(SHARE.max, Math.max(SHARE.min, share));

/** There the list is on the right, and grows to the left. */
const isRightToLeft = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';

interface DividerProps {
  readonly vertical: boolean;
  readonly share: number;
  readonly setShare: (share: number) => void;
}

/** Between list and detail: dragged with the pointer, moved with the arrow keys. */
export function Divider({ vertical, share, setShare }: DividerProps) {
  const dragging = useRef(false);
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: EventTarget }) => {
    const mirrored = vertical && event.currentTarget instanceof Element && isRightToLeft(event.currentTarget);
    const change =
      event.key === 'ArrowLeft' || event.key === 'ArrowUp'
        ? -SHARE.step
        : event.key === 'ArrowRight' || event.key === 'ArrowDown'
          ? SHARE.step
          : event.key === 'Home'
            ? -100
            : event.key === 'End'
              ? 100
              : 0;
    if (change === 0) return;
    event.preventDefault();
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    setShare(clampShare(share + (mirrored && sideways ? -change : change)));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a thematic break cannot be dragged
    <div
      class="divider"
      role="separator"
      tabIndex={0}
      aria-label={ui.divider}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuemin={SHARE.min}
      aria-valuemax={SHARE.max}
      aria-valuenow={Math.round(share)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        const box = event.currentTarget.parentElement?.getBoundingClientRect();
        if (!dragging.current || !box) return;
        const across = isRightToLeft(event.currentTarget) ? box.right - event.clientX : event.clientX - box.left;
        const part = vertical ? across / box.width : (event.clientY - box.top) / box.height;
        setShare(clampShare(part * 100));
      }}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onPointerCancel={() => {
        dragging.current = false;
      }}
      onDblClick={() => setShare(SHARE.start)}
    />
  );
}

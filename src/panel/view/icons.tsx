import type { StepState, Verdict } from '../../diagnosis/diagnosis.ts';

// Each state has its own outline, so that it is told apart without colour.
const OUTLINES = {
  octagon: 'M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z',
  triangle: 'M8 1.8 15 14H1z',
  circle: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
  diamond: 'M8 1 15 8 8 15 1 8z',
  square: 'M2.5 2.5h11v11h-11z',
} as const;
const MARKS = {
  cross: 'm5.4 5.4 5.2 5.2m0-5.2-5.2 5.2',
  bang: 'M8 6v4m0 1.6v.9',
  check: 'm4.8 8.3 2.2 2.2 4.2-4.6',
  dots: 'M4.8 8h.01M8 8h.01M11.2 8h.01',
  question: 'M6.2 6.3c.2-2.2 3.6-2.1 3.6.1 0 1.5-1.8 1.5-1.8 2.9m0 1.7v.7',
  dash: 'M5 8h6',
  slash: 'm4.5 11.5 7-7',
} as const;

interface Shape {
  readonly outline: keyof typeof OUTLINES;
  readonly mark: keyof typeof MARKS;
  readonly tone: 'bad' | 'warn' | 'good' | 'calm' | 'ask';
  readonly hollow: boolean;
}

const VERDICT_SHAPES: Readonly<Record<Verdict, Shape>> = {
  blocked: { outline: 'octagon', mark: 'cross', tone: 'bad', hollow: false },
  failed: { outline: 'triangle', mark: 'bang', tone: 'warn', hollow: false },
  allowed: { outline: 'circle', mark: 'check', tone: 'good', hollow: true },
  opaque: { outline: 'square', mark: 'slash', tone: 'calm', hollow: true },
  pending: { outline: 'circle', mark: 'dots', tone: 'calm', hollow: true },
  undecided: { outline: 'diamond', mark: 'question', tone: 'ask', hollow: false },
};

const STEP_SHAPES: Readonly<Record<StepState, Shape>> = {
  passed: { outline: 'circle', mark: 'check', tone: 'good', hollow: true },
  failed: { outline: 'octagon', mark: 'cross', tone: 'bad', hollow: false },
  'not-reached': { outline: 'circle', mark: 'dash', tone: 'calm', hollow: true },
  unknown: { outline: 'diamond', mark: 'question', tone: 'ask', hollow: true },
  'not-needed': { outline: 'square', mark: 'dash', tone: 'calm', hollow: true },
};

export const verdictTone = (verdict: Verdict): string => `tone-${VERDICT_SHAPES[verdict].tone}`;
export const stepTone = (state: StepState): string => `tone-${STEP_SHAPES[state].tone}`;

function Icon({ shape, dashed }: { readonly shape: Shape; readonly dashed?: boolean }) {
  return (
    <svg
      class={`icon tone-${shape.tone} ${shape.hollow ? 'is-hollow' : 'is-filled'}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path class="icon-outline" d={OUTLINES[shape.outline]} {...(dashed ? { 'stroke-dasharray': '2.4 2' } : {})} />
      <path class="icon-mark" d={MARKS[shape.mark]} />
    </svg>
  );
}

/** Decoration: the word must stand beside it. */
export const VerdictIcon = ({ verdict }: { readonly verdict: Verdict }) => <Icon shape={VERDICT_SHAPES[verdict]} />;
export const StepIcon = ({ state }: { readonly state: StepState }) => (
  <Icon shape={STEP_SHAPES[state]} dashed={state === 'not-reached'} />
);
export const HintIcon = () => <Icon shape={{ outline: 'triangle', mark: 'bang', tone: 'warn', hollow: true }} />;

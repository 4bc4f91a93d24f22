import type { CauseCode, LookalikeCode, NearMissCode, NoteCode, RootHintCode } from '../../diagnosis/codes.ts';
import type { StepId } from '../../diagnosis/diagnosis.ts';
import type { Language } from '../words.ts';

/** Headers that have a page, by their byte-lowercase name, in the order of a call. */
export const HEADER_PAGES = [
  'origin',
  'access-control-request-method',
  'access-control-request-headers',
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-max-age',
  'access-control-expose-headers',
  'vary',
  'location',
  'cookie',
  'authorization',
  'content-type',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-storage-access',
  'cross-origin-resource-policy',
] as const;
export type HeaderPage = (typeof HEADER_PAGES)[number];

/** The page of a header, null for headers that have none. */
export const headerPage = (name: string): PageId | null => {
  const lower = name.toLowerCase();
  return (HEADER_PAGES as readonly string[]).includes(lower) ? `header/${lower as HeaderPage}` : null;
};

/** The subjects of a CORS tutorial, in the order in which they are best read. */
export const SUBJECTS = [
  'same-origin-policy',
  'simple-requests',
  'preflight',
  'credentials',
  'verifying-with-curl',
  'configuring-servers',
  'best-practices',
  'troubleshooting',
] as const;
export type Subject = (typeof SUBJECTS)[number];

export type PageId =
  | `cause/${CauseCode}`
  | `lookalike/${LookalikeCode}`
  | `note/${NoteCode}`
  | `hint/${RootHintCode}`
  | `near-miss/${NearMissCode}`
  | `header/${HeaderPage}`
  | `step/${StepId}`
  | `learn/${Subject}`
  | 'contents';

/** What a page is about: the first part of its id. */
export type Kind = PageId extends infer Id ? (Id extends `${infer K}/${string}` ? K : never) : never;

/** Whose turn it is. */
export type Actor = 'server' | 'page' | 'either' | 'user' | 'network' | 'nobody';

/** A section of a standard: its own title, and its URL. */
export interface Section {
  readonly title: string;
  readonly url: string;
}

/** One exchange as text. The lines of `answer` and `instead` begin with the status line. */
export interface Example {
  readonly request: readonly string[];
  /** What goes wrong; null where no answer comes. */
  readonly answer: readonly string[] | null;
  /** What would have passed. */
  readonly instead: readonly string[] | null;
}

/** What a page says in every language. */
export interface Facts {
  readonly who: Actor;
  readonly spec: Section | null;
  readonly example: Example | null;
  /** A line for a POSIX shell that shows it. */
  readonly curl: string | null;
  readonly related: readonly PageId[];
}

/** A page ready to be shown. Texts are plain, with code between backticks. */
export interface Page {
  readonly id: PageId;
  readonly title: string;
  /** The code or the header's name; null for subjects. */
  readonly code: string | null;
  /** What it means. For subjects the whole text, in the few marks of `blocks.ts`. */
  readonly text: readonly string[];
  /** What to do, null where nothing is to be done. */
  readonly act: string | null;
  /** Whose turn it is, in words; null where that is no question. */
  readonly who: string | null;
  readonly spec: Section | null;
  readonly example: Example | null;
  readonly curl: string | null;
  readonly related: readonly Link[];
}

export interface Link {
  readonly id: PageId;
  readonly title: string;
}

/** What it means, and what to do. */
export type MeansAndAct = readonly [means: string, act: string];

/** The texts of the pages in one language. What the panel says already (titles, hints, steps) is not repeated here. */
export interface PageWords {
  readonly language: Language;
  readonly causes: Readonly<Record<CauseCode, MeansAndAct>>;
  readonly lookalikes: Readonly<Record<LookalikeCode, string>>;
  readonly notes: Readonly<Record<NoteCode, MeansAndAct>>;
  readonly hints: Readonly<Record<RootHintCode, string>>;
  readonly nearMisses: Readonly<Record<NearMissCode, readonly [title: string, why: string]>>;
  readonly headers: Readonly<Record<HeaderPage, string>>;
  readonly steps: Readonly<Record<StepId, string>>;
  readonly subjects: Readonly<Record<Subject, readonly [title: string, text: string]>>;
  readonly labels: PageLabels;
}

export interface PageLabels {
  readonly who: Readonly<Record<Actor, string>>;
  readonly headings: {
    readonly means: string;
    readonly who: string;
    readonly act: string;
    readonly example: string;
    readonly request: string;
    readonly answer: string;
    readonly noAnswer: string;
    readonly instead: string;
    readonly curl: string;
    readonly spec: string;
    readonly related: string;
  };
  /** For hints that the list shows without a title of their own. */
  readonly hintTitles: Readonly<Partial<Record<RootHintCode, string>>>;
  readonly noteTitles: Readonly<Record<NoteCode, string>>;
  readonly contents: string;
  readonly contentsIntro: string;
  readonly kinds: Readonly<Record<Kind, string>>;
}

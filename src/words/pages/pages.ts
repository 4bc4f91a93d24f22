import {
  CAUSE_CODES,
  type CauseCode,
  LOOKALIKE_CODES,
  type LookalikeCode,
  NEAR_MISS_CODES,
  type NearMissCode,
  NOTE_CODES,
  type NoteCode,
  ROOT_HINT_CODES,
  type RootHintCode,
} from '../../diagnosis/codes.ts';
import type { StepId } from '../../diagnosis/diagnosis.ts';
import { code, headerTitle } from '../quote.ts';
import type { Words } from '../words.ts';
import { causes } from './facts/causes.ts';
import { lookalikes } from './facts/lookalikes.ts';
import { headers, hints, nearMisses, notes, steps, subjects } from './facts/others.ts';
import {
  type Facts,
  HEADER_PAGES,
  type HeaderPage,
  type Kind,
  type Link,
  type Page,
  type PageId,
  type PageWords,
  type Section,
  SUBJECTS,
  type Subject,
} from './page.ts';

const idsOf = <K extends Kind>(kind: K, names: readonly string[]): readonly PageId[] =>
  names.map((name) => `${kind}/${name}` as PageId);

/** Every page there is by its kind, in the order of reading. */
export const PAGE_IDS: Readonly<Record<Kind, readonly PageId[]>> = {
  learn: idsOf('learn', SUBJECTS),
  cause: idsOf('cause', CAUSE_CODES),
  lookalike: idsOf('lookalike', LOOKALIKE_CODES),
  hint: idsOf('hint', ROOT_HINT_CODES),
  'near-miss': idsOf('near-miss', NEAR_MISS_CODES),
  note: idsOf('note', NOTE_CODES),
  step: idsOf('step', Object.keys(steps)),
  header: idsOf('header', HEADER_PAGES),
};

/** All pages of one language. */
export interface Pages {
  readonly labels: PageWords['labels'];
  readonly page: (id: PageId) => Page;
  /** Every page below the heading of its kind. */
  readonly contents: readonly { readonly kind: Kind; readonly title: string; readonly links: readonly Link[] }[];
}

/** What a kind of page is made of: its title, and what is said. Names are the second part of an id. */
interface Maker {
  readonly title: (name: string) => string;
  readonly parts: (name: string) => Parts;
}
interface Parts {
  readonly text: readonly string[];
  readonly act?: string;
  readonly facts?: Facts;
  /** Where the standard says it, and what to read next; where there are no facts. */
  readonly place?: readonly [spec: Section | null, ...related: readonly PageId[]];
}
// An id is typed as a whole; its second part is a name of its kind.
const maker = <Name extends string>(title: (name: Name) => string, parts: (name: Name) => Parts): Maker => ({
  title: title as Maker['title'],
  parts: parts as Maker['parts'],
});

const makersOf = (text: PageWords, words: Words): Readonly<Record<Kind, Maker>> => ({
  learn: maker<Subject>(
    (name) => text.subjects[name][0],
    (name) => ({ text: [text.subjects[name][1]], place: subjects[name] }),
  ),
  cause: maker<CauseCode>(
    (name) => words.titles[name],
    (name) => ({ text: [text.causes[name][0]], act: text.causes[name][1], facts: causes[name] }),
  ),
  lookalike: maker<LookalikeCode>(
    (name) => words.titles[name],
    (name) => ({ text: [text.lookalikes[name]], act: words.lookalikes[name].turn, facts: lookalikes[name] }),
  ),
  hint: maker<RootHintCode>(
    (name) => words.roots[name].title?.(null) ?? text.labels.hintTitles[name] ?? name,
    (name) => ({
      text: [words.roots[name].lead(null), text.hints[name]],
      act: words.roots[name].more,
      place: hints[name],
    }),
  ),
  'near-miss': maker<NearMissCode>(
    (name) => text.nearMisses[name][0],
    (name) => {
      const [got, want, related] = nearMisses[name];
      const pair = `${words.ui.got}: ${code(got)}. ${words.ui.want}: ${code(want)}.`;
      const says = words.nearMisses[name](code(got), code(want));
      return { text: [says, text.nearMisses[name][1], pair], place: [null, related] };
    },
  ),
  note: maker<NoteCode>(
    (name) => text.labels.noteTitles[name],
    (name) => ({ text: [text.notes[name][0]], act: text.notes[name][1], place: notes[name] }),
  ),
  step: maker<StepId>(
    (name) => words.steps[name].title,
    (name) => ({ text: [words.steps[name].help, text.steps[name]], place: steps[name] }),
  ),
  header: maker<HeaderPage>(headerTitle, (name) => {
    const [line, ...place] = headers[name];
    return { text: [text.headers[name], code(line)], place };
  }),
});

/** Puts the pages of one language together from their texts, the panel's own words, and what is the same in all. */
export function pagesOf(text: PageWords, words: Words): Pages {
  const makers = makersOf(text, words);
  const { labels } = text;
  const split = (id: PageId): readonly [Kind, string] | null => {
    const [kind = '', name = ''] = id.split('/');
    return kind in makers ? [kind as Kind, name] : null;
  };
  const link = (id: PageId): Link => {
    const parts = split(id);
    return { id, title: parts === null ? labels.contents : makers[parts[0]].title(parts[1]) };
  };
  return {
    labels,
    page(id) {
      const parts = split(id);
      const [kind, name] = parts ?? ['learn', ''];
      const made: Parts = parts === null ? { text: [labels.contentsIntro] } : makers[kind].parts(name);
      const { facts } = made;
      const [spec = null, ...related] = facts ? [facts.spec, ...facts.related] : (made.place ?? []);
      return {
        ...link(id),
        code: parts === null || kind === 'learn' ? null : name,
        text: made.text,
        act: made.act ?? null,
        who: facts ? labels.who[facts.who] : null,
        spec,
        example: facts?.example ?? null,
        curl: facts?.curl ?? null,
        related: related.map(link),
      };
    },
    contents: (Object.keys(PAGE_IDS) as Kind[]).map((kind) => ({
      kind,
      title: labels.kinds[kind],
      links: PAGE_IDS[kind].map(link),
    })),
  };
}

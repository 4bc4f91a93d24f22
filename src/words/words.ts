import type { Fix } from '../advice/fix.ts';
import type { UnsafePolicyCode } from '../advice/unsafe-policy-error.ts';
import type { CauseCode, LookalikeCode, NearMissCode, NoteCode, RootHintCode } from '../diagnosis/codes.ts';
import type {
  BecauseCode,
  Certainty,
  Note,
  Phase,
  PreflightReason,
  StepId,
  UnsafeRule,
  Verdict,
} from '../diagnosis/diagnosis.ts';
import type { LanguageChoice } from '../settings/settings.ts';
import type { alternativeWords } from './en/alternatives.ts';
import type { handoverWords } from './en/handover.ts';
import type { headerWords } from './en/headers.ts';
import type { listWords } from './en/list.ts';
import type { pictureWords } from './en/picture.ts';
import type { policyWords } from './en/policy.ts';
import type { reportWords } from './en/report.ts';
import type { trialWords } from './en/trial.ts';
import type { uiWords } from './en/ui.ts';
import type { whatIfWords } from './en/what-if.ts';
import type { witnessWords } from './en/witness.ts';
import type { Told } from './told.ts';

/** Languages by their BCP 47 tag. */
export type Language = Exclude<LanguageChoice, 'auto'>;

/** Labels of the list, the filter, the servers, the settings and the help. */
export type ListWords = typeof listWords;
/** Every label of the panel. English says which there are. */
export type UiWords = typeof uiWords;
/** Text of the sequence diagram. */
export type PictureWords = typeof pictureWords;
/** A sentence for each header that matters to CORS. */
export type HeaderWords = Readonly<Record<keyof typeof headerWords, string>>;
/** Everything about handing over, opening a recording, and making a call again elsewhere. */
export type HandoverWords = typeof handoverWords;
/** Everything about trying a fix in the page. */
export type TrialWords = typeof trialWords;
/** The call site, and the witness in the page. */
export type WitnessWords = typeof witnessWords;
export type WhatIfWords = typeof whatIfWords;
export type PolicyWords = typeof policyWords;
export type AlternativeWords = typeof alternativeWords;
/** Every label of the reports that are copied. */
export type ReportWords = typeof reportWords;

export interface BecauseWords {
  readonly codes: Readonly<Record<BecauseCode, string>>;
  readonly rules: Readonly<Record<UnsafeRule, string>>;
  /** Why a call needs a preflight; `rule` is the text of the header's rule. */
  readonly reason: (reason: PreflightReason, rule: string) => string;
}

/** What happened, as the end of "… because", and whose turn it is. */
export interface LookalikeWords {
  readonly because: string;
  readonly turn: string;
}

export interface RootWords {
  /** A few words for the list, null where the header fault says more. */
  readonly title: ((detail: string | null) => string) | null;
  /** What is the matter, in one or two sentences. */
  readonly lead: (detail: string | null) => string;
  /** Where to look, how it usually comes about. */
  readonly more: string;
}

export interface StepWords {
  readonly title: string;
  readonly help: string;
}

/** Pieces that the sentences about a fault are put together from. `method` is null where it is not named. */
export interface ToldWords {
  /** "The server at …", "The server". */
  readonly server: (address: string | null) => string;
  /** What was answered, to stand after "answered". */
  readonly answered: (phase: Phase, method: string | null) => string;
  readonly callMethod: (method: string | null) => string;
  readonly consequence: (phase: Phase, method: string | null) => string;
  readonly originIs: (origin: string | null) => string;
}

export type NotByHeaders = Extract<Fix, { kind: 'not-by-headers' }>['why'];

/** Why no configuration can be written; each may begin a sentence's second half. */
export type RefusedPolicyWords = Readonly<Record<UnsafePolicyCode, (value: string) => string>>;

export interface FixWords {
  readonly answer: Readonly<Record<'preflight' | 'actual', string>>;
  readonly status: (status: number, was: number) => string;
  readonly remove: (line: string) => string;
  readonly add: (line: string) => string;
  readonly replace: (line: string, was: string) => string;
  /** In place of the advice, where it stands above already. */
  readonly firstAbove: string;
  /** After `ui.recipeFailed`. */
  readonly refusedPolicy: RefusedPolicyWords;
  /** "The server at … must change this in its answer to …"; one server or several. Null where what follows names the answers. */
  readonly mustChange: (servers: readonly string[], where: 'preflight' | 'actual' | 'both' | null) => string;
  readonly first: (advice: string) => string;
  readonly wildcard: string;
  readonly otherOrigins: string;
  readonly credentialsIncluded: string;
  readonly credentialsLeftOut: string;
  readonly noneNeeded: string;
  readonly notByHeaders: Readonly<Partial<Record<NotByHeaders, string>>>;
  readonly elseBlocked: string;
  readonly elseFailed: string;
}

export interface SentenceWords {
  /** "The GET to `…`", at the beginning of a sentence. */
  readonly theCall: (method: string, url: string) => string;
  readonly blockedBare: (call: string) => string;
  readonly failedBare: (call: string) => string;
  readonly lookalike: (parts: {
    readonly call: string;
    readonly duringPreflight: boolean;
    readonly words: LookalikeWords;
    /** As code, null for none. */
    readonly evidence: string | null;
  }) => string;
  readonly outcomes: Readonly<Record<Verdict, string>>;
  /** `cause` is the fault's own text. */
  readonly unseen: (call: string, cause: string | null) => string;
  /** A redirect that passed, and that the script did not want followed. */
  readonly notFollowed: (call: string) => string;
  readonly undecided: (call: string, included: string, leftOut: string, cause: string | null) => string;
  readonly websocket: (server: string) => string;
  /** What to do about a WebSocket of which nothing is known but that it did not open. */
  readonly websocketTurn: string;
  readonly navigation: (call: string) => string;
  readonly allowed: (parts: {
    readonly server: string;
    readonly method: string | null;
    readonly status: number | null;
    readonly redirects: number;
    /** The header that allowed it, as code. */
    readonly by: string | null;
  }) => string;
  readonly preflight: Readonly<Record<'sent' | 'cached' | 'simple' | 'unseen', string>>;
  /** Which earlier answer was still remembered; both in seconds. */
  readonly cachedBy: (remaining: number, lifetime: number) => string;
  readonly cachedBefore: string;
  /** What fails first under the other reading of the credentials mode: without them, or with them. */
  readonly otherReading: (without: boolean, other: string) => string;
  readonly outdated: string;
  readonly errorStatus: string;
  readonly opaque: (call: string) => string;
  /** The script asked for `redirect: "manual"`, and was redirected. */
  readonly opaqueRedirect: (call: string) => string;
  readonly pending: (call: string, waitsFor: 'rest' | 'preflight' | 'answer') => string;
}

export interface ShortWords {
  readonly blocked: string;
  readonly failed: string;
  readonly unseenEnd: string;
  readonly undecided: string;
  readonly notSubject: string;
  readonly passed: string;
  readonly everybody: string;
  readonly thisOrigin: string;
  readonly opaque: string;
  readonly opaqueRedirect: string;
  readonly waitingPreflight: string;
  readonly waitingAnswer: string;
}

/** All that is ever said, in one language. Plain text; what is typed exactly so stands between backticks. */
export interface Words {
  readonly language: Language;
  /** A header line as code; an empty value is said in words, since nothing would be seen. */
  readonly headerLine: (name: string, value: string) => string;
  /** "without `X`" or "with `X: y`". */
  readonly received: (name: string, got: string | null) => string;
  readonly because: BecauseWords;
  readonly causes: Readonly<Record<CauseCode, (told: Told) => string>>;
  readonly titles: Readonly<Record<CauseCode | LookalikeCode, string>>;
  readonly lookalikes: Readonly<Record<LookalikeCode, LookalikeWords>>;
  readonly nearMisses: Readonly<Record<NearMissCode, (got: string, want: string) => string>>;
  readonly nothing: string;
  readonly notes: Readonly<Record<NoteCode, (note: Note) => string>>;
  readonly roots: Readonly<Record<RootHintCode, RootWords>>;
  readonly steps: Readonly<Record<StepId, StepWords>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly certainties: Readonly<Record<Certainty, string>>;
  readonly told: ToldWords;
  readonly fixes: FixWords;
  readonly sentences: SentenceWords;
  readonly short: ShortWords;
  readonly headers: HeaderWords;
  readonly picture: PictureWords;
  readonly handover: HandoverWords;
  readonly report: ReportWords;
  readonly trial: TrialWords;
  readonly witness: WitnessWords;
  readonly whatIf: WhatIfWords;
  readonly policy: PolicyWords;
  readonly alternatives: AlternativeWords;
  readonly ui: UiWords;
}

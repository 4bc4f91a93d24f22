import { UNSAFE_POLICY_CODES } from '../../../src/advice/unsafe-policy-error.ts';
import {
  CAUSE_CODES,
  LOOKALIKE_CODES,
  NEAR_MISS_CODES,
  NOTE_CODES,
  ROOT_HINT_CODES,
} from '../../../src/diagnosis/codes.ts';
import type { Diagnosis, Phase, Verdict } from '../../../src/diagnosis/diagnosis.ts';
import {
  causeTitle,
  changeText,
  faultText,
  fixIntro,
  headersIntro,
  nearMissText,
  noteText,
  preflightReasonText,
  rootText,
  sentence,
  shortReason,
} from '../../../src/words/explain.ts';
import { words } from '../../../src/words/language.ts';
import { API, BLOCKED, call, PAGE } from '../../fixtures/panel-page/calls.ts';
import { blockedBy, diagnosisWith, faultWith } from './diagnoses.ts';

/** Name of a text to the text, in the language in use. */
export type Texts = ReadonlyMap<string, string>;

// Stand for what a label is filled with; a function that expects a number writes NaN for them, in every language.
const FILLERS = ['⟦1⟧', '⟦2⟧', '⟦3⟧'];

/** Every string below a value; functions are called with the fillers, and once more with the counts one and two. */
function* walk(value: unknown, name: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [name, value];
  else if (typeof value === 'function') {
    for (const given of [FILLERS, [1, 1, 1], [2, 2, 2]]) {
      const said: unknown = value(...given);
      if (typeof said === 'string') yield [`${name}(${given[0]})`, said];
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${name}.${key}`);
  }
}

const phases: readonly Phase[] = ['preflight', 'redirect', 'response'];
const verdicts: readonly Verdict[] = ['allowed', 'blocked', 'failed', 'opaque', 'pending', 'undecided'];
const exchange = call({ id: '1', method: 'PUT', answer: { status: 404, headers: {} }, error: BLOCKED });
const withCredentials = { value: true, from: 'seen', because: { code: 'cookie-sent' } } as const;

function* sentences(): Generator<readonly [string, string]> {
  for (const code of CAUSE_CODES) {
    for (const phase of phases) {
      const full = faultWith({ code, phase, got: '⟦got⟧, *', want: '⟦want⟧' });
      const bare = faultWith({ code, phase });
      yield [`cause ${code} ${phase}`, sentence(exchange, blockedBy(full, { credentials: withCredentials }))];
      yield [`cause ${code} ${phase} bare`, faultText(bare, blockedBy(bare))];
    }
    const unseen = blockedBy(faultWith({ code }), { verdict: 'undecided' });
    const readings = { withCredentials: 'blocked', without: 'allowed' } as const;
    yield [`undecided ${code}`, sentence(exchange, unseen)];
    yield [`undecided ${code} with readings`, sentence(exchange, { ...unseen, readings })];
  }
  for (const code of LOOKALIKE_CODES) {
    for (const during of ['preflight', 'actual'] as const) {
      const lookalike = { code, during, hop: 0, evidence: '⟦evidence⟧' };
      yield [`lookalike ${code} ${during}`, sentence(exchange, diagnosisWith({ verdict: 'failed', lookalike }))];
    }
  }
  const socket = { value: 'websocket', from: 'seen', because: { code: 'initiator' } } as const;
  const unopened = { code: 'other-failure', during: 'actual', hop: 0, evidence: '⟦evidence⟧' } as const;
  yield [
    'lookalike of a websocket',
    sentence(exchange, diagnosisWith({ verdict: 'failed', lookalike: unopened, mode: socket })),
  ];
  const special: readonly (readonly [string, Partial<Diagnosis>])[] = [
    ['websocket', { mode: socket }],
    ['navigation', { mode: { value: 'navigate', from: 'seen', because: { code: 'initiator' } } }],
    ['simple', { preflight: { ...diagnosisWith({}).preflight, absentBecause: 'simple' } }],
    ['cached', { preflight: { ...diagnosisWith({}).preflight, absentBecause: 'cached' } }],
    ['preflighted', { preflight: { ...diagnosisWith({}).preflight, sent: true } }],
  ];
  for (const [name, parts] of special)
    yield [`allowed ${name}`, sentence(exchange, diagnosisWith({ ...parts, verdict: 'allowed' }))];
  for (const verdict of verdicts) {
    yield [`bare ${verdict}`, sentence(exchange, diagnosisWith({ verdict }))];
    yield [`short ${verdict}`, shortReason(exchange, diagnosisWith({ verdict }))];
  }
}

function* remarks(): Generator<readonly [string, string]> {
  for (const code of [...CAUSE_CODES, ...LOOKALIKE_CODES]) yield [`title ${code}`, causeTitle(code)];
  for (const code of NEAR_MISS_CODES) yield [`near miss ${code}`, nearMissText({ code, got: '⟦got⟧', want: '⟦want⟧' })];
  for (const detail of [null, '⟦detail⟧', '403']) {
    for (const code of NOTE_CODES) {
      yield [`note ${code} ${detail}`, noteText({ code, hop: 0, pointer: null, detail })];
      const pointer = { hop: 0, message: 'preflight-response', header: 'x' } as const;
      yield [`note of a preflight ${code} ${detail}`, noteText({ code, hop: 0, pointer, detail })];
    }
    for (const code of ROOT_HINT_CODES) {
      yield [`root ${code} ${detail}`, rootText({ code, detail })];
      yield [`root title ${code} ${detail}`, words().roots[code].title?.(detail) ?? '–'];
    }
  }
  yield ['reason header', preflightReasonText({ code: 'header', name: '⟦name⟧', rule: 'unsafe-byte' })];
  yield ['reason method', preflightReasonText({ code: 'method', method: '⟦method⟧' })];
  for (const code of ['upload-listener', 'upload-stream', 'upload', 'unknown'] as const)
    yield [`reason ${code}`, preflightReasonText({ code })];
}

function* fixes(): Generator<readonly [string, string]> {
  const change = { hop: 0, response: 'actual', header: 'Vary', value: '⟦value⟧' } as const;
  const status = { hop: 0, response: 'preflight', status: 204, was: 405 } as const;
  yield ['change add', changeText({ ...change, operation: 'set', was: null })];
  yield ['change replace', changeText({ ...change, operation: 'set', was: '⟦was⟧' })];
  yield ['change remove', changeText({ ...change, operation: 'remove', was: '⟦was⟧' })];
  yield ['change empty', changeText({ ...change, operation: 'remove', was: '' })];
  yield ['change status', changeText(status)];
  for (const value of ['*', PAGE]) {
    const allow = { ...change, header: 'Access-Control-Allow-Origin', value, operation: 'set', was: null } as const;
    const fix = { kind: 'headers', changes: [allow], hygiene: [], proven: true } as const;
    const plain = { ...fix, status: [], assumed: [], alsoFirst: null } as const;
    const more = { ...fix, status: [status], assumed: ['credentials'], alsoFirst: 'server-failed' } as const;
    yield [`fix ${value}`, fixIntro(plain, exchange, diagnosisWith({}))];
    for (const placed of [false, true])
      yield [`fix ${value}, headers ${placed ? '' : 'not '}placed`, headersIntro(more, exchange, placed).lead];
    yield [`fix ${value} and more`, fixIntro(more, exchange, diagnosisWith({}))];
  }
  yield ['no fix', fixIntro({ kind: 'none-needed' }, exchange, diagnosisWith({}))];
}

/** Every text there is, in the language in use, filled with the same values whatever the language. */
export function allTexts(): Texts {
  const {
    ui,
    report,
    picture,
    because,
    verdicts: verdictWords,
    certainties,
    steps,
    fixes: fixWords,
    sentences: s,
  } = words();
  // Filled with codes, not with text; the codes are walked here.
  const { troubleWhy, troubleDo, ...labels } = ui;
  const { label, ...pictureLabels } = picture;
  const troubles = [
    'worker-lost',
    'extension-reloaded',
    'host-permission-missing',
    'version-mismatch',
    'internal-error',
  ];
  return new Map([
    ...walk(labels, 'ui'),
    ...troubles.flatMap((code) => [
      [`trouble ${code}`, troubleWhy(code as 'worker-lost')] as const,
      [`trouble ${code} do`, troubleDo(code as 'worker-lost')] as const,
    ]),
    ...walk(report, 'report'),
    ...walk(pictureLabels, 'picture'),
    ['picture label', label('⟦1⟧', '⟦2⟧')],
    ...walk({ codes: because.codes, rules: because.rules, verdictWords, certainties, steps }, 'words'),
    ...walk({ notByHeaders: fixWords.notByHeaders, else: [fixWords.elseBlocked, fixWords.elseFailed] }, 'fix'),
    ...UNSAFE_POLICY_CODES.map((code) => [`refused ${code}`, fixWords.refusedPolicy[code]('⟦value⟧')] as const),
    ...walk(s.outcomes, 'outcome'),
    [
      'several servers',
      fixWords.mustChange([`The server at ${API}`, `The server at ${PAGE}`], 'both').replace(/The server at /gi, ''),
    ],
    ...sentences(),
    ...remarks(),
    ...fixes(),
  ]);
}

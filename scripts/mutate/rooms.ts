/** What is broken on purpose, and which tests have to notice. */
export interface Room {
  readonly name: string;
  /** Globs of the files that are broken, from the root. */
  readonly broken: readonly string[];
  /** Globs of the tests that are run, with `!` those that are not: those of the room itself, and of rooms that are there to show its work. */
  readonly tests: readonly string[];
  /** Stryker's names of what is not tried here. */
  readonly leftOut: readonly string[];
}

const own = (name: string): string => `test/unit/${name}/**/*.test.ts`;
const WRITING = ['src/advice/curl.ts', 'src/advice/shell-quote.ts'];
const OF_REPRODUCE = ['reproduce', 'reproduce-request', 'shell-quote', 'curl'].map(
  (name) => `test/unit/advice/${name}.test.ts`,
);

export const ROOMS: readonly Room[] = [
  { name: 'cors', broken: ['src/cors/**/*.ts'], tests: [own('cors')], leftOut: [] },
  { name: 'exchange', broken: ['src/exchange/**/*.ts'], tests: [own('exchange')], leftOut: [] },
  {
    name: 'diagnosis',
    broken: ['src/diagnosis/**/*.ts'],
    // Without its properties and the recorded files: they take longer than all others, and only few places need them.
    tests: [
      own('diagnosis'),
      '!test/unit/diagnosis/properties.test.ts',
      'test/unit/words/sentence.test.ts',
      'test/unit/witness/page-call.test.ts',
    ],
    leftOut: [],
  },
  {
    name: 'advice',
    broken: ['src/advice/*.ts', ...WRITING.map((file) => `!${file}`)],
    // Redaction lives here and is tested where most of it is used.
    tests: [
      own('advice'),
      own('fixes'),
      'test/unit/report/redaction.test.ts',
      ...OF_REPRODUCE.map((file) => `!${file}`),
    ],
    leftOut: [],
  },
  {
    // Its tests start real shells, which is too slow for the whole of src/advice.
    name: 'reproduce',
    broken: ['src/advice/reproduce/**/*.ts', ...WRITING],
    tests: [...OF_REPRODUCE],
    leftOut: [],
  },
  {
    name: 'servers',
    broken: ['src/advice/servers/**/*.ts'],
    tests: ['test/unit/advice/recipes.test.ts', 'test/unit/advice/node-http.test.ts'],
    // Their text is configuration of real servers: those run it (docs/servers.md), no unit test could judge it.
    leftOut: ['StringLiteral'],
  },
];

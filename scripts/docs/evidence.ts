import { BROWSER_CODES } from '../../src/diagnosis/browser-codes.ts';
import type { CauseCode, LookalikeCode } from '../../src/diagnosis/codes.ts';
import { NOT_PROVOKED } from '../../test/lab/not-provoked.ts';
import type { Scenario } from '../../test/lab/scenario.ts';
import { families } from '../../test/lab/scenarios/families.ts';

type Code = CauseCode | LookalikeCode;

const SCENARIOS: readonly Scenario[] = families.flatMap((family) => family.scenarios);

/** Every scenario of the lab by its id. */
export const scenarioById: ReadonlyMap<string, Scenario> = new Map(
  SCENARIOS.map((scenario) => [scenario.id, scenario]),
);

/** The lab's scenarios in which either browser ends with this cause. */
export const scenariosOf = (code: Code): readonly Scenario[] =>
  SCENARIOS.filter(({ expect }) => expect.cause === code || expect.inFirefox?.cause === code);

const causeIn = (expect: Scenario['expect'], browser: 'chromium' | 'firefox'): Scenario['expect']['cause'] =>
  browser === 'firefox' && expect.inFirefox?.cause !== undefined ? expect.inFirefox.cause : expect.cause;

export const notProvoked = (code: Code): string | null => NOT_PROVOKED[code] ?? null;

/** What the browsers call it: their usual name first, then those that the lab's scenarios showed besides. */
export function namesOf(code: Code, browser: 'chromium' | 'firefox'): readonly string[] {
  const usual = code in BROWSER_CODES ? BROWSER_CODES[code as CauseCode][browser] : null;
  const seen = SCENARIOS.filter(({ expect }) => causeIn(expect, browser) === code).flatMap(
    ({ expect }) => expect[browser] ?? [],
  );
  return [...new Set([...(usual === null ? [] : [usual]), ...seen])];
}

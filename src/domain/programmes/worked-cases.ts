/*
 * A template says with examples what its rules mean: "left reception on 21 May 2025: may join on 21 November
 * 2026 and not the day after". They are tried whenever the template is checked, so that a changed rule shows at
 * once whom it treats differently.
 */
import { eligibleUntil } from './eligible-until.ts';
import { evaluateEligibility, type Situation } from './evaluate-eligibility.ts';
import type { ProgrammeFacts } from './programme-fact.ts';
import type { ProgrammeTemplate, WorkedCase } from './programme-template.ts';

export interface TriedCase {
  title: string;
  isMet: boolean;
  /** What the rules answered, in the shape of `expects`. */
  got: {
    outcome: 'eligible' | 'notEligible' | 'missing';
    failed: string[];
    missing: string[];
    warnings: string[];
    until?: string | undefined;
    otherwise?: string | undefined;
  };
}

export function parameterValues(
  template: Pick<ProgrammeTemplate, 'parameters'>,
  changed: Readonly<Record<string, number>> = {},
): Record<string, number> {
  return {
    ...Object.fromEntries(template.parameters.map((one) => [one.code, one.value])),
    ...changed,
  };
}

const isSame = (wanted: readonly string[] | undefined, got: readonly string[]) =>
  wanted === undefined || [...wanted].sort().join() === [...got].sort().join();

export function tryWorkedCase(template: ProgrammeTemplate, worked: WorkedCase): TriedCase {
  const path = template.paths.find((one) => one.code === worked.path);
  const rules = path?.eligibility ?? template.eligibility;
  if (!rules) throw new Error(`${template.code} has a worked case and no rules`);
  const situation: Situation = {
    facts: worked.facts as ProgrammeFacts,
    on: worked.on,
    parameters: parameterValues(template, worked.parameters),
  };
  const { outcome, failed, missing, warnings } = evaluateEligibility(rules, situation);
  const until = eligibleUntil(rules, situation);
  const otherwise = outcome === 'notEligible' ? path?.otherwise : undefined;
  const { expects } = worked;
  const isMet =
    expects.outcome === outcome &&
    isSame(expects.failed, failed) &&
    isSame(expects.missing, missing) &&
    isSame(expects.warnings, warnings) &&
    (expects.until === undefined || expects.until === until) &&
    (expects.otherwise === undefined || expects.otherwise === otherwise);
  return {
    title: worked.title.en,
    isMet,
    got: { outcome, failed, missing, warnings, until, otherwise },
  };
}

import { join } from 'node:path';
import { loadResources } from '#core/resources/load-resources.ts';
import type { DeadlineRule } from '#domain/deadlines/deadline-rule.ts';
import { evaluateDeadlines, type Fact, type Mark } from '#domain/deadlines/evaluate-deadlines.ts';
import type { FactKind } from '#domain/deadlines/fact-kind.ts';
import { root } from '../rules/source-files.ts';

const { deadlineRules, holidays } = loadResources(join(root, 'resources'));

export { deadlineRules };

export interface Told {
  today?: string;
  legalStatus?: string;
  marks?: Mark[];
  rules?: readonly DeadlineRule[];
}

export const aFact = (kind: FactKind, on: string, more: Partial<Fact> = {}): Fact => ({
  kind,
  on,
  ...more,
});

export function deadlinesFrom(facts: Fact[], told: Told = {}) {
  const { today = '2026-11-21', legalStatus, marks = [], rules = deadlineRules } = told;
  return evaluateDeadlines(rules, { facts, legalStatus }, { today, holidays, marks });
}

/** The one deadline these facts make by a rule; anything else is a fault of the test. */
export function theOne(code: string, facts: Fact[], told: Told = {}) {
  const found = deadlinesFrom(facts, told).filter((one) => one.rule.code === code);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} deadlines of ${code}`);
  return found[0];
}

export const dueOf = (code: string, facts: Fact[], told: Told = {}) =>
  theOne(code, facts, told).due;

/*
 * Who of the register could join a programme today, and until when. Windows close without anybody noticing; so
 * the list begins with whom it closes for first, and names the one missing fact where that is all that is
 * missing. It proposes and never enrols.
 */

import type { Candidate, EligibilityAnswer } from '#api/enrolments.ts';
import { ProcedureError } from '#api/errors.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { rulesOf } from '#domain/programmes/eligibility-rule.ts';
import { eligibleUntil } from '#domain/programmes/eligible-until.ts';
import { type Eligibility, evaluateEligibility } from '#domain/programmes/evaluate-eligibility.ts';
import type { Answer, ProgrammeFacts } from '#domain/programmes/programme-fact.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import { parameterValues } from '#domain/programmes/worked-cases.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { knownPeople, peopleWithOpenFile } from './facts-of-people.ts';
import { getProgramme, ruleInWords, withParameters } from './programmes.ts';

/** A programme without rules is open to everybody. */
const noRules: Eligibility = { outcome: 'eligible', failed: [], missing: [], warnings: [] };

function eligibilityIn(
  template: ProgrammeTemplate,
  facts: ProgrammeFacts,
  on: CalendarDate,
): Eligibility & { until?: CalendarDate } {
  if (!template.eligibility) return noRules;
  const situation = { facts, on, parameters: parameterValues(template) };
  const found = evaluateEligibility(template.eligibility, situation);
  const until = eligibleUntil(template.eligibility, situation);
  return { ...found, ...(until === undefined ? {} : { until }) };
}

export async function listCandidates(
  context: CoreContext,
  { id, offset, limit }: { id: string; offset: number; limit: number },
) {
  const { db } = registerOf(context);
  const { template } = await getProgramme(db, id);
  const today = context.ports.clock.today();
  const inside = await db
    .selectFrom('enrolment')
    .select('person_id')
    .where('programme_id', '=', id)
    .where('left_on', 'is', null)
    .execute();
  const enrolled = new Set(inside.map((row) => row.person_id));
  const people = (await peopleWithOpenFile(db)).filter((one) => !enrolled.has(one.personId));
  const answers = people.map((person) => ({
    person,
    found: eligibilityIn(template, person.facts, today),
  }));
  const counts = { eligible: 0, missing: 0, notEligible: 0 };
  for (const { found } of answers) counts[found.outcome] += 1;
  const items = answers
    .flatMap(({ person, found }): Candidate[] =>
      found.outcome === 'notEligible'
        ? []
        : [
            {
              personId: person.personId,
              listedName: person.listedName,
              caseNumber: person.caseNumber,
              outcome: found.outcome,
              missing: found.missing,
              ...(found.until === undefined ? {} : { until: found.until }),
            },
          ],
    )
    .sort(byUrgency);
  return { items: items.slice(offset, offset + limit), total: items.length, ...counts };
}

function byUrgency(a: Candidate, b: Candidate): number {
  if (a.outcome !== b.outcome) return a.outcome === 'eligible' ? -1 : 1;
  const [left, right] = [a.until ?? '9999', b.until ?? '9999'];
  if (left !== right) return left < right ? -1 : 1;
  return a.missing.length - b.missing.length;
}

export interface Asked {
  programmeId: string;
  personId: string;
  on: CalendarDate;
  answers: Readonly<Record<string, Answer>>;
}

/** What the rules say of one person, and the facts they said it from. Fails with `not_found`. */
export async function checkPerson(
  context: CoreContext,
  { programmeId, personId, on, answers }: Asked,
) {
  const { db } = registerOf(context);
  const { template } = await getProgramme(db, programmeId);
  const [person] = await knownPeople(db, [personId]);
  if (!person) throw new ProcedureError('not_found');
  const facts = { ...person.facts, answers };
  return { template, facts, found: eligibilityIn(template, facts, on) };
}

export async function checkEligibility(
  context: CoreContext,
  asked: Asked,
): Promise<EligibilityAnswer> {
  const { template, found } = await checkPerson(context, asked);
  const rules = template.eligibility ? rulesOf(template.eligibility) : [];
  const inWords = (codes: string[]) =>
    rules.filter((rule) => codes.includes(rule.code)).map(ruleInWords);
  return {
    outcome: found.outcome,
    failed: inWords(found.failed),
    missing: found.missing,
    warnings: inWords(found.warnings),
    ...(found.until === undefined ? {} : { until: found.until }),
  };
}

/** Of those enrolled now, whom other parameters would treat otherwise on the day they joined. */
export async function previewParameters(
  context: CoreContext,
  { id, parameters }: { id: string; parameters: Record<string, number> },
) {
  const { db } = registerOf(context);
  const { template } = await getProgramme(db, id);
  const changed = withParameters(template, parameters);
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person_line', 'person_line.person_id', 'enrolment.person_id')
    .select(['enrolment.person_id', 'listed_name', 'enrolled_on', 'eligibility'])
    .where('programme_id', '=', id)
    .where('left_on', 'is', null)
    .orderBy('sort_name')
    .execute();
  return {
    changed: rows.flatMap((row) => {
      const { facts } = JSON.parse(row.eligibility) as { facts: ProgrammeFacts };
      const before = eligibilityIn(template, facts, row.enrolled_on).outcome;
      const after = eligibilityIn(changed, facts, row.enrolled_on).outcome;
      if (before === after) return [];
      return [{ personId: row.person_id, listedName: row.listed_name, before, after }];
    }),
  };
}

/*
 * Programmes this association runs. Each holds a copy of its template as it was when it began: a template that
 * comes with a newer program must not change who was entitled to join last year.
 */
import { ProcedureError } from '#api/errors.ts';
import type { ListedProgramme, Programme, RuleInWords } from '#api/programmes.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { type EligibilityRule, rulesOf } from '#domain/programmes/eligibility-rule.ts';
import {
  type ProgrammeTemplate,
  programmeTemplate,
} from '#domain/programmes/programme-template.ts';
import { stageFunnel } from '#domain/programmes/stage-funnel.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { ProgrammeTable } from '../database/tables/programme-tables.ts';

export interface RunningProgramme {
  row: ProgrammeTable;
  template: ProgrammeTemplate;
}

export function isBefore(from: CalendarDate | undefined, to: CalendarDate | undefined): boolean {
  return from !== undefined && to !== undefined && to < from;
}

/** Fails with `not_found`. */
export async function getProgramme(db: Db, id: string): Promise<RunningProgramme> {
  const row = await db.selectFrom('programme').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return { row, template: programmeTemplate.parse(JSON.parse(row.definition)) };
}

async function countsOf(db: Db) {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person_line', 'person_line.person_id', 'enrolment.person_id')
    .select((eb) => [
      'programme_id',
      eb.fn.sum<number>('is_waiting').as('waiting'),
      eb.fn.countAll<number>().as('present'),
    ])
    .where('left_on', 'is', null)
    .groupBy('programme_id')
    .execute();
  return new Map(rows.map((row) => [row.programme_id, row]));
}

function lineOf(
  { row, template }: RunningProgramme,
  counts: { waiting: number; present: number } | undefined,
): ListedProgramme {
  const waiting = counts?.waiting ?? 0;
  return {
    id: row.id,
    name: row.name,
    templateName: template.name,
    kinds: template.kinds,
    ...(row.from_on === null ? {} : { from: row.from_on }),
    ...(row.to_on === null ? {} : { to: row.to_on }),
    isOpen: row.is_open === 1,
    enrolled: (counts?.present ?? 0) - waiting,
    waiting,
  };
}

/** Open ones first, then by name. */
export async function listProgrammes(context: CoreContext) {
  const { db } = registerOf(context);
  const rows = await db
    .selectFrom('programme')
    .selectAll()
    .orderBy('is_open', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute();
  const counts = await countsOf(db);
  return {
    items: rows.map((row) =>
      lineOf(
        { row, template: programmeTemplate.parse(JSON.parse(row.definition)) },
        counts.get(row.id),
      ),
    ),
  };
}

export const ruleInWords = (rule: EligibilityRule): RuleInWords => ({
  code: rule.code,
  says: rule.says,
  ...(rule.quote === undefined ? {} : { quote: rule.quote }),
  ...(rule.summary === undefined ? {} : { summary: rule.summary }),
  source: rule.source,
  ...(rule.caution === undefined ? {} : { caution: rule.caution }),
});

/** For each enrolment that is no waiting place, the furthest stage it reached. */
async function furthestStages(db: Db, id: string, stages: readonly string[]) {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person_line', 'person_line.person_id', 'enrolment.person_id')
    .leftJoin('enrolment_stage', 'enrolment_stage.enrolment_id', 'enrolment.id')
    .select(['enrolment.id', 'stage', 'left_on', 'override_reason'])
    .where('programme_id', '=', id)
    .where('is_waiting', '=', 0)
    .execute();
  const furthest = new Map<string, number>();
  for (const row of rows) {
    const at = Math.max(furthest.get(row.id) ?? 0, stages.indexOf(row.stage ?? ''));
    furthest.set(row.id, at);
  }
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  return {
    furthest: [...furthest.values()].map((index) => stages[index] ?? ''),
    overridden: once.filter((row) => row.override_reason !== null).length,
    left: once.filter((row) => row.left_on !== null).length,
  };
}

export async function describeProgramme(
  context: CoreContext,
  { id }: { id: string },
): Promise<Programme> {
  const { db } = registerOf(context);
  const programme = await getProgramme(db, id);
  const { row, template } = programme;
  const codes = template.stages.map((stage) => stage.code);
  const { furthest, overridden, left } = await furthestStages(db, id, codes);
  const funnel = stageFunnel(codes, furthest);
  return {
    ...lineOf(programme, (await countsOf(db)).get(id)),
    templateCode: template.code,
    about: template.about,
    funder: template.funder,
    ...(row.grant_code === null ? {} : { grantCode: row.grant_code }),
    source: template.source,
    checkedOn: template.checkedOn,
    stages: template.stages.map((stage, index) => ({
      ...stage,
      reached: funnel[index]?.reached ?? 0,
      lost: funnel[index]?.lost ?? 0,
    })),
    indicators: template.indicators.map(({ code, name, funderCode, target }) => ({
      code,
      name,
      ...(funderCode === undefined ? {} : { funderCode }),
      ...(target === undefined ? {} : { target }),
    })),
    parameters: template.parameters,
    questions: template.questions,
    rules: template.eligibility ? rulesOf(template.eligibility).map(ruleInWords) : [],
    hasBudget: template.budgets.length > 0,
    overridden,
    left,
  };
}

export interface Named {
  name: string;
  grantCode?: string | undefined;
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
}

export const columnsOf = ({ name, grantCode, from, to }: Named) => ({
  name,
  grant_code: grantCode ?? null,
  from_on: from ?? null,
  to_on: to ?? null,
});

/** The template with other values of its parameters. Fails with `unknown_code` for one it does not have. */
export function withParameters(
  template: ProgrammeTemplate,
  values: Readonly<Record<string, number>>,
): ProgrammeTemplate {
  const known = new Set(template.parameters.map((one) => one.code));
  const unknown = Object.keys(values).find((code) => !known.has(code));
  if (unknown !== undefined) throw new ProcedureError('unknown_code', { field: 'parameters' });
  const parameters = template.parameters.map((one) => {
    const value = values[one.code] ?? one.value;
    if (one.choices && !one.choices.includes(value)) {
      throw new ProcedureError('unknown_code', { field: 'parameters' });
    }
    return { ...one, value };
  });
  return { ...template, parameters };
}

export async function saveProgramme(
  context: CoreContext,
  { id, parameters, ...named }: Named & { id: string; parameters: Record<string, number> },
) {
  const { db } = registerOf(context);
  if (isBefore(named.from, named.to)) throw new ProcedureError('period_invalid');
  const { template } = await getProgramme(db, id);
  await db
    .updateTable('programme')
    .set({
      ...columnsOf(named),
      definition: JSON.stringify(withParameters(template, parameters)),
      ...changedNow(context),
    })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'programmes');
  return {};
}

export async function setOpen(context: CoreContext, id: string, isOpen: boolean) {
  const { db } = registerOf(context);
  await getProgramme(db, id);
  await db
    .updateTable('programme')
    .set({ is_open: Number(isOpen), ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'programmes');
  return {};
}

/*
 * Who is behind a figure, also one that is hidden in the report: somebody who answers for a number must be able to
 * check it. Only for those who see every case; each time leaves a line in the audit log, because a number that was
 * hidden from everybody is turned into names here.
 */
import type { OutputOf, ParsedInputOf, VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import { type ReportPlan, standardPlan } from '#domain/reports/report-plan.ts';
import type { Period } from '#domain/reports/summary.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { readPlan } from './plan-setup.ts';
import { findRelease } from './release-rows.ts';
import { printedCell } from './report-tables.ts';
import { peopleBehind } from './served-people.ts';

type Wanted = ParsedInputOf<VaultContract, 'figures.open'>;

/** Fails with `release_unknown`, `unknown_code`. */
export async function openFigure(
  context: CoreContext,
  wanted: Wanted,
): Promise<OutputOf<VaultContract, 'figures.open'>> {
  const { db } = registerOf(context);
  const kept = wanted.id ? await findRelease(db, wanted.id) : undefined;
  if (wanted.id && !kept) throw new ProcedureError('release_unknown');
  const period: Period = kept?.summary.period ?? wanted.period;
  const plan: ReportPlan = (kept ? kept.summary.plan : wanted.plan) ?? standardPlan;
  // Who came to an activity is read on its page, where guests are as well.
  if (plan.counts === 'activities') throw new ProcedureError('not_found');
  const { setup, indicators } = await readPlan(context, period, plan, []);
  const people = await peopleBehind(db, {
    period,
    indicators,
    axis: setup.axis,
    place: wanted.place,
    programmeId: plan.programmeId,
    areas: setup.areas,
  });
  const then = kept?.sent.cells[printedCell(wanted.place, setup)];
  return { people, ...(then === undefined ? {} : { countedThen: then }) };
}

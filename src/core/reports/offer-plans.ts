import type { OutputOf, VaultContract } from '#api/contract.ts';
import type { IndicatorList } from '#domain/indicators/indicator.ts';
import { type ReportPlan, standardPlan } from '#domain/reports/report-plan.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { listNationalityMaps } from './nationality-maps.ts';
import { listSavedPlans } from './saved-plans.ts';

/** The report that comes with a list: everything in it, with what the register cannot count beside it. */
const planOf = ({ code, tables, indicators }: IndicatorList): ReportPlan => ({
  list: code,
  tables: tables.length + indicators.length > 0 ? tables : standardPlan.tables,
  indicators: indicators.map(({ id }) => id),
});

export async function offerPlans(
  context: CoreContext,
): Promise<OutputOf<VaultContract, 'reportPlans.offer'>> {
  const { lists } = context.resources.indicators();
  const programmes = await registerOf(context)
    .db.selectFrom('programme')
    .select(['id', 'name'])
    .orderBy('name')
    .execute();
  return {
    lists: [...lists.values()].map((list) => ({
      code: list.code,
      name: list.name,
      about: list.about,
      source: list.source,
      checkedOn: list.checkedOn,
      ageBands: list.ageBands.map(({ code }) => code),
      plan: planOf(list),
      indicators: list.indicators.map(({ formula: _, partOf: __, shareOf: ___, ...one }) => one),
    })),
    programmes,
    maps: await listNationalityMaps(context),
    own: await listSavedPlans(context),
  };
}

import type { OutputOf, VaultContract } from '#api/contract.ts';
import type { IndicatorList } from '#domain/indicators/indicator.ts';
import { isOwnIndicatorId } from '#domain/programmes/programme-indicator.ts';
import { type ReportPlan, standardPlan } from '#domain/reports/report-plan.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { type CountedIndicator, indicatorsOfProgramme } from '../programmes/own-indicators.ts';
import { getAreas } from './area-map.ts';
import { listNationalityMaps } from './nationality-maps.ts';
import { listSavedPlans } from './saved-plans.ts';

/** The report that comes with a list: everything in it, with what the register cannot count beside it. */
const planOf = ({ code, tables, indicators }: IndicatorList): ReportPlan => ({
  list: code,
  tables: tables.length + indicators.length > 0 ? tables : standardPlan.tables,
  indicators: indicators.map(({ id }) => id),
});

const offered = ({
  formula: _,
  partOf: __,
  shareOf: ___,
  test: ____,
  activityFigure: _____,
  ...one
}: CountedIndicator) => one;

/** The age bands of the list most of its indicators are from; those of UNHCR where they are all its own. */
function listOf(ids: readonly string[]): string {
  const lists = ids.filter((id) => !isOwnIndicatorId(id)).map((id) => id.split('-')[0] ?? '');
  return lists[0] ?? standardPlan.list;
}

/** The report of a programme: its indicators, with ages and sexes of its people. */
async function offerProgramme(context: CoreContext, { id, name }: { id: string; name: string }) {
  const indicators = await indicatorsOfProgramme(context, id);
  const ids = indicators.map((one) => one.id);
  const plan: ReportPlan = {
    list: listOf(ids),
    programmeId: id,
    tables: [{ rows: 'ageBand', columns: 'sex' }],
    indicators: ids,
  };
  return { id, name, plan, indicators: indicators.filter(isOwn).map(offered) };
}

const isOwn = ({ id }: CountedIndicator) => isOwnIndicatorId(id);

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
      indicators: list.indicators.map(offered),
    })),
    programmes: await Promise.all(programmes.map((one) => offerProgramme(context, one))),
    maps: await listNationalityMaps(context),
    areas: await getAreas(registerOf(context).db),
    own: await listSavedPlans(context),
  };
}

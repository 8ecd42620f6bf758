import { ProcedureError } from '#api/errors.ts';
import type { NationalityMap } from '#api/report-plans.ts';
import type { Figure, Summary } from '#api/reports.ts';
import { percentage } from '#disclosure/derived-figures.ts';
import type { SentRelease } from '#disclosure/release.ts';
import type { Indicator, IndicatorList } from '#domain/indicators/indicator.ts';
import { isOwnIndicatorId } from '#domain/programmes/programme-indicator.ts';
import { ageAxis } from '#domain/reports/age-axis.ts';
import { areaCode } from '#domain/reports/area-map.ts';
import { type ReportPlan, tellsAreas } from '#domain/reports/report-plan.ts';
import type { Period } from '#domain/reports/summary.ts';
import type { CoreContext } from '../context.ts';
import { registerOf } from '../context.ts';
import {
  type CountedIndicator,
  indicatorsOfProgramme,
  isCounted,
} from '../programmes/own-indicators.ts';
import { getAreas } from './area-map.ts';
import { findNationalityMap } from './nationality-maps.ts';
import { activityDimension } from './participations.ts';
import { printedCell, type ReportSetup } from './report-tables.ts';
import { populationDimension } from './served-people.ts';

/** A plan with all that it names looked up. */
interface ReadPlan {
  plan: ReportPlan;
  list: IndicatorList;
  indicators: readonly CountedIndicator[];
  setup: ReportSetup;
  programme: string | undefined;
  /** Of which activities it is, where it is of those. */
  activity: string | undefined;
  map: NationalityMap | undefined;
}

/** Ages that earlier reports told apart, as the codes of their bands. */
function bandsTold(sent: readonly SentRelease[]): string[] {
  const codes = sent.flatMap(({ cells }) =>
    Object.keys(cells).flatMap((id) =>
      [...id.matchAll(/(?:^|\|)ageBand=([^|]+)/g)].map((m) => m[1] ?? ''),
    ),
  );
  return [...new Set(codes)];
}

/** Whether there is a number for it in a report by this plan. */
const isCountedBy = ({ counts }: ReportPlan, one: CountedIndicator): boolean =>
  counts === 'activities' ? one.activityFigure !== undefined : isCounted(one);

function populationOf({ counts, programmeId, activityId }: ReportPlan) {
  if (counts === 'activities') {
    return activityId ? { population: activityDimension(activityId) } : {};
  }
  return programmeId ? { population: populationDimension(programmeId) } : {};
}

/** Fails with `unknown_code` for a list, an indicator, a programme or a map that is not there. */
export async function readPlan(
  context: CoreContext,
  period: Period,
  plan: ReportPlan,
  sent: readonly SentRelease[],
): Promise<ReadPlan> {
  const { db } = registerOf(context);
  const { lists, byId } = context.resources.indicators();
  const list = lists.get(plan.list);
  const programme = plan.programmeId
    ? await db
        .selectFrom('programme')
        .select('name')
        .where('id', '=', plan.programmeId)
        .executeTakeFirst()
    : undefined;
  const activity = plan.activityId
    ? await db
        .selectFrom('activity')
        .select('title')
        .where('id', '=', plan.activityId)
        .executeTakeFirst()
    : undefined;
  const map = plan.nationalityMapId
    ? await findNationalityMap(db, plan.nationalityMapId)
    : undefined;
  const { areas } = tellsAreas(plan) ? await getAreas(db) : { areas: undefined };
  if (areas?.length === 0) throw new ProcedureError('unknown_code');
  const isLost = [
    [plan.programmeId, programme],
    [plan.activityId, activity],
    [plan.nationalityMapId, map],
  ].some(([wanted, found]) => wanted && !found);
  if (!list || isLost) {
    throw new ProcedureError('unknown_code');
  }
  const own =
    plan.programmeId && plan.indicators.some(isOwnIndicatorId)
      ? await indicatorsOfProgramme(context, plan.programmeId)
      : [];
  const known = plan.indicators.flatMap((id): CountedIndicator[] => {
    const found = own.find((one) => one.id === id) ?? byId.get(id);
    return found ? [found] : [];
  });
  if (known.length !== plan.indicators.length) throw new ProcedureError('unknown_code');
  const isOfActivities = plan.counts === 'activities';
  const counted = known.filter((one) => isCountedBy(plan, one));
  return {
    plan,
    list,
    indicators: known,
    programme: programme?.name,
    activity: isOfActivities ? (activity?.title ?? programme?.name ?? '') : undefined,
    map,
    setup: {
      period,
      axis: ageAxis(list.ageBands, bandsTold(sent)),
      tables: plan.tables,
      indicators: counted.map(({ id, partOf, isSensitive, breakdown }) => ({
        id,
        isSensitive,
        by: plan.by ?? breakdown,
        ...(partOf === undefined ? {} : { partOf }),
      })),
      ...populationOf(plan),
      ...(areas ? { areas } : {}),
      ...(map ? { nationalityGroups: map.groups.map(({ countries }) => countries) } : {}),
    },
  };
}

/** The figures of a report with the words of their funder, from printed numbers alone. */
function figuresOf(read: ReadPlan, setup: ReportSetup, summary: Summary): Figure[] {
  const shown = new Map(
    summary.tables
      .find(({ name }) => name === 'indicators')
      ?.rows.map(({ code, cells }) => [code, cells[0] ?? null]),
  );
  const printed: Record<string, number> = { ALL: summary.total };
  for (const [id, value] of shown) {
    if (value !== null) printed[printedCell({ [id]: 'yes' }, setup)] = value;
  }
  const share = ({ id, shareOf }: Indicator) => {
    if (!shareOf) return null;
    const of = shareOf === 'everybody' ? 'ALL' : printedCell({ [shareOf]: 'yes' }, setup);
    return percentage(printed, { part: printedCell({ [id]: 'yes' }, setup), of });
  };
  return read.indicators
    .filter((one) => isCountedBy(read.plan, one))
    .map((one): Figure => {
      const asked = read.setup.indicators.find(({ id }) => id === one.id);
      const given = setup.indicators.find(({ id }) => id === one.id);
      return {
        id: one.id,
        code: one.code,
        wording: one.wording,
        ...(one.countedAs ? { countedAs: one.countedAs } : {}),
        unit: one.unit,
        standing: one.standing,
        source: one.source,
        value: shown.get(one.id) ?? null,
        share: share(one),
        ...(one.shareOf ? { shareOf: one.shareOf } : {}),
        isReduced: (given?.by.length ?? 0) < (asked?.by.length ?? 0),
      };
    });
}

/** Words for the groups of nationalities that were printed, by their codes, which name who is in them. */
function groupNamesOf({ map }: ReadPlan, { tables }: Summary): Record<string, string> {
  const codes = tables
    .filter(({ rowsBy, columnsBy }) => rowsBy === 'nationality' || columnsBy === 'nationality')
    .flatMap(({ rows, columns }) => [...rows.map(({ code }) => code), ...columns]);
  const named = codes.flatMap((code) => {
    const first = code.split('+')[0] ?? '';
    const group =
      code.includes('+') && map?.groups.find(({ countries }) => countries.includes(first));
    return group ? [[code, group.name] as const] : [];
  });
  return Object.fromEntries(named);
}

const areaNamesOf = ({ areas = [] }: ReportSetup): Record<string, string> =>
  Object.fromEntries(areas.map(({ name }, at) => [areaCode(at), name]));

/** Adds to a protected summary what its plan says of it. */
export function withPlan(read: ReadPlan, setup: ReportSetup, summary: Summary): Summary {
  const { plan, list, programme, activity } = read;
  const title = plan.title ? { it: plan.title, en: plan.title } : list.name;
  return {
    ...summary,
    plan,
    title,
    ...(activity === undefined ? {} : { activity }),
    ...(programme === undefined || activity !== undefined ? {} : { programme }),
    figures: figuresOf(read, setup, summary),
    notComputed: read.indicators.flatMap((one) =>
      one.notComputed && !isCountedBy(plan, one)
        ? [{ id: one.id, code: one.code, wording: one.wording, why: one.notComputed }]
        : [],
    ),
    groupNames: { ...groupNamesOf(read, summary), ...areaNamesOf(setup) },
  };
}

/*
 * What a report is made of: whom it counts, when, which figures, broken down how. A coordinator puts it together
 * from lists, or takes the one that comes with a funder's list; either way it is protected, because nothing here
 * says how. Words of a plan name nobody: they are chosen and not typed, but for its title.
 */
import { z } from 'zod';
import { indicatorId, reportDimensions } from '../indicators/indicator.ts';
import { requiredText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

const dimension = z.enum(reportDimensions);

const tablePlan = z
  .strictObject({ rows: dimension, columns: dimension.optional() })
  .refine(({ rows, columns }) => rows !== columns, 'rows and columns are the same');

export const mostTables = 6;
export const mostIndicators = 40;

interface Countable {
  counts?: 'people' | 'activities' | undefined;
  activityId?: string | undefined;
  nationalityMapId?: string | undefined;
  tables: readonly { rows: string; columns?: string | undefined }[];
  by?: readonly string[] | undefined;
}

/** Guests have no nationality and no legal status here, and nobody asks them for one. */
function isOfActivities({ counts, activityId, nationalityMapId, tables, by = [] }: Countable) {
  if (counts !== 'activities') return activityId === undefined;
  const names = [...tables.flatMap(({ rows, columns }) => [rows, columns]), ...by];
  return (
    nationalityMapId === undefined &&
    names.every((name) => name === undefined || name === 'sex' || name === 'ageBand')
  );
}

export const reportPlan = z
  .strictObject({
    /** The list whose age bands are used, and that it was taken from where it was. */
    list: code,
    title: requiredText(120).optional(),
    /** Those in this programme; everybody served where it is absent. */
    programmeId: z.uuid().optional(),
    /** Whom it counts: people with a case file, or who came to activities. */
    counts: z.enum(['people', 'activities']).optional(),
    /** Of the activities this one alone. */
    activityId: z.uuid().optional(),
    tables: z.array(tablePlan).max(mostTables),
    indicators: z.array(indicatorId).max(mostIndicators),
    /** How each indicator is broken down; as its funder asks where it is absent. */
    by: z.array(dimension).max(2).optional(),
    /** Nationalities as groups of this map instead of one by one. */
    nationalityMapId: z.uuid().optional(),
  })
  .refine(
    ({ tables, indicators }) => tables.length + indicators.length > 0,
    'a report that counts nothing',
  )
  .refine(({ indicators }) => new Set(indicators).size === indicators.length, 'an indicator twice')
  .refine(({ by }) => by === undefined || new Set(by).size === by.length, 'broken down twice alike')
  .refine(isOfActivities, 'of who came to an activity only sex and age are known');
export type ReportPlan = z.infer<typeof reportPlan>;

/** Whether it tells where people live. */
export const tellsAreas = ({ tables, by }: ReportPlan): boolean =>
  by?.includes('area') === true ||
  tables.some(({ rows, columns }) => rows === 'area' || columns === 'area');

/** The summary that every association starts from: UNHCR's bands by sex, nationalities, legal statuses. */
export const standardPlan: ReportPlan = {
  list: 'UNHCR',
  tables: [{ rows: 'ageBand', columns: 'sex' }, { rows: 'nationality' }, { rows: 'legalStatus' }],
  indicators: [],
};

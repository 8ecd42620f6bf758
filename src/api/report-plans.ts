import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { areas } from '#domain/reports/area-map.ts';
import { nationalityMapDetails } from '#domain/reports/nationality-map.ts';
import { reportPlan } from '#domain/reports/report-plan.ts';
import { wordsInLanguages } from '#domain/vocabularies/words-in-languages.ts';
import { coordinators, procedure, reporting } from './procedure.ts';
import { period } from './reports.ts';

const bilingual = wordsInLanguages(z.string());

const offeredIndicator = z.strictObject({
  id: z.string(),
  code: z.string(),
  wording: bilingual,
  countedAs: bilingual.optional(),
  notComputed: bilingual.optional(),
  unit: z.string(),
  level: z.enum(['output', 'result']),
  breakdown: z.array(z.string()),
  source: z.string(),
  checkedOn: calendarDate,
  standing: z.enum(['official', 'awaitingCheck']),
  isSensitive: z.boolean(),
});

/** A funder's list, with the report that comes with it. */
const offeredList = z.strictObject({
  code: z.string(),
  name: bilingual,
  about: bilingual,
  source: z.string(),
  checkedOn: calendarDate,
  ageBands: z.array(z.string()),
  plan: reportPlan,
  indicators: z.array(offeredIndicator),
});
export type OfferedList = z.infer<typeof offeredList>;

/** A programme, with the report of its own and the indicators that no funder's list has. */
const offeredProgramme = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  plan: reportPlan,
  indicators: z.array(offeredIndicator),
});
export type OfferedProgramme = z.infer<typeof offeredProgramme>;

const nationalityMap = z.strictObject({
  id: z.uuid(),
  ...nationalityMapDetails.shape,
  frozenOn: calendarDate.optional(),
});
export type NationalityMap = z.infer<typeof nationalityMap>;

/** Towns told as areas; none where nobody has drawn them. */
const offeredAreas = z.strictObject({
  areas: z.array(z.strictObject({ name: z.string(), towns: z.array(z.string()) })),
  frozenOn: calendarDate.optional(),
});
export type OfferedAreas = z.infer<typeof offeredAreas>;

/** What a figure is about: the categories of its cell. */
const place = z
  .record(z.string().min(1).max(100), z.string().min(1).max(2000))
  .refine((one) => Object.keys(one).length <= 6, 'too many categories');

/** A report put together here, kept to be made again. */
const savedPlan = z.strictObject({ id: z.uuid(), plan: reportPlan });
export type SavedPlan = z.infer<typeof savedPlan>;

const personBehind = z.strictObject({
  personId: z.string(),
  listedName: z.string(),
  caseNumber: z.string(),
});

export const reportPlanProcedures = {
  'reportPlans.offer': procedure({
    input: z.strictObject({}),
    output: z.strictObject({
      lists: z.array(offeredList),
      /** Programmes that somebody is or was enrolled in. */
      programmes: z.array(offeredProgramme),
      maps: z.array(nationalityMap),
      areas: offeredAreas,
      own: z.array(savedPlan),
    }),
    role: reporting,
    kind: 'query',
  }),
  /** Under its title, which it must have. */
  'reportPlans.save': procedure({
    input: z.strictObject({ id: z.uuid().optional(), plan: reportPlan }),
    output: z.strictObject({ id: z.uuid() }),
    role: reporting,
    kind: 'mutation',
  }),
  'reportPlans.remove': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    role: reporting,
    kind: 'mutation',
  }),
  /** Fails with `map_in_use` once a report was sent with them. */
  'areaMaps.save': procedure({
    input: z.strictObject({ areas }),
    output: z.strictObject({}),
    role: reporting,
    kind: 'mutation',
  }),
  'nationalityMaps.save': procedure({
    input: z.strictObject({ id: z.uuid().optional(), details: nationalityMapDetails }),
    output: z.strictObject({ id: z.uuid() }),
    role: reporting,
    kind: 'mutation',
  }),
  /** The people a figure counts, also of a hidden one; of a report that was sent, as the register is now. */
  'figures.open': procedure({
    input: z.strictObject({
      period,
      plan: reportPlan.optional(),
      place,
      /** The report it was printed in. */
      id: z.string().min(1).max(60).optional(),
    }),
    output: z.strictObject({
      people: z.array(personBehind),
      /** What the report counted when it was sent. */
      countedThen: z.int().optional(),
    }),
    role: coordinators,
    kind: 'query',
  }),
};

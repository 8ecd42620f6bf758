import { z } from 'zod';
import {
  assessmentDetails,
  assessmentStates,
  domainScore,
} from '#domain/assessments/assessment.ts';
import { specificNeed, specificNeedTiers } from '#domain/assessments/specific-need.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { desk, procedure } from './procedure.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });
const byId = z.strictObject({ id: z.uuid() });

const assessment = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  revision: z.int(),
  state: z.enum(assessmentStates),
  details: assessmentDetails,
  missing: z.array(z.string()),
});
export type Assessment = z.infer<typeof assessment>;

const recordedSpecificNeed = z.strictObject({
  id: z.uuid(),
  need: specificNeed,
  tier: z.enum(specificNeedTiers),
  listVersion: z.string(),
  recordedBy: z.string(),
  endedOn: calendarDate.optional(),
});
export type RecordedSpecificNeed = z.infer<typeof recordedSpecificNeed>;

export const assessmentProcedures = {
  /** Newest first, drafts among them. */
  'assessments.list': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(assessment) }),
    role: desk,
    kind: 'query',
  }),
  'assessments.get': procedure({ input: byId, output: assessment, role: desk, kind: 'query' }),
  /** A new draft of today, or the draft that is already being written. */
  'assessments.start': procedure({
    input: ofPerson,
    output: byId,
    role: desk,
    kind: 'mutation',
  }),
  'assessments.save': procedure({
    input: z.strictObject({ id: z.uuid(), revision: z.int(), details: assessmentDetails }),
    output: z.strictObject({ revision: z.int(), missing: z.array(z.string()) }),
    role: desk,
    kind: 'mutation',
  }),
  /** From now on it counts in the charts and in plans. */
  'assessments.complete': procedure({
    input: byId,
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** A completed one becomes a draft again, to correct it. */
  'assessments.reopen': procedure({
    input: byId,
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** One domain, as it stands today: a completed assessment of its own. */
  'assessments.record': procedure({
    input: z.strictObject({ personId: z.uuid(), score: domainScore }),
    output: byId,
    role: desk,
    kind: 'mutation',
  }),
  /** Those of the restricted tier are there for coordinators only. */
  'specificNeeds.list': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(recordedSpecificNeed) }),
    role: desk,
    kind: 'query',
  }),
  'specificNeeds.record': procedure({
    input: z.strictObject({ personId: z.uuid(), need: specificNeed }),
    output: byId,
    role: desk,
    kind: 'mutation',
  }),
  'specificNeeds.close': procedure({
    input: z.strictObject({ id: z.uuid(), endedOn: calendarDate }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** For one recorded by mistake: nothing of it is kept. */
  'specificNeeds.remove': procedure({
    input: byId,
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};

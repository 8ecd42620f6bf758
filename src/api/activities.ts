import { z } from 'zod';
import {
  activityDetails,
  activityEvaluation,
  activityFollowUp,
  activityParts,
  countedGroup,
  countedGroups,
  guestDetails,
  mediaOutput,
  scoreTally,
} from '#domain/activities/activity.ts';
import { activityForm } from '#domain/activities/activity-form.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { clockTime } from '#domain/dates/clock-time.ts';
import { code } from '#domain/vocabularies/code.ts';
import { wordsInLanguages } from '#domain/vocabularies/words-in-languages.ts';
import { coordinators, desk, procedure } from './procedure.ts';

const one = z.strictObject({ id: z.uuid() });
const done = z.strictObject({});
const offset = z.int().min(0).max(1_000_000).default(0);
const limit = z.int().min(1).max(200).default(50);

const activityLine = z.strictObject({
  id: z.uuid(),
  details: activityDetails,
  programmeName: z.string().optional(),
  /** Named and counted. */
  participants: z.int(),
  sessions: z.int(),
});
export type ActivityLine = z.infer<typeof activityLine>;

const participant = z.strictObject({
  id: z.uuid(),
  part: z.enum(activityParts),
  /** Of somebody in the register. */
  personId: z.uuid().optional(),
  name: z.string(),
  guest: guestDetails.optional(),
  organisationName: z.string().optional(),
  /** Sessions they were present at. */
  present: z.int(),
  isSpokesperson: z.boolean(),
  /** Whether a consent for image and voice holds today. */
  mayBeShown: z.boolean(),
  evaluation: activityEvaluation.optional(),
  followUp: activityFollowUp.optional(),
});
export type ActivityParticipant = z.infer<typeof participant>;

const shownMedia = z.strictObject({
  id: z.uuid(),
  details: mediaOutput,
  spokesperson: z.string().optional(),
  /** Whoever speaks in it has taken back the consent: it is to be asked down. */
  isToBeTakenDown: z.boolean(),
});
export type ShownMedia = z.infer<typeof shownMedia>;

const activity = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  details: activityDetails,
  programmeName: z.string().optional(),
  workerName: z.string().optional(),
  partners: z.array(z.string()),
  isTraining: z.boolean(),
  isPublic: z.boolean(),
  sessions: z.array(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      on: calendarDate,
      start: clockTime.optional(),
      minutes: z.int().optional(),
      place: z.string().optional(),
      invited: z.int(),
      present: z.int(),
      counted: z.int().optional(),
    }),
  ),
  participants: z.array(participant),
  counts: z.array(countedGroup),
  scores: z.array(scoreTally),
  media: z.array(shownMedia),
  /** When people are asked whether they use what they learned; absent where nobody learned. */
  followUpOn: calendarDate.optional(),
  /** How content people are, from 1 to the highest step; absent while nobody said. */
  satisfaction: z.strictObject({ mean: z.number(), forms: z.int() }).optional(),
});
export type Activity = z.infer<typeof activity>;

const group = z.strictObject({
  sex: z.string(),
  band: z.string(),
  origin: z.string(),
  people: z.int(),
  useful: z.int(),
  usesSkills: z.int(),
});

const figures = z.strictObject({
  participants: z.int(),
  useful: z.int(),
  usesSkills: z.int(),
  volunteers: z.int(),
  /** Forms that were given back, and people who were asked some months later. */
  evaluated: z.int(),
  asked: z.int(),
  groups: z.array(group),
});
export type ActivityFigures = z.infer<typeof figures>;

const spokesperson = z.strictObject({
  participantId: z.uuid(),
  personId: z.uuid().optional(),
  name: z.string(),
  activityId: z.uuid(),
  activityTitle: z.string(),
  mayBeShown: z.boolean(),
  outputs: z.int(),
});
export type Spokesperson = z.infer<typeof spokesperson>;

const bandList = z.strictObject({
  code,
  name: wordsInLanguages(z.string()),
  bands: z.array(z.string()),
});

export const activityProcedures = {
  /** What is asked after an activity, and the lists of age bands people can be counted by. */
  'activities.form': procedure({
    input: done,
    output: z.strictObject({ form: activityForm, bandLists: z.array(bandList) }),
    role: desk,
    kind: 'query',
  }),
  /** Newest first. */
  'activities.list': procedure({
    input: z.strictObject({
      programmeId: z.uuid().optional(),
      kind: code.optional(),
      offset,
      limit,
    }),
    output: z.strictObject({ items: z.array(activityLine), total: z.int() }),
    role: desk,
    kind: 'query',
  }),
  'activities.get': procedure({ input: one, output: activity, role: desk, kind: 'query' }),
  /** Without an id it is a new one. */
  'activities.save': procedure({
    input: z.strictObject({
      id: z.uuid().optional(),
      revision: z.int().optional(),
      details: activityDetails,
    }),
    output: one,
    role: desk,
    kind: 'mutation',
  }),
  /** Only while nothing was noted of it; `activity_not_empty` otherwise. */
  'activities.remove': procedure({ input: one, output: done, role: desk, kind: 'mutation' }),
  'activities.restore': procedure({ input: one, output: done, role: desk, kind: 'mutation' }),
  /** All who were counted, in place of those before. */
  'activities.count': procedure({
    input: one.extend({ counts: countedGroups, scores: z.array(scoreTally).max(10) }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  /** True numbers, which stay in the window; what leaves is a report. */
  'activities.figures': procedure({
    input: one,
    output: figures,
    role: coordinators,
    kind: 'query',
  }),
  /** Somebody of the register, or a guest; with an id, a change of one. */
  'activityParticipants.save': procedure({
    input: z.union([
      z.strictObject({
        activityId: z.uuid(),
        personId: z.uuid(),
        part: z.enum(activityParts),
      }),
      z.strictObject({
        id: z.uuid().optional(),
        activityId: z.uuid(),
        guest: guestDetails,
        part: z.enum(activityParts),
      }),
    ]),
    output: one,
    role: desk,
    kind: 'mutation',
  }),
  /** What they answered; left out is left as it was, null takes it away. */
  'activityParticipants.record': procedure({
    input: one.extend({
      evaluation: activityEvaluation.nullable().optional(),
      followUp: activityFollowUp.nullable().optional(),
    }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  /** Fails with `image_consent_missing`. */
  'activityParticipants.speak': procedure({
    input: one.extend({ isSpokesperson: z.boolean() }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  'activityParticipants.remove': procedure({
    input: one,
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  'activityParticipants.restore': procedure({
    input: one,
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  'spokespeople.list': procedure({
    input: done,
    output: z.strictObject({ items: z.array(spokesperson) }),
    role: desk,
    kind: 'query',
  }),
  /** Fails with `image_consent_missing` where whoever speaks in it has none today. */
  'mediaOutputs.save': procedure({
    input: z.strictObject({
      id: z.uuid().optional(),
      activityId: z.uuid(),
      details: mediaOutput,
    }),
    output: one,
    role: desk,
    kind: 'mutation',
  }),
  'mediaOutputs.remove': procedure({ input: one, output: done, role: desk, kind: 'mutation' }),
  'mediaOutputs.restore': procedure({ input: one, output: done, role: desk, kind: 'mutation' }),
};

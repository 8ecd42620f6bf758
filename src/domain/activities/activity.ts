/*
 * What an association does besides following people one by one: trainings, peer reviews, visits, festivals,
 * campaigns (design of the programmes: `activities[]`, "no personal case needed"). Funders pay them by who came,
 * so participants are named or counted; named ones include staff of public offices, who have no case file and must
 * not get one. Dates, sessions and attendance are those of group meetings (`domain/services/session.ts`).
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { sexes } from '../people/person.ts';
import { longText, requiredText, shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

export const mostParticipants = 400;
const mostPartners = 30;

export const activityDetails = z
  .strictObject({
    /** Code of the vocabulary `activityKinds`. */
    kind: code,
    title: requiredText(160),
    programmeId: z.uuid().optional(),
    topic: shortText(160).optional(),
    /** The community of practice it belongs to. */
    community: shortText(160).optional(),
    place: shortText(160).optional(),
    territory: shortText(80).optional(),
    from: calendarDate,
    to: calendarDate,
    organiser: shortText(160).optional(),
    /** Of the directory. */
    partnerIds: z.array(z.uuid()).max(mostPartners).default([]),
    workerId: z.uuid().optional(),
    /** Helpers besides those who are named. */
    volunteers: z.int().min(0).max(10_000).default(0),
    /** The list whose age bands people are counted by: those of whoever pays. */
    bands: code,
    isCancelled: z.boolean().default(false),
    note: longText(2000).optional(),
  })
  .refine(({ from, to }) => from <= to, { message: 'ends before it begins', path: ['to'] })
  .refine(({ partnerIds }) => new Set(partnerIds).size === partnerIds.length, {
    message: 'a partner twice',
    path: ['partnerIds'],
  });
export type ActivityDetails = z.output<typeof activityDetails>;

/** Only the first are counted in reports: whoever teaches or helps did not come to learn. */
export const activityParts = ['participant', 'speaker', 'volunteer'] as const;
export type ActivityPart = (typeof activityParts)[number];

/** As bands are printed: `18-59`, `60+`, or `unknown`. */
const bandCode = z.string().regex(/^(\d{1,3}(-\d{1,3}|\+)|unknown)$/);

const imageConsent = z
  .strictObject({
    givenOn: calendarDate,
    way: z.enum(['signed', 'oral']),
    until: calendarDate.optional(),
    withdrawnOn: calendarDate.optional(),
  })
  .refine(({ givenOn, until }) => until === undefined || until >= givenOn, {
    message: 'ends before it begins',
    path: ['until'],
  });
export type ImageConsent = z.infer<typeof imageConsent>;

/** Somebody who has no case file here. */
export const guestDetails = z.strictObject({
  name: requiredText(160),
  /** The public office or body they work for. */
  organisationId: z.uuid().optional(),
  office: shortText(160).optional(),
  sex: z.enum(sexes).default('unknown'),
  band: bandCode.default('unknown'),
  origin: code.default('unknown'),
  /** To be seen and heard: separate from everything else they agreed to. */
  image: imageConsent.optional(),
});
export type GuestDetails = z.output<typeof guestDetails>;

export const activityEvaluation = z.strictObject({
  on: calendarDate,
  /** Code of an answer of the form. */
  useful: code.optional(),
  /** A step of its scale. */
  satisfaction: z.int().min(1).max(10).optional(),
});
export type ActivityEvaluation = z.infer<typeof activityEvaluation>;

export const activityFollowUp = z.strictObject({ on: calendarDate, usesSkills: code });
export type ActivityFollowUp = z.infer<typeof activityFollowUp>;

const people = z.int().min(0).max(100_000);

/** People who were counted at the door, and what they answered on forms without a name. */
export const countedGroup = z
  .strictObject({
    sex: z.enum(sexes),
    band: bandCode,
    origin: code,
    people,
    useful: people.default(0),
    usesSkills: people.default(0),
  })
  .refine((one) => one.useful <= one.people && one.usesSkills <= one.people, {
    message: 'more answers than people',
    path: ['people'],
  });
export type CountedGroup = z.output<typeof countedGroup>;

export const countedGroups = z
  .array(countedGroup)
  .max(400)
  .refine(
    (list) =>
      new Set(list.map((one) => `${one.sex} ${one.band} ${one.origin}`)).size === list.length,
    'a group twice',
  );

export const scoreTally = z.strictObject({ score: z.int().min(1).max(10), forms: people });

export const mediaKinds = ['press', 'radio', 'television', 'web', 'social', 'other'] as const;

export const mediaOutput = z.strictObject({
  outlet: requiredText(160),
  kind: z.enum(mediaKinds),
  title: shortText(200).optional(),
  on: calendarDate,
  /** Text, which the program never opens. */
  link: shortText(400).optional(),
  /** A spokesperson of the same activity. */
  participantId: z.uuid().optional(),
});
export type MediaOutput = z.output<typeof mediaOutput>;

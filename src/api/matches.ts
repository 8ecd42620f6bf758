import { z } from 'zod';
import { consentStates } from '#domain/consents/consent.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { matchWeights } from '#domain/programmes/match-weights.ts';
import { placeDetails, searchDetails } from '#domain/programmes/matching.ts';
import { longText, requiredText } from '#domain/text.ts';
import { desk, procedure } from './procedure.ts';

const one = z.strictObject({ id: z.uuid() });
const done = z.strictObject({});
const ofProgramme = z.strictObject({ programmeId: z.uuid() });

const place = z.strictObject({
  id: z.uuid(),
  details: placeDetails,
  /** Room that is left, with everybody who was matched and has not gone. */
  room: z.int(),
  households: z.int(),
});
export type OfferedPlace = z.infer<typeof place>;

const reason = z.strictObject({
  kind: z.enum(['family', 'language', 'skills', 'school', 'fits']),
  points: z.int(),
  /** Towns, skills as they were typed, or codes of languages. */
  about: z.array(z.string()),
});
export type MatchReason = z.infer<typeof reason>;

const proposal = z.strictObject({
  placeId: z.uuid(),
  name: z.string(),
  town: z.string(),
  points: z.int(),
  reasons: z.array(reason),
  /** Conditions that do not hold: it is not possible. */
  against: z.array(z.enum(['room', 'stepFree', 'dates'])),
});
export type Proposal = z.infer<typeof proposal>;

const looking = z.strictObject({
  enrolmentId: z.uuid(),
  personId: z.uuid(),
  listedName: z.string(),
  languages: z.array(z.string()),
  /** Absent until somebody asked what they need; nobody is arranged without. */
  search: searchDetails.optional(),
});
export type LookingForPlace = z.infer<typeof looking>;

const match = z.strictObject({
  id: z.uuid(),
  enrolmentId: z.uuid(),
  personId: z.uuid(),
  listedName: z.string(),
  placeId: z.uuid(),
  placeName: z.string(),
  town: z.string(),
  reasons: z.array(reason),
  decidedOn: calendarDate,
  decidedBy: z.string().optional(),
  talkOn: calendarDate,
  talkBy: z.string().optional(),
  talkNote: z.string().optional(),
  consentOn: calendarDate,
  /** Of the person's recorded consent today; absent of matches older than it. */
  consentState: z.enum(consentStates).optional(),
  hostAgreedOn: calendarDate.optional(),
  arrivedOn: calendarDate.optional(),
  endedOn: calendarDate.optional(),
  endedWhy: z.string().optional(),
});
export type DecidedMatch = z.infer<typeof match>;

export const matchProcedures = {
  'places.list': procedure({
    input: ofProgramme,
    output: z.strictObject({ items: z.array(place) }),
    role: desk,
    kind: 'query',
  }),
  'places.save': procedure({
    input: z.strictObject({
      id: z.uuid().optional(),
      programmeId: z.uuid(),
      details: placeDetails,
    }),
    output: one,
    role: desk,
    kind: 'mutation',
  }),
  /** People in the programme without a place. */
  'placeSearches.list': procedure({
    input: ofProgramme,
    output: z.strictObject({ items: z.array(looking) }),
    role: desk,
    kind: 'query',
  }),
  /** How many points each reason is worth in this programme. */
  'matches.weigh': procedure({
    input: ofProgramme,
    output: z.strictObject({ weights: matchWeights, isOwn: z.boolean() }),
    role: desk,
    kind: 'query',
  }),
  'placeSearches.save': procedure({
    input: z.strictObject({ enrolmentId: z.uuid(), details: searchDetails }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  /** All places for one person, in an order, with reasons; nothing is decided by it. */
  'matches.suggest': procedure({
    input: z.strictObject({ enrolmentId: z.uuid() }),
    output: z.strictObject({ items: z.array(proposal) }),
    role: desk,
    kind: 'query',
  }),
  /** Everybody who looks and all places together; nothing is decided by it. */
  'matches.arrange': procedure({
    input: ofProgramme,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          enrolmentId: z.uuid(),
          personId: z.uuid(),
          listedName: z.string(),
          place: proposal,
        }),
      ),
      without: z.array(
        z.strictObject({
          enrolmentId: z.uuid(),
          listedName: z.string(),
          why: z.enum(['noneFits', 'allTaken', 'notAsked']),
        }),
      ),
    }),
    role: desk,
    kind: 'query',
  }),
  'matches.list': procedure({
    input: ofProgramme,
    output: z.strictObject({
      items: z.array(match),
      /** Of those asked after their arrival, by months; `elsewhere` have moved. */
      later: z.array(z.strictObject({ months: z.int(), stillThere: z.int(), elsewhere: z.int() })),
    }),
    role: desk,
    kind: 'query',
  }),
  /**
   * Somebody decides. Fails with `place_not_possible` where a condition does not hold, `matched_already`,
   * `match_consent_missing` without a valid consent of the person to be matched.
   */
  'matches.create': procedure({
    input: z.strictObject({
      enrolmentId: z.uuid(),
      placeId: z.uuid(),
      decidedOn: calendarDate,
      /** The talk about what to expect: when, by whom, what was said. */
      talkOn: calendarDate,
      talkBy: requiredText(120).optional(),
      talkNote: longText(600).optional(),
      /** The recorded consent of the person, and the day the other side said yes. */
      consentId: z.uuid(),
      hostAgreedOn: calendarDate,
    }),
    output: one,
    role: desk,
    kind: 'mutation',
  }),
  'matches.record': procedure({
    input: z.union([
      one.extend({ step: z.literal('arrived'), on: calendarDate }),
      one.extend({ step: z.literal('ended'), on: calendarDate, why: requiredText(300) }),
    ]),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
};

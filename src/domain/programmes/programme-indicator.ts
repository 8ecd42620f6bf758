/*
 * What a programme promised its funder in numbers ("450 people", "130 admitted"), and how the register counts
 * it: in a closed language, because a template comes from outside and must not run anything. Each measure means
 * one statement that was tested with people counted by hand. What nothing in the register feeds yet says what it
 * waits for: an invented number in front of a target is read as a result.
 */
import { z } from 'zod';
import { indicatorId } from '../indicators/indicator.ts';
import { code } from '../vocabularies/code.ts';
import { words } from './eligibility-rule.ts';
import { enrolmentOutcomes } from './enrolment.ts';

/** Of offices and communities; each is explained where it is counted. */
const countedThings = [
  'agreements',
  'meetings',
  'associations',
  'needs',
  'benchmarks',
  'recommendations',
  'offices',
  'involved',
] as const;
export type CountedThing = (typeof countedThings)[number];

/** Of trainings and campaigns. */
const countedActivities = [
  'events',
  'participants',
  'trained',
  'useful',
  'usesSkills',
  'media',
  'spokespeople',
] as const;
export type CountedActivity = (typeof countedActivities)[number];

const measure = z.discriminatedUnion('is', [
  /** Joined in the period; whoever waits for a place has not joined. */
  z.strictObject({ is: z.literal('enrolled') }),
  /** Reached this stage, or one after it, for the first time in the period. */
  z.strictObject({ is: z.literal('reached'), stage: code }),
  /** Left in the period, and so. */
  z.strictObject({
    is: z.literal('left'),
    exits: z.array(z.enum(enrolmentOutcomes)).min(1).max(9),
  }),
  /** In the programme on the last day and not met for as long as the association calls silence, or lost. */
  z.strictObject({ is: z.literal('silent') }),
  /** Got one of these services in the period, alone or in a group. */
  z.strictObject({ is: z.literal('served'), services: z.array(code).min(1).max(40) }),
  z.strictObject({ is: z.literal('matched') }),
  z.strictObject({ is: z.literal('arrived') }),
  /** Said so many months after they arrived, in the period, that they live where they were matched to. */
  z.strictObject({ is: z.literal('stillThere'), months: z.array(z.int().min(1).max(60)).min(1) }),
  /** Stands higher in one of these domains in the last assessment of the period than in the first one. */
  z.strictObject({ is: z.literal('better'), domains: z.array(code).min(1).max(16) }),
  /** A traineeship began, or came to its end, in the period. */
  z.strictObject({ is: z.literal('traineeship'), part: z.enum(['begun', 'finished']) }),
  /** As the funder's own list counts it, among the people of the programme. */
  z.strictObject({ is: z.literal('listed'), indicator: indicatorId }),
  /** Not people from here on. Sent to an office in the period. */
  z.strictObject({ is: z.literal('referrals') }),
  z.strictObject({ is: z.literal('things'), what: z.enum(countedThings) }),
  z.strictObject({ is: z.literal('activities'), what: z.enum(countedActivities) }),
  /** The median of the days from joining to the first service here, or to the first that another office gave. */
  z.strictObject({ is: z.literal('daysToFirst'), what: z.enum(['service', 'activated']) }),
  /** Cents for each grant: of the ledgers, or of the whole grant and those who reached the stage. */
  z.strictObject({ is: z.literal('meanGrant'), stage: code }),
]);
export type ProgrammeMeasure = z.infer<typeof measure>;

export const measureUnits = ['persons', 'items', 'days', 'cents'] as const;
export type MeasureUnit = (typeof measureUnits)[number];

export function unitOf({ is }: ProgrammeMeasure): MeasureUnit {
  if (is === 'referrals' || is === 'things' || is === 'activities') return 'items';
  if (is === 'daysToFirst') return 'days';
  return is === 'meanGrant' ? 'cents' : 'persons';
}

/**
 * The name of its cells in reports, the same in every association that runs the template, so that a lead partner
 * can add them up. Whose programme it is, is told by the population of the report.
 */
export const ownIndicatorId = (template: string, indicator: string) => `P.${template}.${indicator}`;
export const isOwnIndicatorId = (id: string) => id.startsWith('P.');

export const largestTarget = 1_000_000;

export const programmeIndicator = z
  .strictObject({
    code,
    name: words(240),
    level: z.enum(['output', 'result']),
    /** Code in the funder's own list, where it has one. */
    funderCode: z.string().min(1).max(40).optional(),
    target: z.int().min(0).max(largestTarget).optional(),
    /** How it is counted; absent in templates of before, and where it waits for something. */
    counts: measure.optional(),
    /** What it is counted from once the register holds it. */
    awaits: z.enum(['activities', 'organisations']).optional(),
  })
  .refine(({ counts, awaits }) => counts === undefined || awaits === undefined, 'counted or not');
export type ProgrammeIndicator = z.infer<typeof programmeIndicator>;

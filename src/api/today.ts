import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { certainties } from '#domain/deadlines/deadline-rule.ts';
import { dueGroups } from '#domain/today/due-group.ts';
import { code } from '#domain/vocabularies/code.ts';
import { ruleWords } from './deadlines.ts';
import { desk, procedure } from './procedure.ts';

/** Whose work is shown: of the case files one is responsible for, or of everybody. */
export const whoseWork = ['mine', 'team'] as const;
export type WhoseWork = (typeof whoseWork)[number];

/** Each is a part of the page of its own. */
export const todaySections = [
  'due',
  'appointments',
  'permits',
  'callBacks',
  'replies',
  'drafts',
  'quiet',
] as const;
export type TodaySection = (typeof todaySections)[number];

const todayKinds = [
  'deadline',
  'ownDeadline',
  'callBack',
  'consentExpiring',
  'consentSignAnew',
  'consentFollowUp',
  'actionOverdue',
  'planUnsigned',
  'appointment',
  'session',
  'replyOwed',
  'replyOverdue',
  'replyAwaited',
  'letterNotSent',
  'waitingList',
  'consentWithdrawn',
  'lostContact',
  'erasureToConfirm',
  'filesToReview',
  'followUp',
  'recommendationDue',
  'milestoneDue',
  'promiseDue',
  'agreementEnding',
  'activityFollowUp',
] as const;
export type TodayKind = (typeof todayKinds)[number];

const openedThings = [
  'plan',
  'enrolment',
  'session',
  'appointment',
  'referral',
  'inbound',
  'activity',
] as const;

const todayItem = z.strictObject({
  /** Unlike any other item of the list. */
  key: z.string(),
  section: z.enum(todaySections),
  kind: z.enum(todayKinds),
  /** Absent for what concerns the association. */
  personId: z.uuid().optional(),
  listedName: z.string().optional(),
  due: calendarDate,
  /** Days from today to `due`; negative when it has passed. */
  daysLeft: z.int(),
  group: z.enum(dueGroups),
  /** Words of the rule behind it. */
  title: ruleWords.optional(),
  /** An office, a note, a title somebody wrote. */
  about: z.string().optional(),
  certainty: z.enum(certainties).optional(),
  assumedTerm: z.int().optional(),
  /** Of an appointment: what kind, and when it begins unless it takes the day. */
  appointmentKind: code.optional(),
  time: z.string().optional(),
  isEstimated: z.boolean().optional(),
  /** The very thing it speaks of: one click leads there. */
  opens: z.strictObject({ page: z.enum(openedThings), id: z.uuid() }).optional(),
  /** Present where it can be snoozed and marked as done from the list. */
  handle: z.strictObject({ rule: code, factKey: z.string() }).optional(),
});
export type TodayItem = z.infer<typeof todayItem>;

export const todayProcedures = {
  'today.get': procedure({
    input: z.strictObject({ whose: z.enum(whoseWork).default('team') }),
    output: z.strictObject({
      items: z.array(todayItem),
      /** How many there are of a section, where the list holds only the first. */
      totals: z.partialRecord(z.enum(todaySections), z.int()),
      openFiles: z.int(),
      recentPeople: z.array(z.strictObject({ id: z.uuid(), listedName: z.string() })),
    }),
    role: desk,
    kind: 'query',
  }),
};

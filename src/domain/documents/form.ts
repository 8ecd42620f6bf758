/*
 * The other papers of a desk, besides plans and letters: what each needs to be told before it can be printed.
 * Each holds what its purpose needs and no more (Art. 5(1)(c) GDPR): a slip for an appointment says when and
 * where and not why, a certificate of attendance nothing about the case.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

export const formKinds = [
  'attendance',
  'appointmentSlip',
  'consent',
  'privacyNotice',
  'houseRules',
  'minutes',
  'certificate',
  'evaluation',
  'businessPlan',
  'match',
] as const;
export type FormKind = (typeof formKinds)[number];

const of = <Kind extends FormKind>(kind: Kind) => z.literal(kind);

export const formRequest = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: of('attendance'),
    from: calendarDate.optional(),
    to: calendarDate.optional(),
  }),
  z.strictObject({
    kind: of('appointmentSlip'),
    appointmentId: z.uuid(),
    /** What the person is to bring. */
    bring: shortText(240).optional(),
  }),
  z.strictObject({
    kind: of('consent'),
    /** One that is recorded, printed to be signed. */
    consentId: z.uuid().optional(),
    /** Without one: what is to be asked. */
    purpose: code.optional(),
  }),
  z.strictObject({ kind: of('privacyNotice') }),
  z.strictObject({
    kind: of('houseRules'),
    host: shortText(160).optional(),
    from: calendarDate.optional(),
    to: calendarDate.optional(),
    agreements: longText(1200).optional(),
  }),
  z.strictObject({ kind: of('minutes') }),
  /** Of one activity, for whoever came to it, with or without a case file. */
  z.strictObject({ kind: of('certificate') }),
  /** The sheet that is handed out at the end of an activity; without a name. */
  z.strictObject({ kind: of('evaluation') }),
  z.strictObject({
    kind: of('businessPlan'),
    enrolmentId: z.uuid(),
    /** As a draft it may have holes; as final it is refused with one. */
    isFinal: z.boolean(),
  }),
  /** Why somebody was matched with a place, and who decided it. */
  z.strictObject({ kind: of('match'), matchId: z.uuid() }),
]);
export type FormRequest = z.output<typeof formRequest>;
export type FormOf<Kind extends FormKind> = Extract<FormRequest, { kind: Kind }>;

/** Prints of a plan: the plan itself, how it stands today, the page for the person, what certifies its end. */
export const planPrints = ['plan', 'today', 'onePage', 'closing'] as const;
export type PlanPrint = (typeof planPrints)[number];

/** What is noted when a document is written to a file. */
export type GivenDocumentKind = PlanPrint | 'safetyPage' | FormKind;

/*
 * A body somebody can be sent to: an office, a partner, a lawyer, a host, an employer. A referral to an office
 * that moved, to an agreement that ended or outside opening hours costs a frightened person a day and some
 * trust, so each entry says when somebody last checked it, and after 180 days without a check it says so itself.
 */
import { z } from 'zod';
import { addDays, type CalendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText, shortText } from '../text.ts';
import { code, languageCode } from '../vocabularies/code.ts';
import { migrantAssociation } from './migrant-association.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Of an association: who sits on its board, who speaks for its members. Others are simply whom one calls. */
export const contactBodies = ['board', 'members'] as const;
export type ContactBody = (typeof contactBodies)[number];

const organisationContact = z.strictObject({
  name: requiredText(120),
  role: shortText(120).optional(),
  body: z.enum(contactBodies).optional(),
  phone: shortText(60).optional(),
  email: shortText(160).optional(),
  pec: shortText(160).optional(),
});

const withoutRepeats = <T>(list: T[]): boolean => new Set(list).size === list.length;

export const organisationDetails = z.strictObject({
  /** Code of the vocabulary `organisationKinds`. */
  kind: code,
  name: requiredText(160),
  office: shortText(160).optional(),
  address: longText(300).optional(),
  /** Town or quarter, to search by. */
  place: shortText(80).optional(),
  phone: shortText(60).optional(),
  email: shortText(160).optional(),
  /** Certified e-mail (PEC), as printed on letters. */
  pec: shortText(160).optional(),
  contacts: z.array(organisationContact).max(30).default([]),
  openingHours: z
    .array(z.strictObject({ weekday: z.enum(weekdays), hours: requiredText(80) }))
    .max(7)
    .refine((days) => withoutRepeats(days.map(({ weekday }) => weekday)), 'a day stands twice')
    .default([]),
  languages: z.array(languageCode).max(30).refine(withoutRepeats, 'stands twice').default([]),
  /** Codes of what it offers. */
  services: z.array(code).max(40).refine(withoutRepeats, 'stands twice').default([]),
  /** Who may go there and how: appointment only, residence needed, women only. */
  accessRules: longText(600).optional(),
  /** What it is as an association of migrants, where it is one. */
  association: migrantAssociation.optional(),
  note: longText(1000).optional(),
});

export type OrganisationDetails = z.infer<typeof organisationDetails>;
/** As given: lists may be left out. */
export type OrganisationInput = z.input<typeof organisationDetails>;

const DAYS_UNTIL_STALE = 180;

/** True when nobody has checked the entry for half a year: offices move, and hours change with the season. */
export function isUnverified(verifiedOn: CalendarDate | undefined, on: CalendarDate): boolean {
  return verifiedOn === undefined || addDays(verifiedOn, DAYS_UNTIL_STALE) < on;
}

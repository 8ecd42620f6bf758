/*
 * Who somebody belongs to: family, guardian, host, sponsor, in the register or only named, here or abroad.
 * A tie between two registered people is one row that each of them sees from their own side, so that nobody
 * has to write it twice and the two cannot disagree. A minor needs a parent here or a guardian with a decree
 * (law 47/2017): without one nobody can sign for them, and whoever opens the file must see it.
 */
import { z } from 'zod';
import { type CalendarDate, calendarDate } from '../dates/calendar-date.ts';
import { agesOn, type PartialDate } from '../dates/partial-date.ts';
import { longText, requiredText, shortText } from '../text.ts';
import { yearOfLife } from './period.ts';

/** What the other is to the person, and what the person then is to the other. */
const INVERSES = {
  spouse: 'spouse',
  partner: 'partner',
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  auntOrUncle: 'nieceOrNephew',
  nieceOrNephew: 'auntOrUncle',
  cousin: 'cousin',
  inLaw: 'inLaw',
  relative: 'relative',
  guardian: 'ward',
  ward: 'guardian',
  fosterParent: 'fosterChild',
  fosterChild: 'fosterParent',
  caregiver: 'caredFor',
  caredFor: 'caregiver',
  host: 'guest',
  guest: 'host',
  sponsor: 'sponsored',
  sponsored: 'sponsor',
  friend: 'friend',
  other: 'other',
} as const;

export type TieKind = keyof typeof INVERSES;
export const tieKinds = Object.keys(INVERSES) as [TieKind, ...TieKind[]];

/** What somebody is to the other when the other is `kind` to them. */
export function inverseOf(kind: TieKind): TieKind {
  return INVERSES[kind];
}

export const places = ['sameHousehold', 'italy', 'abroad', 'missing', 'unknown'] as const;
export const lifeSigns = ['alive', 'dead', 'unknown'] as const;
export const reunifications = [
  'wanted',
  'requested',
  'cleared',
  'visaIssued',
  'arrived',
  'refused',
] as const;

export const tieDetails = z
  .strictObject({
    kind: z.enum(tieKinds),
    /** Somebody of the register; else `otherName` says who it is. */
    otherPersonId: z.uuid().optional(),
    otherName: requiredText(160).optional(),
    otherBirthYear: yearOfLife.optional(),
    /** How to reach somebody who has no file of their own. */
    otherContact: shortText(160).optional(),
    /** Whom to call when something happened to the person. */
    isEmergency: z.boolean().optional(),
    place: z.enum(places),
    life: z.enum(lifeSigns),
    reunification: z.enum(reunifications).optional(),
    /** Of a guardianship or a placement with a family. */
    decree: shortText(80).optional(),
    court: shortText(160).optional(),
    validFrom: calendarDate.optional(),
    validTo: calendarDate.optional(),
    note: longText(400).optional(),
  })
  .refine((tie) => (tie.otherPersonId === undefined) !== (tie.otherName === undefined), {
    message: 'either somebody of the register or a name',
    path: ['otherName'],
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, {
    message: 'ends before it begins',
    path: ['validTo'],
  });
export type TieDetails = z.infer<typeof tieDetails>;

/** Kinds that rest on a decision of a court or of social services. */
export const decreedKinds: readonly TieKind[] = ['guardian', 'ward', 'fosterParent', 'fosterChild'];

type Standing = Pick<TieDetails, 'kind' | 'place' | 'life' | 'validFrom' | 'validTo'>;

export function standsFor(tie: Standing, on: CalendarDate): boolean {
  if (tie.life === 'dead') return false;
  if (tie.kind === 'parent') return tie.place === 'sameHousehold' || tie.place === 'italy';
  const isInForce =
    (tie.validFrom === undefined || tie.validFrom <= on) &&
    (tie.validTo === undefined || tie.validTo >= on);
  return tie.kind === 'guardian' && isInForce;
}

/** True for somebody who is or may be under 18 and for whom nobody recorded here can sign. */
export function lacksGuardian(
  birth: PartialDate | undefined,
  ties: readonly Standing[],
  on: CalendarDate,
): boolean {
  if (!birth || agesOn(birth, on).min >= 18) return false;
  return !ties.some((tie) => standsFor(tie, on));
}

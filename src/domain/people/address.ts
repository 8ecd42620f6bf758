/*
 * Where somebody lives, is registered and gets post, over time. Italian offices tell registered residence
 * from domicile, and know a fictitious street for people without a home (law 1228/1954, art. 2); a decision
 * notified at an old address runs its term all the same, so earlier ones are kept and never overwritten.
 */
import { z } from 'zod';
import type { CalendarDate } from '../dates/calendar-date.ts';
import { requiredText, shortText } from '../text.ts';
import { endsAfterItBegins, endsBeforeItBegins, isWithin, periodFields } from './period.ts';

/** In the order in which one answers "where do they live". */
export const addressKinds = [
  'domicile',
  'reception',
  'guest',
  'residence',
  'virtualResidence',
  'institution',
  'postal',
  'abroad',
] as const;

export const addressDetails = z
  .strictObject({
    kind: z.enum(addressKinds),
    address: requiredText(200),
    /** "c/o": the name on the bell or the letter box. */
    careOf: shortText(120).optional(),
    ...periodFields,
    safeForPost: z.boolean(),
  })
  .refine(endsAfterItBegins, endsBeforeItBegins);
export type AddressDetails = z.infer<typeof addressDetails>;

/** Where the person lives on a day, as letters and plans state it. */
export function presentAddress<A extends Pick<AddressDetails, 'kind' | 'fromOn' | 'toOn'>>(
  addresses: readonly A[],
  on: CalendarDate,
): A | undefined {
  const rank = ({ kind }: A) => addressKinds.indexOf(kind);
  return addresses
    .filter((one) => one.kind !== 'abroad' && isWithin(one, on))
    .sort((a, b) => rank(a) - rank(b) || ((a.fromOn ?? '') > (b.fromOn ?? '') ? -1 : 1))[0];
}

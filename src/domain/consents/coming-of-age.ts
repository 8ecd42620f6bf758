/*
 * When somebody turns eighteen and signs for themselves. Under eighteen a parent or guardian decides and the
 * child is heard (Art. 2, 316 and 357 of the Civil Code; UN Convention on the Rights of the Child, Art. 12);
 * on the birthday that consent ends and the person is asked anew. Where only a part of the birth date is
 * known, the earliest possible day counts: asking a grown person once too early harms nobody, sending their
 * data on somebody else's word does. Births on 29 February come of age on 28 February.
 */
import { addMonths, type CalendarDate } from '../dates/calendar-date.ts';
import { type PartialDate, rangeOf } from '../dates/partial-date.ts';

const MONTHS_OF_CHILDHOOD = 18 * 12;

export function comesOfAgeOn(birth: PartialDate): CalendarDate {
  return addMonths(rangeOf(birth).earliest, MONTHS_OF_CHILDHOOD);
}

/** False when the birth date is unknown: nobody is treated as a child for want of a date. */
export function isUnderAge(birth: PartialDate | undefined, on: CalendarDate): boolean {
  return birth !== undefined && on < comesOfAgeOn(birth);
}

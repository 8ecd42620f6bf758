/*
 * The anonymous summary: people served in a period by sex and age band (UNHCR bands), by nationality and by
 * legal status, each person once. Somebody counts when a case file was open on at least one day of the
 * period; facts are those known on its last day. Wrong here means a funder is told a wrong number, so the
 * rule is pure and tested alone; hiding small numbers is the business of src/disclosure.
 */

import { bandOf, unhcrAgeBands } from '../dates/age-band.ts';
import type { CalendarDate } from '../dates/calendar-date.ts';
import { countingAgeOn, type PartialDate } from '../dates/partial-date.ts';

export interface Period {
  from: CalendarDate;
  to: CalendarDate;
}

export interface CountedPerson {
  sex: string;
  birth?: PartialDate | undefined;
  nationality?: string | undefined;
  legalStatus?: string | undefined;
}

/** Code of the row for people about whom a fact is not recorded. */
export const notRecorded = 'unknown';

/** Under this many people a number is hidden; fixed for files that leave the office (disclosure design B1). */
export const smallestShownCount = 5;

/** The same for what must not be known even of a small group: legal status, needs, detention. */
export const smallestSensitiveCount = 10;

export type SummaryRow = {
  sex: string;
  ageBand: string;
  nationality: string;
  legalStatus: string;
};

/**
 * Of files that are gone, a line may tell a part only: then other lines tell the rest. Beside those four: the
 * population and each indicator, `yes` or `no`.
 */
export type CountedRow = Partial<SummaryRow> & { readonly [fact: string]: string | undefined };

export function wasOpenDuring(
  file: { openedOn: CalendarDate; closedOn?: CalendarDate | undefined },
  period: Period,
): boolean {
  return (
    file.openedOn <= period.to && (file.closedOn === undefined || file.closedOn >= period.from)
  );
}

export function summaryRowOf(person: CountedPerson, period: Period): SummaryRow {
  const age = person.birth && countingAgeOn(person.birth, period.to);
  return {
    sex: person.sex,
    ageBand: bandOf(age, unhcrAgeBands),
    nationality: person.nationality ?? notRecorded,
    legalStatus: person.legalStatus ?? notRecorded,
  };
}

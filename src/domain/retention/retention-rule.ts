/*
 * How long a closed file is kept. Art. 5(1)(e) GDPR wants data kept no longer than needed and leaves the
 * number to the association; what it decides must be written down with its reason. So each period is data,
 * with what it rests on and the day somebody last checked it. Nothing is ever erased by a date alone: when a
 * period is over the file comes up for a decision, because a clock that is wrong by years must cost nobody
 * their file.
 */
import { z } from 'zod';
import { closureReasons } from '../casework/case-file.ts';
import { addDays, addMonths, type CalendarDate, calendarDate } from '../dates/calendar-date.ts';
import { agesOn, type PartialDate, rangeOf } from '../dates/partial-date.ts';
import { code } from '../vocabularies/code.ts';
import { wordsInLanguages } from '../vocabularies/words-in-languages.ts';

const words = (max: number) => wordsInLanguages(z.string().min(3).max(max));

const retentionRule = z.strictObject({
  code,
  title: words(120),
  /** Why this long, in the words of whoever decided it. */
  basis: words(500),
  source: z.string().min(3).max(300),
  checkedOn: calendarDate,
  /** From the closing of the file. */
  months: z.int().min(0).max(600),
  /** At least until this birthday, where the person was a minor when the file was closed. */
  untilAge: z.int().min(18).max(30).optional(),
  /** Absent: the rule for every file that no other fits. */
  when: z
    .strictObject({
      closureReasons: z.array(z.enum(closureReasons)).min(1).optional(),
      minorAtClosing: z.literal(true).optional(),
    })
    .refine((one) => Object.keys(one).length > 0, 'a condition that says nothing')
    .optional(),
});
export type RetentionRule = z.infer<typeof retentionRule>;

export const retentionRuleFile = z
  .strictObject({ rules: z.array(retentionRule).min(1) })
  .refine(({ rules }) => rules.filter((rule) => !rule.when).length === 1, 'one rule fits the rest')
  .refine(
    ({ rules }) => new Set(rules.map((rule) => rule.code)).size === rules.length,
    'a code twice',
  );

export interface ClosedFile {
  closedOn: CalendarDate;
  closureReason: string;
  birth?: PartialDate | undefined;
}

function fits({ when }: RetentionRule, file: ClosedFile): boolean {
  if (!when) return false;
  const { closureReasons: reasons, minorAtClosing } = when;
  if (reasons && !reasons.some((reason) => reason === file.closureReason)) return false;
  return (
    !minorAtClosing || (file.birth !== undefined && agesOn(file.birth, file.closedOn).min < 18)
  );
}

function endUnder(rule: RetentionRule, { closedOn, birth }: ClosedFile): CalendarDate {
  const byTime = addMonths(closedOn, rule.months);
  if (rule.untilAge === undefined || !birth) return byTime;
  const birthday = addMonths(rangeOf(birth).latest, rule.untilAge * 12);
  return birthday > byTime ? birthday : byTime;
}

/** The last day of the period and the rule it comes from; of several that fit, the one that ends last. */
export function retentionEnd(
  rules: readonly RetentionRule[],
  file: ClosedFile,
): { rule: string; endsOn: CalendarDate } {
  const fitting = rules.filter((rule) => fits(rule, file));
  const chosen = fitting.length > 0 ? fitting : rules.filter((rule) => !rule.when);
  const ends = chosen.map((rule) => ({ rule: rule.code, endsOn: endUnder(rule, file) }));
  const [latest] = ends.sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
  return latest ?? { rule: '', endsOn: addDays(file.closedOn, 36_500) };
}

/** A programme somebody took part in: whoever pays for it may want to see its files years later. */
export interface ProgrammePeriod {
  name: string;
  months: number;
  /** The last day of the programme, or of this person in it. */
  from: CalendarDate;
}

/** The programme that wants a file longest; undefined for somebody who took part in none. */
export function longestProgramme(
  periods: readonly ProgrammePeriod[],
): { name: string; endsOn: CalendarDate } | undefined {
  const [longest] = periods
    .map(({ name, months, from }) => ({ name, endsOn: addMonths(from, months) }))
    .sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
  return longest;
}

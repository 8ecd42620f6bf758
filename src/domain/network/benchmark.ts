/*
 * Where a city or an office stood before and where it stands after (CONSOLIDATE: benchmarks before and after). The
 * level is a number of five with the words that justify it: a number alone cannot be argued with a year later.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

export const benchmarkLevels = [1, 2, 3, 4, 5] as const;

const reading = z.strictObject({
  level: z.int().min(1).max(5),
  on: calendarDate,
  /** What was seen there. */
  seen: longText(400).optional(),
});
export type BenchmarkReading = z.output<typeof reading>;

export const benchmarkDetails = z
  .strictObject({
    programmeId: z.uuid(),
    /** The city or the office. */
    organisationId: z.uuid(),
    /** Code of `benchmarkIndicators`, or one's own words. */
    indicator: code.optional(),
    ownIndicator: requiredText(160).optional(),
    before: reading,
    after: reading.optional(),
  })
  .refine(
    ({ indicator, ownIndicator }) => (indicator === undefined) !== (ownIndicator === undefined),
    {
      message: 'one indicator',
      path: ['indicator'],
    },
  )
  .refine(({ before, after }) => after === undefined || after.on >= before.on, {
    message: 'after comes first',
    path: ['after', 'on'],
  });
export type BenchmarkDetails = z.output<typeof benchmarkDetails>;

/** Steps gained or lost; undefined while nobody looked again. */
export const stepsOf = ({ before, after }: Pick<BenchmarkDetails, 'before' | 'after'>) =>
  after && after.level - before.level;

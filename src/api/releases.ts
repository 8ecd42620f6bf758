import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { reportPlan } from '#domain/reports/report-plan.ts';
import { requiredText } from '#domain/text.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { grant, releaseFormats } from './grant.ts';
import { procedure, reporting } from './procedure.ts';
import { period, summary } from './reports.ts';

export const longestNote = 3000;

const id = z.string().min(1).max(60);

const releaseFile = z.strictObject({
  format: z.enum(releaseFormats),
  byteCount: z.int(),
  sha256: z.string().length(64),
});

const release = z.strictObject({
  id,
  number: z.int(),
  sentOn: calendarDate,
  sentBy: z.string(),
  recipient: z.string(),
  period,
  /** Whose people it counts; absent: everybody served. */
  programmeId: z.string().optional(),
  threshold: z.int(),
  total: z.int(),
  language: z.enum(interfaceLanguages),
  seal: z.string().length(64),
  files: z.array(releaseFile),
});
export type Release = z.infer<typeof release>;

/** A figure of both, by its cell; nothing where it is hidden or was not counted. */
const difference = z.strictObject({
  cell: z.string(),
  before: z.int().nullable(),
  after: z.int().nullable(),
});

const comparison = z.strictObject({
  earlier: release,
  /** Absent: compared with what the register says now. */
  later: release.optional(),
  total: z.strictObject({ before: z.int(), after: z.int() }),
  /** People whom the later period counts and the earlier one does not. */
  byPeriod: z.int(),
  /** People of the earlier period registered after it was sent. */
  registeredSince: z.int(),
  /** What else changed the total: dates corrected, files closed, merged or erased. */
  otherChange: z.int(),
  /** Figures that one shows and the other hides. */
  hiddenInOne: z.int(),
  differences: z.array(difference),
});
export type Comparison = z.infer<typeof comparison>;

export const releaseProcedures = {
  'releases.send': procedure({
    input: z.strictObject({
      period,
      /** What it is made of; the standard summary where it is absent. */
      plan: reportPlan.optional(),
      recipient: requiredText(200),
      language: z.enum(interfaceLanguages),
      /** Words that accompany the numbers, printed on the cover. */
      note: z.string().trim().max(longestNote).optional(),
    }),
    output: release,
    role: reporting,
    kind: 'mutation',
  }),
  'releases.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(release) }),
    role: reporting,
    kind: 'query',
  }),
  'releases.get': procedure({
    input: z.strictObject({ id }),
    output: z.strictObject({ release, summary }),
    role: reporting,
    kind: 'query',
  }),
  'releases.compare': procedure({
    input: z.strictObject({ id, withId: id.optional() }),
    output: comparison,
    role: reporting,
    kind: 'query',
  }),
  'releases.saveFile': procedure({
    input: z.strictObject({ id, format: z.enum(releaseFormats), grant }),
    output: z.strictObject({ byteCount: z.int() }),
    role: reporting,
    kind: 'mutation',
  }),
};

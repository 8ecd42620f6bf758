import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { requiredText } from '#domain/text.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { grant, releaseFormats } from './grant.ts';
import { coordinators, procedure } from './procedure.ts';

const mostPartners = 40;

const partner = z.strictObject({
  association: z.string(),
  /** People it counts; nothing where its total is not in the file. */
  total: z.int().nullable(),
  hidden: z.int(),
});

const consolidation = z.strictObject({
  partners: z.array(partner),
  period: z.strictObject({ from: calendarDate, to: calendarDate }),
  cells: z.array(
    z.strictObject({
      cell: z.string(),
      value: z.int().nullable(),
      /** How many associations hide it. */
      hiddenBy: z.int(),
    }),
  ),
});
export type Consolidation = z.infer<typeof consolidation>;

export const consolidationProcedures = {
  /** Adds up files of partners. Fails with `consolidation_refused` (details: reason, file from 1), `grant_unknown`. */
  'consolidations.open': procedure({
    input: z.strictObject({ grants: z.array(grant).min(1).max(mostPartners) }),
    output: consolidation,
    role: coordinators,
    kind: 'query',
  }),
  /** Saves what was added up last. Fails with `not_found` where nothing was. */
  'consolidations.save': procedure({
    input: z.strictObject({
      recipient: requiredText(200),
      language: z.enum(interfaceLanguages),
      format: z.enum(releaseFormats),
      grant,
    }),
    output: z.strictObject({ byteCount: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
};

import { z } from 'zod';
import { letterDetails } from '#domain/letters/letter.ts';
import { urgencies } from '#domain/referrals/referral.ts';
import { type ErrorDetails, errorCodes } from './errors.ts';
import { grant } from './grant.ts';
import { picked } from './lists.ts';
import { desk, procedure } from './procedure.ts';
import { withPassword, writtenPdf } from './typeset-file.ts';

/** More letters at once are a mistake or a list to send in parts. */
export const mostLetters = 200;

const line = z.strictObject({ personId: z.uuid(), listedName: z.string() });
const refused = line.extend({
  /** Why this person gets no letter, as any call would say it. */
  code: z.enum(errorCodes),
  details: z.custom<ErrorDetails>().optional(),
});

const batchOf = { picked, details: letterDetails, urgency: z.enum(urgencies).default('normal') };

const check = z.strictObject({
  ready: z.array(line.extend({ warnings: z.int(), leaving: z.int() })),
  refused: z.array(refused),
  /** Of everything that would leave; goes back with the order to issue. */
  seal: z.string(),
});
export type LetterBatchCheck = z.infer<typeof check>;

const result = z.strictObject({
  issued: z.array(line.extend({ letterId: z.uuid(), protocol: z.string() })),
  refused: z.array(refused),
  /** Somebody stopped it; those issued by then are issued. */
  isStopped: z.boolean(),
});
export type LetterBatchResult = z.infer<typeof result>;

export const letterBatchProcedures = {
  /** Who of several people would get the letter, who not and why. Takes no number. */
  'letterBatches.check': procedure({
    input: z.strictObject(batchOf),
    output: check,
    role: desk,
    kind: 'query',
  }),
  /** One letter for each; a number is taken only for those that are issued. */
  'letterBatches.issue': procedure({
    input: z.strictObject({ ...batchOf, seal: z.string().length(64) }),
    output: result,
    role: desk,
    kind: 'mutation',
  }),
  /** A query, so that it does not wait for what it stops. */
  'letterBatches.stop': procedure({
    input: z.strictObject({}),
    output: z.strictObject({}),
    role: desk,
    kind: 'query',
  }),
  /** Letters in one file to print, or each as it left, in a ZIP. */
  'letterBatches.save': procedure({
    input: z.strictObject({
      letterIds: z.array(z.uuid()).min(1).max(mostLetters),
      manner: z.enum(['one', 'each']),
      grant,
      /** One for all of them. */
      withPassword,
    }),
    output: writtenPdf,
    role: desk,
    kind: 'mutation',
  }),
};

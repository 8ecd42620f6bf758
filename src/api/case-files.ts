import { z } from 'zod';
import { closureReasons } from '#domain/casework/case-file.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { longText, requiredText } from '#domain/text.ts';
import { roles } from '#domain/vault/role.ts';
import { desk, procedure } from './procedure.ts';

export const caseFileProcedures = {
  /**
   * The users of the desk, by name. Who was suspended or has left is still there for what they did, and not
   * active: nobody new is given to them.
   */
  'workers.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          id: z.uuid(),
          name: z.string(),
          role: z.enum(roles),
          isActive: z.boolean(),
        }),
      ),
    }),
    role: desk,
    kind: 'query',
  }),
  /** Names who follows the person from now on, or nobody with null. */
  'caseFiles.assign': procedure({
    input: z.strictObject({ personId: z.uuid(), workerId: z.uuid().nullable() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** Hands the person over to a colleague, with the reason. */
  'caseFiles.transfer': procedure({
    input: z.strictObject({
      personId: z.uuid(),
      workerId: z.uuid(),
      reason: requiredText(600),
    }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** With an organisation: the person goes on with that one, and the reason is `transferred`. */
  'caseFiles.close': procedure({
    input: z.strictObject({
      personId: z.uuid(),
      closedOn: calendarDate,
      reason: z.enum(closureReasons),
      organisationId: z.uuid().optional(),
      outcome: longText(2000).optional(),
    }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  'caseFiles.reopen': procedure({
    input: z.strictObject({ personId: z.uuid(), reason: requiredText(600) }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};

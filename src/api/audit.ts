import { z } from 'zod';
import { coordinators, procedure } from './procedure.ts';

const auditEntry = z.strictObject({
  seq: z.int(),
  at: z.string(),
  action: z.string(),
  userName: z.string().optional(),
  objectId: z.string().optional(),
});

export const auditProcedures = {
  /** Newest first. */
  'audit.list': procedure({
    input: z.strictObject({
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ items: z.array(auditEntry), total: z.int() }),
    role: coordinators,
    kind: 'query',
  }),
  /** Whether every line follows from the one before it, and whether the file is as new as the keyring says. */
  'audit.check': procedure({
    input: z.strictObject({}),
    output: z.strictObject({
      entries: z.int(),
      firstBad: z.int().optional(),
      isRolledBack: z.boolean(),
    }),
    role: coordinators,
    kind: 'query',
  }),
};

import { z } from 'zod';
import { auditTopics } from '#domain/vault/audit-topic.ts';
import { coordinators, procedure } from './procedure.ts';

const auditEntry = z.strictObject({
  seq: z.int(),
  at: z.string(),
  action: z.string(),
  userName: z.string().optional(),
  objectId: z.string().optional(),
  /** How often, for lines that say so instead of naming something. */
  count: z.int().optional(),
  /** Whose file it was about, where the line names one that is still there. */
  person: z.strictObject({ id: z.uuid(), listedName: z.string() }).optional(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditProcedures = {
  /** Newest first. */
  'audit.list': procedure({
    input: z.strictObject({
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(200).default(50),
      topic: z.enum(auditTopics).optional(),
      userId: z.uuid().optional(),
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
      isDamaged: z.boolean(),
    }),
    role: coordinators,
    kind: 'query',
  }),
};

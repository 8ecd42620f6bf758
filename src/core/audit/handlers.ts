import type { auditProcedures } from '#api/audit.ts';
import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { checkAuditLog } from '../vault/audit-log.ts';
import { listAuditEntries } from './audit-entries.ts';

type AuditHandlers = Handlers<Pick<VaultContract, keyof typeof auditProcedures>, CoreContext>;

export const auditHandlers: AuditHandlers = {
  'audit.list': (context, wanted) => listAuditEntries(registerOf(context).db, wanted),
  'audit.check': checkAuditLog,
};

import type { auditProcedures } from '#api/audit.ts';
import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { checkAuditLog, listAuditEntries } from '../vault/audit-log.ts';
import { doorActions } from '../vault/register-condition.ts';

type AuditHandlers = Handlers<Pick<VaultContract, keyof typeof auditProcedures>, CoreContext>;

export const auditHandlers: AuditHandlers = {
  'audit.list': async (context, { offset, limit }) => {
    const { rows, total } = await listAuditEntries(context, offset, limit);
    const items = rows.map(({ seq, at, action, object_id, user_name }) => ({
      seq,
      at,
      action,
      ...(user_name === null ? {} : { userName: user_name }),
      // What a session notes there is its own number, and nothing to look at.
      ...(object_id === null || doorActions.includes(action) ? {} : { objectId: object_id }),
    }));
    return { items, total };
  },
  'audit.check': checkAuditLog,
};

import { ProcedureError } from '#api/errors.ts';
import { type CoreContext, changedNow, registerOf } from '../context.ts';
import { normaliseRecoveryKey } from './recovery-key.ts';

/** The key is on paper: it need not be held in memory any longer. */
export async function markRecoveryConfirmed(context: CoreContext): Promise<void> {
  const register = registerOf(context);
  await register.db
    .updateTable('register')
    .set({ recovery_confirmed: 1, ...changedNow(context) })
    .execute();
  register.recoveryConfirmed = true;
  register.unconfirmedRecoveryKey = undefined;
  register.unconfirmedRecoveryParts = undefined;
}

/** Fails with `recovery_groups_wrong` unless two different groups are as they were shown. */
export async function confirmRecoveryKey(
  context: CoreContext,
  groups: { position: number; value: string }[],
): Promise<void> {
  const key = registerOf(context).unconfirmedRecoveryKey;
  const positions = new Set(groups.map((group) => group.position));
  const isRight = groups.every(
    ({ position, value }) => key?.[position] === normaliseRecoveryKey(value),
  );
  if (!key || !isRight || positions.size !== 2) throw new ProcedureError('recovery_groups_wrong');
  await markRecoveryConfirmed(context);
}

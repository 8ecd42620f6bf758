import { ProcedureError } from '#api/errors.ts';
import type { TypedRecovery } from '#api/recovery.ts';
import { joinRecoveryParts } from './recovery-parts.ts';

/** The whole key as typed, or joined from two parts. Fails with `recovery_parts_wrong`, saying which and why. */
export function recoveryKeyFrom(typed: TypedRecovery): string {
  if ('recoveryKey' in typed) return typed.recoveryKey;
  const joined = joinRecoveryParts(typed.recoveryParts);
  if ('groups' in joined) return joined.groups.join('');
  throw new ProcedureError('recovery_parts_wrong', { ...joined });
}

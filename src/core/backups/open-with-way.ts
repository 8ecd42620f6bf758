import type { ParsedInputOf, VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import { normaliseSignInName } from '#domain/vault/sign-in-name.ts';
import { recoveryKeyFrom } from '../recovery/typed-recovery.ts';
import { isKeyringAuthentic, openWithPassphrase, openWithRecoveryKey } from '../vault/keyring.ts';
import type { Keyring } from '../vault/keyring-format.ts';
import type { OpenedSlot } from '../vault/slots.ts';

export type Way = ParsedInputOf<VaultContract, 'backups.restore'>['way'];

async function openSlot(keyring: Keyring, way: Way): Promise<OpenedSlot> {
  if (!('passphrase' in way)) {
    const opened = openWithRecoveryKey(keyring, recoveryKeyFrom(way));
    if (!opened) throw new ProcedureError('wrong_recovery_key');
    return opened;
  }
  const { passphrase, name } = way;
  const secret = { passphrase, name: name === undefined ? undefined : normaliseSignInName(name) };
  const opened = await openWithPassphrase(keyring, secret);
  if (!opened) throw new ProcedureError('wrong_passphrase');
  return opened;
}

function checkKeyring(keyring: Keyring, opened: OpenedSlot): void {
  if (opened.keys.size === 0) throw new ProcedureError('user_suspended');
  const keys = opened.keys.get(keyring.generation);
  if (!keys || !isKeyringAuthentic(keyring, keys)) throw new ProcedureError('backup_not_genuine');
}

/**
 * The slot of a copy's keyring that a passphrase or a recovery key opens. Fails with `wrong_passphrase`,
 * `wrong_recovery_key`, `recovery_parts_wrong`, `user_suspended` or `backup_not_genuine`.
 */
export async function openWithWay(keyring: Keyring, way: Way): Promise<OpenedSlot> {
  const opened = await openSlot(keyring, way);
  checkKeyring(keyring, opened);
  return opened;
}

import { ProcedureError } from '#api/errors.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { countAttempt } from '../vault/door-delay.ts';
import { keyringOf } from '../vault/keyring-changes.ts';
import { openPassphraseSlot } from '../vault/slots.ts';
import { getUser, slotOfUser } from './user-slots.ts';

/**
 * The slot of whoever asks, opened with their passphrase typed again. Counts as an attempt at the door. Fails
 * with `wrong_passphrase` and `too_many_attempts`.
 */
export async function openOwnSlot(context: CoreContext, passphrase: string) {
  const register = registerOf(context);
  const { vaultId, doorSalt } = keyringOf(register);
  const user = await getUser(register, register.user.id);
  const slot = slotOfUser(register, user);
  const name = slot.isNamed ? (user.sign_in_name ?? '') : undefined;
  const { wasRight } = await countAttempt(register.folder, context.ports);
  const opened = await openPassphraseSlot(
    { vaultId, doorSalt, slots: [slot] },
    { passphrase, name },
  );
  if (!opened?.privateKey) throw new ProcedureError('wrong_passphrase');
  await wasRight();
  return { slot, name, privateKey: opened.privateKey };
}

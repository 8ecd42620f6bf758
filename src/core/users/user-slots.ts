import { ProcedureError } from '#api/errors.ts';
import type { User } from '#api/users.ts';
import type { Role } from '#domain/vault/role.ts';
import { proposeSignInName } from '#domain/vault/sign-in-name.ts';
import { type CoreContext, type OpenRegister, registerOf } from '../context.ts';
import { keyringOf, keysFor, putSlot, slotOf } from '../vault/keyring-changes.ts';
import { costOf } from '../vault/registers.ts';
import { makePassphraseSlot } from '../vault/slots.ts';

export interface UserRow {
  id: string;
  name: string;
  role: Role;
  slot_id: string;
  sign_in_name: string | null;
}

/** Somebody who was not removed. Fails with `not_found`. */
export async function getUser(register: OpenRegister, id: string): Promise<UserRow> {
  const row = await register.db
    .selectFrom('user')
    .select(['id', 'name', 'role', 'slot_id', 'sign_in_name'])
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

/** What the keyring says, because it alone decides who opens the register. */
export function stateOf(register: OpenRegister, slotId: string): User['state'] {
  const slot = keyringOf(register).slots.find((one) => one.id === slotId);
  if (!slot) return 'withoutKey';
  return slot.type !== 'former' && slot.keys.length === 0 ? 'suspended' : 'active';
}

export function isOutdated(register: OpenRegister, slotId: string): boolean {
  return keyringOf(register).slots.some((one) => one.type === 'former' && one.id === slotId);
}

/** A name for the door that nobody else has. Fails with `sign_in_name_taken`. */
export async function freeSignInName(
  register: OpenRegister,
  user: { id?: string; name: string; wanted?: string | undefined },
): Promise<string> {
  const rows = await register.db
    .selectFrom('user')
    .select(['id', 'sign_in_name'])
    .where('removed_at', 'is', null)
    .execute();
  const taken = rows.flatMap((row) =>
    row.id === user.id || row.sign_in_name === null ? [] : [row.sign_in_name],
  );
  const { wanted } = user;
  if (wanted === undefined) return proposeSignInName(user.name, taken);
  if (taken.includes(wanted)) throw new ProcedureError('sign_in_name_taken');
  return wanted;
}

/** A slot with a new key pair, in place of the one there was. */
export async function giveSlot(
  context: CoreContext,
  user: { slotId: string; role: Role; signInName: string },
  passphrase: string,
): Promise<void> {
  const register = registerOf(context);
  const { vaultId, doorSalt } = keyringOf(register);
  const keys = keysFor(register.keysByGeneration, user.role === 'coordinator');
  const secret = { passphrase, name: user.signInName };
  const head = { id: user.slotId, vaultId, doorSalt, keys };
  await putSlot(register, await makePassphraseSlot(head, secret, await costOf(context)));
}

/** Fails with `user_without_key`. */
export function slotOfUser(register: OpenRegister, user: UserRow) {
  const slot = slotOf(keyringOf(register), user.slot_id);
  if (slot?.type !== 'passphrase') throw new ProcedureError('user_without_key');
  return slot;
}

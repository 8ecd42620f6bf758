import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { Handlers } from '#api/server.ts';
import type { userProcedures } from '#api/users.ts';
import type { Role } from '#domain/vault/role.ts';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { changeSlots, keyringOf, keysFor, putSlot } from '../vault/keyring-changes.ts';
import { costOf } from '../vault/registers.ts';
import { renewDataKeys } from '../vault/renewal.ts';
import { repairCaseAccess } from '../vault/restricted.ts';
import { sealAllKeys, wrapPassphraseSlot } from '../vault/slots.ts';
import { openOwnSlot } from './own-passphrase.ts';
import {
  freeSignInName,
  getUser,
  giveSlot,
  isOutdated,
  slotOfUser,
  stateOf,
  type UserRow,
} from './user-slots.ts';

type UserHandlers = Handlers<Pick<VaultContract, keyof typeof userProcedures>, CoreContext>;

async function listUsers(context: CoreContext) {
  const register = registerOf(context);
  const rows = await register.db
    .selectFrom('user')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const isRecoveryOutdated = keyringOf(register).slots.some(
    (slot) => slot.type === 'former' && slot.former.type === 'recovery',
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      role: row.role,
      ...(row.sign_in_name === null ? {} : { signInName: row.sign_in_name }),
      state: stateOf(register, row.slot_id),
      ...(row.last_unlocked_at === null ? {} : { lastUnlockedAt: row.last_unlocked_at }),
      isOutdated: isOutdated(register, row.slot_id),
      seesPhotos: row.sees_photos === 1,
    })),
    isRecoveryOutdated,
  };
}

interface NewUser {
  name: string;
  role: Role;
  signInName?: string | undefined;
  passphrase: string;
}

/** The row first: a user without a slot can be reset, a slot without a user could only be wondered at. */
async function addUser(context: CoreContext, { name, role, passphrase, ...more }: NewUser) {
  const register = registerOf(context);
  const signInName = await freeSignInName(register, { name, wanted: more.signInName });
  const { ids } = context.ports;
  const [id, slotId] = [ids.next(), ids.next()];
  await register.db
    .insertInto('user')
    .values({ id, name, role, slot_id: slotId, sign_in_name: signInName, ...changedNow(context) })
    .execute();
  await giveSlot(context, { slotId, role, signInName }, passphrase);
  announceChange(context, 'users');
  return { id, signInName };
}

async function resetUser(
  context: CoreContext,
  { id, passphrase }: { id: string; passphrase: string },
) {
  const register = registerOf(context);
  // Whoever finds a register open must not get in for good: one's own passphrase asks for the one of before.
  const user = await otherUser(context, id);
  const signInName =
    user.sign_in_name ?? (await freeSignInName(register, { id: user.id, name: user.name }));
  await register.db
    .updateTable('user')
    .set({ sign_in_name: signInName, ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  await giveSlot(context, { slotId: user.slot_id, role: user.role, signInName }, passphrase);
  await repairCaseAccess(context);
  announceChange(context, 'users');
  return { signInName };
}

/** Never oneself: so whoever coordinates stays in, and the register is never without a coordinator. */
async function otherUser(context: CoreContext, id: string): Promise<UserRow> {
  const register = registerOf(context);
  if (register.user.id === id) throw new ProcedureError('not_yourself');
  return getUser(register, id);
}

async function suspendUser(context: CoreContext, { id }: { id: string }) {
  const register = registerOf(context);
  const user = await otherUser(context, id);
  await changeSlots(register, (slots) =>
    slots.flatMap((slot) => {
      if (slot.id !== user.slot_id) return [slot];
      return slot.type === 'former' ? [] : [{ ...slot, keys: [] }];
    }),
  );
  announceChange(context, 'users');
  return {};
}

async function resumeUser(context: CoreContext, { id }: { id: string }) {
  const register = registerOf(context);
  const user = await otherUser(context, id);
  const { vaultId } = keyringOf(register);
  const slot = slotOfUser(register, user);
  const held = keysFor(register.keysByGeneration, user.role === 'coordinator');
  await putSlot(register, { ...slot, keys: sealAllKeys(vaultId, slot, held) });
  announceChange(context, 'users');
  return {};
}

async function removeUser(context: CoreContext, { id }: { id: string }) {
  const user = await otherUser(context, id);
  await renewDataKeys(context, [{ userId: id, slotId: user.slot_id, newRole: null }]);
  // Nobody else can see them, and their writer will not come back for them.
  await registerOf(context).db.deleteFrom('draft').where('user_id', '=', id).execute();
  announceChange(context, 'users');
  return {};
}

/** Becoming a coordinator gives the restricted key; ceasing to be one takes it away by renewing the keys. */
async function changeRole(context: CoreContext, { id, role }: { id: string; role: Role }) {
  const register = registerOf(context);
  const user = await otherUser(context, id);
  if (user.role === role) return {};
  if (user.role === 'coordinator') {
    await renewDataKeys(context, [{ userId: id, slotId: user.slot_id, newRole: role }]);
    announceChange(context, 'users');
    return {};
  }
  if (role === 'coordinator') {
    const slot = slotOfUser(register, user);
    const keys = keysFor(register.keysByGeneration, true);
    const sealed = sealAllKeys(keyringOf(register).vaultId, slot, keys);
    if (slot.keys.length > 0) await putSlot(register, { ...slot, keys: sealed });
  }
  await register.db
    .updateTable('user')
    .set({ role, ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'users');
  return {};
}

async function changePhotos(
  context: CoreContext,
  { id, seesPhotos }: { id: string; seesPhotos: boolean },
) {
  await otherUser(context, id);
  await registerOf(context)
    .db.updateTable('user')
    .set({ sees_photos: Number(seesPhotos), ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'users');
  return {};
}

async function changePassphrase(
  context: CoreContext,
  { current, passphrase }: { current: string; passphrase: string },
) {
  const register = registerOf(context);
  const { vaultId, doorSalt } = keyringOf(register);
  const { slot, name, privateKey } = await openOwnSlot(context, current);
  const cost = await costOf(context);
  const wrapping = { vaultId, doorSalt, cost, secret: { passphrase, name } };
  await putSlot(register, await wrapPassphraseSlot(slot, privateKey, wrapping));
  return {};
}

/** No other row hangs from it, and nobody else sees it: the row keeps the day of its last real change. */
async function chooseLanguage(context: CoreContext, { language }: { language: InterfaceLanguage }) {
  const { db, user } = registerOf(context);
  await db.updateTable('user').set({ language }).where('id', '=', user.id).execute();
  return {};
}

export const userHandlers: UserHandlers = {
  'users.list': listUsers,
  'users.add': addUser,
  'users.changeRole': changeRole,
  'users.changePhotos': changePhotos,
  'users.reset': resetUser,
  'users.suspend': suspendUser,
  'users.resume': resumeUser,
  'users.remove': removeUser,
  'users.changePassphrase': changePassphrase,
  'users.chooseLanguage': chooseLanguage,
};

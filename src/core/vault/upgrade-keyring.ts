/*
 * Brings keyrings and slots up to date at an unlock, when the passphrase is at hand: format 1 to format 2, a
 * slot of the first kind to one with a key pair, a cost that this computer finds too cheap to a dearer one,
 * and the first user's slot to one with a sign-in name once there are more users.
 */
import { type CoreContext, type OpenRegister, registerOf } from '../context.ts';
import { signKeyring } from './keyring.ts';
import { fullKeys, keysFor, putSlot, slotOf } from './keyring-changes.ts';
import type { Keyring, PassphraseSlot, Slot } from './keyring-format.ts';
import { betterCost } from './passphrase-key.ts';
import { writeKeyring } from './register-folder.ts';
import { costOf } from './registers.ts';
import { makePassphraseSlot, newSalt, type Secret, wrapPassphraseSlot } from './slots.ts';

async function newOwnSlot(
  context: CoreContext,
  door: { vaultId: string; doorSalt: string },
  secret: Secret,
): Promise<PassphraseSlot> {
  const { user, keysByGeneration } = registerOf(context);
  const head = { ...door, id: user.slotId, keys: keysFor(keysByGeneration, true) };
  return makePassphraseSlot(head, secret, await costOf(context));
}

async function toFormat2(
  context: CoreContext,
  register: OpenRegister,
  secret: Secret,
): Promise<void> {
  const { keyring: former, user, keysByGeneration } = register;
  if (former.format !== 1) return;
  const { vaultId, generation } = former;
  const doorSalt = newSalt();
  const own = await newOwnSlot(context, { vaultId, doorSalt }, { passphrase: secret.passphrase });
  const slots = former.slots.map(
    (slot): Slot => (slot.id === user.slotId ? own : { type: 'former', id: slot.id, former: slot }),
  );
  const unsigned = { vaultId, generation, doorSalt, slots };
  const keyring = signKeyring(unsigned, fullKeys(keysByGeneration.get(generation)));
  await writeKeyring(register.folder, keyring);
  register.keyring = keyring;
}

/** For whoever holds the restricted key: the keyring to format 2, and their own slot to one with a key pair. */
export async function upgradeKeyring(context: CoreContext, secret: Secret): Promise<void> {
  const register = registerOf(context);
  const { keyring } = register;
  if (keyring.format === 1) return toFormat2(context, register, secret);
  if (slotOf(keyring, register.user.slotId)) return;
  const { vaultId, doorSalt } = keyring;
  const unnamed = { passphrase: secret.passphrase };
  await putSlot(register, await newOwnSlot(context, { vaultId, doorSalt }, unnamed));
}

async function ownSignInName(register: OpenRegister): Promise<string | null> {
  const row = await register.db
    .selectFrom('user')
    .select('sign_in_name')
    .where('id', '=', register.user.id)
    .executeTakeFirstOrThrow();
  return row.sign_in_name;
}

const asksForName = ({ slots }: Keyring) =>
  slots.filter((slot) => slot.type === 'passphrase').length > 1;

/** The name to wrap with from now on: theirs, once they typed it and others share the door. */
async function nameFrom(
  register: OpenRegister,
  keyring: Keyring,
  slot: PassphraseSlot,
  secret: Secret,
) {
  if (slot.isNamed) return secret.name;
  const isTheirs = secret.name !== undefined && secret.name === (await ownSignInName(register));
  return asksForName(keyring) && isTheirs ? secret.name : undefined;
}

/** `milliseconds`: how long the passphrase took to derive just now. */
export async function improveOwnSlot(
  context: CoreContext,
  secret: Secret,
  milliseconds: number,
): Promise<void> {
  const register = registerOf(context);
  const { keyring, privateKey, user } = register;
  if (keyring.format === 1 || !privateKey) return;
  const slot = slotOf(keyring, user.slotId);
  if (slot?.type !== 'passphrase') return;
  const { passphraseCost } = context.ports;
  const wanted = passphraseCost ?? betterCost(slot.cost, milliseconds) ?? slot.cost;
  const cost = wanted.memoryKiB > slot.cost.memoryKiB ? wanted : slot.cost;
  const name = await nameFrom(register, keyring, slot, secret);
  if (cost === slot.cost && (name !== undefined) === slot.isNamed) return;
  const { vaultId, doorSalt } = keyring;
  const wrapping = { vaultId, doorSalt, cost, secret: { passphrase: secret.passphrase, name } };
  await putSlot(register, await wrapPassphraseSlot(slot, privateKey, wrapping));
}

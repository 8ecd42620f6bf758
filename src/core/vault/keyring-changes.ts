import { ProcedureError } from '#api/errors.ts';
import type { OpenRegister } from '../context.ts';
import type { FormerKeyring } from './former-keyring.ts';
import { signKeyring, signUnchangedList } from './keyring.ts';
import {
  type DataKeys,
  isKeyPairSlot,
  type KeyPairSlot,
  type Keyring,
  type PassphraseSlot,
  type Slot,
  type UnsignedKeyring,
} from './keyring-format.ts';
import { type KeyringCopies, writeKeyring } from './register-folder.ts';
import type { KeysByGeneration } from './slots.ts';

const isFormer = (keyring: Keyring | FormerKeyring): keyring is FormerKeyring =>
  keyring.format === 1;

/** Fails with `keyring_outdated` until a coordinator has opened a register of the first kind. */
export function keyringOf(register: Pick<OpenRegister, 'keyring'>): Keyring {
  const { keyring } = register;
  if (isFormer(keyring)) throw new ProcedureError('keyring_outdated');
  return keyring;
}

/** Both data keys of the generation that signs the keyring; only coordinators have them. */
export function fullKeys(keys: DataKeys | undefined): Required<DataKeys> & { restricted: Buffer } {
  if (!keys?.restricted) throw new ProcedureError('role_missing');
  return { general: keys.general, restricted: keys.restricted };
}

export function slotOf(keyring: Keyring, slotId: string): KeyPairSlot | undefined {
  const slot = keyring.slots.find((one) => one.id === slotId);
  return slot && isKeyPairSlot(slot) ? slot : undefined;
}

/** What a user of that role holds, of every generation. */
export function keysFor(all: KeysByGeneration, isCoordinator: boolean): KeysByGeneration {
  if (isCoordinator) return new Map([...all].map(([n, keys]) => [n, fullKeys(keys)]));
  return new Map([...all].map(([n, { general }]) => [n, { general }]));
}

/** Signs with what this session holds, writes, and keeps the keyring in the session. */
export async function changeKeyring(
  register: Pick<OpenRegister, 'folder' | 'keyring' | 'keysByGeneration'>,
  change: (keyring: UnsignedKeyring) => UnsignedKeyring,
  copies: KeyringCopies = 'previous',
): Promise<void> {
  const { format, mac, listMac, ...unsigned } = keyringOf(register);
  const changed = change(unsigned);
  const keys = register.keysByGeneration.get(changed.generation);
  if (!keys) throw new ProcedureError('keyring_damaged');
  const signed = keys.restricted
    ? signKeyring(changed, fullKeys(keys))
    : signUnchangedList({ ...changed, listMac }, keys);
  await writeKeyring(register.folder, signed, copies);
  register.keyring = signed;
}

export async function changeSlots(
  register: OpenRegister,
  change: (slots: Slot[]) => Slot[],
): Promise<void> {
  await changeKeyring(register, (keyring) => ({ ...keyring, slots: change(keyring.slots) }));
}

/** In place of the slot of the same id, or beside the others. */
export async function putSlot(register: OpenRegister, slot: PassphraseSlot): Promise<void> {
  await changeSlots(register, (slots) =>
    slots.some((one) => one.id === slot.id)
      ? slots.map((one) => (one.id === slot.id ? slot : one))
      : [...slots, slot],
  );
}

/*
 * Makes the slots of a keyring and opens them. The passphrase key is derived once for each cost in use and
 * then tried on every slot: an unknown name takes as long as a wrong passphrase, because there is nothing
 * else to do in either case. The sign-in name is part of the salt and stands nowhere in the keyring, not even
 * as a hash, which whoever holds the file could compare with a list of first names.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { PassphraseCost } from '../ports.ts';
import { newKeyPair, openSealed, publicKeyOf, sealTo } from './key-pair.ts';
import {
  costText,
  type DataKeys,
  type KeyPairSlot,
  type Keyring,
  keyringFormat,
  type PassphraseSlot,
  type RecoverySlot,
  type SealedKeys,
} from './keyring-format.ts';
import { derivePassphraseKey } from './passphrase-key.ts';
import { recoveryKeyToSlotKey } from './recovery-key.ts';
import { deriveKey, seal, unseal } from './seal.ts';

export interface OpenedSlot {
  slotId: string;
  type: 'passphrase' | 'recovery';
  /** Undefined for a slot of format 1. */
  privateKey: Buffer | undefined;
  /** By generation; empty for a suspended user. */
  keys: KeysByGeneration;
}

export type KeysByGeneration = ReadonlyMap<number, DataKeys>;

export interface Secret {
  passphrase: string;
  /** Undefined when the door asked for none. */
  name?: string | undefined;
}

export const newSalt = () => randomBytes(16).toString('base64');
const bytesOf = (text: string) => Buffer.from(text, 'base64');

type SlotHead =
  | Pick<PassphraseSlot, 'type' | 'id' | 'salt' | 'cost' | 'isNamed' | 'publicKey'>
  | Pick<RecoverySlot, 'type' | 'id' | 'salt' | 'publicKey'>;

function boundTo(vaultId: string, slot: SlotHead): string {
  const how = slot.type === 'passphrase' ? `${costText(slot.cost)}:${slot.isNamed}` : 'hkdf';
  const parts = [keyringFormat, vaultId, slot.id, slot.type, how, slot.salt, slot.publicKey];
  return parts.join('|');
}

const boundKey = (vaultId: string, slotId: string, generation: number, tier: string) =>
  [keyringFormat, vaultId, slotId, generation, tier].join('|');

/** The data keys of one generation for a slot, made with its public key alone. */
export function sealKeys(
  vaultId: string,
  slot: Pick<KeyPairSlot, 'id' | 'publicKey'>,
  { generation, keys }: { generation: number; keys: DataKeys },
): SealedKeys {
  const box = (key: Buffer, tier: string) =>
    sealTo(bytesOf(slot.publicKey), key, boundKey(vaultId, slot.id, generation, tier)).toString(
      'base64',
    );
  return {
    generation,
    general: box(keys.general, 'general'),
    ...(keys.restricted ? { restricted: box(keys.restricted, 'restricted') } : {}),
  };
}

/** Of every generation there is: more than one only while the keys are being renewed. */
export function sealAllKeys(
  vaultId: string,
  slot: Pick<KeyPairSlot, 'id' | 'publicKey'>,
  all: KeysByGeneration,
): SealedKeys[] {
  return [...all].map(([generation, keys]) => sealKeys(vaultId, slot, { generation, keys }));
}

async function doorKey(
  secret: Secret,
  door: { doorSalt: string; cost: PassphraseCost; isNamed: boolean },
): Promise<Buffer> {
  const name = door.isNamed ? (secret.name ?? '') : '';
  const salt = createHash('sha256').update(`approdo door|${door.doorSalt}|${name}`).digest();
  return derivePassphraseKey(secret.passphrase, salt.subarray(0, 16), door.cost);
}

const slotKeyOf = (derived: Buffer, slot: { id: string; salt: string }) =>
  deriveKey(derived, `slot ${slot.id}`, bytesOf(slot.salt));

interface NewSlot {
  id: string;
  vaultId: string;
  doorSalt: string;
  keys: KeysByGeneration;
}

/** A slot for a normalised passphrase, with a key pair of its own. Takes as long as `cost` says. */
export async function makePassphraseSlot(
  { id, vaultId, doorSalt, keys }: NewSlot,
  secret: Secret,
  cost: PassphraseCost,
  { publicKey, privateKey } = newKeyPair(),
): Promise<PassphraseSlot> {
  const slot = { id, publicKey: publicKey.toString('base64') };
  const sealed = sealAllKeys(vaultId, slot, keys);
  return wrapPassphraseSlot({ ...slot, keys: sealed }, privateKey, {
    vaultId,
    doorSalt,
    secret,
    cost,
  });
}

interface Wrapping {
  vaultId: string;
  doorSalt: string;
  secret: Secret;
  cost: PassphraseCost;
}

/** The same key pair behind another passphrase, name or cost: nothing else changes. */
export async function wrapPassphraseSlot(
  slot: Pick<PassphraseSlot, 'id' | 'publicKey' | 'keys'>,
  privateKey: Buffer,
  { vaultId, doorSalt, secret, cost }: Wrapping,
): Promise<PassphraseSlot> {
  const isNamed = secret.name !== undefined;
  const { id, publicKey, keys } = slot;
  const head = { type: 'passphrase' as const, id, salt: newSalt(), cost, isNamed, publicKey };
  const slotKey = slotKeyOf(await doorKey(secret, { doorSalt, cost, isNamed }), head);
  const wrapped = seal(slotKey, privateKey, boundTo(vaultId, head)).toString('base64');
  return { ...head, privateKey: wrapped, keys };
}

/** A slot for a recovery key given as its groups. Throws a RangeError for a key that fails its check. */
export function makeRecoverySlot(
  { id, vaultId, keys }: Omit<NewSlot, 'doorSalt'>,
  recoveryKey: string[],
): RecoverySlot {
  const { publicKey, privateKey } = newKeyPair();
  const head = {
    type: 'recovery' as const,
    id,
    salt: newSalt(),
    publicKey: publicKey.toString('base64'),
  };
  const slotKey = recoveryKeyToSlotKey(recoveryKey.join(''), bytesOf(head.salt));
  if (!slotKey) throw new RangeError('not a recovery key');
  const wrapped = seal(slotKey, privateKey, boundTo(vaultId, head)).toString('base64');
  return { ...head, privateKey: wrapped, keys: sealAllKeys(vaultId, head, keys) };
}

function openKeys(
  vaultId: string,
  slot: KeyPairSlot,
  privateKey: Buffer,
): Map<number, DataKeys> | undefined {
  const opened = new Map<number, DataKeys>();
  for (const { generation, general, restricted } of slot.keys) {
    const open = (box: string, tier: string) =>
      openSealed(privateKey, bytesOf(box), boundKey(vaultId, slot.id, generation, tier));
    const generalKey = open(general, 'general');
    const restrictedKey = restricted === undefined ? undefined : open(restricted, 'restricted');
    const isWhole = generalKey && (restricted === undefined || restrictedKey);
    if (!isWhole) return undefined;
    opened.set(generation, { general: generalKey, restricted: restrictedKey });
  }
  return opened;
}

function openSlot(vaultId: string, slot: KeyPairSlot, slotKey: Buffer): OpenedSlot | undefined {
  const privateKey = unseal(slotKey, bytesOf(slot.privateKey), boundTo(vaultId, slot));
  if (!privateKey || publicKeyOf(privateKey).toString('base64') !== slot.publicKey)
    return undefined;
  const keys = openKeys(vaultId, slot, privateKey);
  return keys && { slotId: slot.id, type: slot.type, privateKey, keys };
}

/** The slot that name and passphrase open. One derivation for each cost in use, whoever knocks. */
export async function openPassphraseSlot(
  keyring: Pick<Keyring, 'vaultId' | 'doorSalt' | 'slots'>,
  secret: Secret,
): Promise<OpenedSlot | undefined> {
  const { vaultId, doorSalt } = keyring;
  const slots = keyring.slots.filter((slot) => slot.type === 'passphrase');
  const doors = new Map(slots.map((one) => [`${costText(one.cost)}:${one.isNamed}`, one]));
  for (const { cost, isNamed } of doors.values()) {
    const derived = await doorKey(secret, { doorSalt, cost, isNamed });
    for (const slot of slots) {
      if (slot.isNamed !== isNamed || costText(slot.cost) !== costText(cost)) continue;
      const opened = openSlot(vaultId, slot, slotKeyOf(derived, slot));
      if (opened) return opened;
    }
  }
  return undefined;
}

export function openRecoverySlot(
  keyring: Pick<Keyring, 'vaultId' | 'slots'>,
  typed: string,
): OpenedSlot | undefined {
  for (const slot of keyring.slots) {
    if (slot.type !== 'recovery') continue;
    const slotKey = recoveryKeyToSlotKey(typed, bytesOf(slot.salt));
    const opened = slotKey && openSlot(keyring.vaultId, slot, slotKey);
    if (opened) return opened;
  }
  return undefined;
}

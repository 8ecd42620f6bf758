/*
 * The keyring: one slot for each way into a register. Every slot holds the data keys, encrypted under a key
 * from a passphrase or from the recovery key. What describes a slot (its cost, salt, generation) is bound
 * into the encryption, so lowering the cost or moving a slot to another register makes it useless instead of
 * weak (security findings b.2). Losing this file loses the register, so it is written with care elsewhere.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { PassphraseCost } from '../ports.ts';
import { derivePassphraseKey, isAllowedCost } from './passphrase-key.ts';
import { recoveryKeyToSlotKey } from './recovery-key.ts';
import { deriveKey, seal, unseal } from './seal.ts';

const keyringFormat = 1;

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);

const slotSchema = z.strictObject({
  id: z.uuid(),
  type: z.enum(['passphrase', 'recovery']),
  generation: z.int().min(1),
  cost: z
    .strictObject({ memoryKiB: z.int(), passes: z.int(), lanes: z.int() })
    .refine(isAllowedCost)
    .optional(),
  salt: base64.max(64),
  wrapped: base64.max(400),
});
export type Slot = z.infer<typeof slotSchema>;

export const keyringSchema = z.strictObject({
  format: z.literal(keyringFormat),
  vaultId: z.uuid(),
  generation: z.int().min(1),
  slots: z.array(slotSchema).min(1).max(100),
  mac: base64.max(64),
});
export type Keyring = z.infer<typeof keyringSchema>;
export type UnsignedKeyring = Omit<Keyring, 'mac' | 'format'>;

/** `restricted` is held by coordinators only; it opens protected notes, not the database file. */
export interface DataKeys {
  general: Buffer;
  restricted?: Buffer | undefined;
}

export function newDataKeys(): Required<DataKeys> {
  return { general: randomBytes(32), restricted: randomBytes(32) };
}

type SlotHead = Omit<Slot, 'wrapped'>;

function boundTo(vaultId: string, slot: SlotHead): string {
  const { id, type, generation, cost, salt } = slot;
  const costText = cost ? `argon2id:${cost.memoryKiB}:${cost.passes}:${cost.lanes}` : 'hkdf';
  return [keyringFormat, vaultId, id, type, generation, costText, salt].join('|');
}

function wrap(keys: DataKeys, slotKey: Uint8Array, vaultId: string, head: SlotHead): Slot {
  const plain = Buffer.concat([keys.general, keys.restricted ?? Buffer.alloc(0)]);
  const wrapped = seal(slotKey, plain, boundTo(vaultId, head)).toString('base64');
  plain.fill(0);
  return { ...head, wrapped };
}

function unwrap(slotKey: Uint8Array, vaultId: string, slot: Slot): DataKeys | undefined {
  const plain = unseal(slotKey, Buffer.from(slot.wrapped, 'base64'), boundTo(vaultId, slot));
  if (plain?.length === 32) return { general: plain };
  if (plain?.length === 64)
    return { general: plain.subarray(0, 32), restricted: plain.subarray(32) };
  return undefined;
}

interface NewSlot {
  id: string;
  vaultId: string;
  generation: number;
  keys: DataKeys;
}

const newSalt = () => randomBytes(16).toString('base64');

/** A slot for a normalised passphrase. Takes as long as `cost` says. */
export async function makePassphraseSlot(
  { id, vaultId, generation, keys }: NewSlot,
  passphrase: string,
  cost: PassphraseCost,
): Promise<Slot> {
  const head: SlotHead = { id, type: 'passphrase', generation, cost, salt: newSalt() };
  const slotKey = await derivePassphraseKey(passphrase, Buffer.from(head.salt, 'base64'), cost);
  return wrap(keys, slotKey, vaultId, head);
}

/** A slot for a recovery key given as its groups. Throws a RangeError for a key that fails its check. */
export function makeRecoverySlot(
  { id, vaultId, generation, keys }: NewSlot,
  recoveryKey: string[],
): Slot {
  const head: SlotHead = { id, type: 'recovery', generation, salt: newSalt() };
  const slotKey = recoveryKeyToSlotKey(recoveryKey.join(''), Buffer.from(head.salt, 'base64'));
  if (!slotKey) throw new RangeError('not a recovery key');
  return wrap(keys, slotKey, vaultId, head);
}

export interface OpenedSlot {
  slotId: string;
  keys: DataKeys;
}

/** The first slot that the passphrase opens. Every passphrase slot costs one derivation. */
export async function openWithPassphrase(
  keyring: Keyring,
  passphrase: string,
): Promise<OpenedSlot | undefined> {
  for (const slot of keyring.slots) {
    if (slot.type !== 'passphrase' || !slot.cost) continue;
    const salt = Buffer.from(slot.salt, 'base64');
    const keys = unwrap(
      await derivePassphraseKey(passphrase, salt, slot.cost),
      keyring.vaultId,
      slot,
    );
    if (keys) return { slotId: slot.id, keys };
  }
  return undefined;
}

export function openWithRecoveryKey(keyring: Keyring, typed: string): OpenedSlot | undefined {
  for (const slot of keyring.slots) {
    if (slot.type !== 'recovery') continue;
    const slotKey = recoveryKeyToSlotKey(typed, Buffer.from(slot.salt, 'base64'));
    const keys = slotKey && unwrap(slotKey, keyring.vaultId, slot);
    if (keys) return { slotId: slot.id, keys };
  }
  return undefined;
}

function macOf(keyring: UnsignedKeyring, keys: DataKeys): Buffer {
  const { vaultId, generation, slots } = keyring;
  const signed = JSON.stringify([
    keyringFormat,
    vaultId,
    generation,
    slots.map((slot) => [boundTo(vaultId, slot), slot.wrapped]),
  ]);
  return createHmac('sha256', deriveKey(keys.general, 'keyring')).update(signed).digest();
}

export function signKeyring(keyring: UnsignedKeyring, keys: DataKeys): Keyring {
  const mac = macOf(keyring, keys).toString('base64');
  return { format: keyringFormat, ...keyring, mac };
}

/** False when slots were added, removed or exchanged by somebody without the data key. */
export function isKeyringAuthentic(keyring: Keyring, keys: DataKeys): boolean {
  const written = Buffer.from(keyring.mac, 'base64');
  const computed = macOf(keyring, keys);
  return written.length === computed.length && timingSafeEqual(written, computed);
}

/*
 * Format 1 of the keyring, as the first registers have it: every slot wraps the data keys directly under a
 * key from its own passphrase. Such a register opens as before; the first coordinator who opens it writes
 * format 2, where slots of people who were not there are kept as they are until their passphrase is reset.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import {
  base64,
  costText,
  type DataKeys,
  type FormerSlot,
  formerSlotSchema,
} from './keyring-format.ts';
import { derivePassphraseKey } from './passphrase-key.ts';
import { recoveryKeyToSlotKey } from './recovery-key.ts';
import { deriveKey, unseal } from './seal.ts';
import type { OpenedSlot } from './slots.ts';

const formerFormat = 1;

export const formerKeyringSchema = z.strictObject({
  format: z.literal(formerFormat),
  vaultId: z.uuid(),
  generation: z.int().min(1),
  slots: z.array(formerSlotSchema).min(1).max(100),
  mac: base64.max(64),
});
export type FormerKeyring = z.infer<typeof formerKeyringSchema>;

function boundTo(vaultId: string, slot: FormerSlot): string {
  const { id, type, generation, cost, salt } = slot;
  return [formerFormat, vaultId, id, type, generation, costText(cost), salt].join('|');
}

function unwrap(slotKey: Uint8Array, vaultId: string, slot: FormerSlot): DataKeys | undefined {
  const plain = unseal(slotKey, Buffer.from(slot.wrapped, 'base64'), boundTo(vaultId, slot));
  if (plain?.length === 32) return { general: plain };
  if (plain?.length === 64)
    return { general: plain.subarray(0, 32), restricted: plain.subarray(32) };
  return undefined;
}

interface FormerSlots {
  vaultId: string;
  slots: readonly FormerSlot[];
}

const opened = (slot: FormerSlot, keys: DataKeys): OpenedSlot => ({
  slotId: slot.id,
  type: slot.type,
  privateKey: undefined,
  keys: new Map([[slot.generation, keys]]),
});

/** The first slot that the passphrase opens. Every passphrase slot costs one derivation. */
export async function openFormerPassphraseSlot(
  { vaultId, slots }: FormerSlots,
  passphrase: string,
): Promise<OpenedSlot | undefined> {
  for (const slot of slots) {
    if (slot.type !== 'passphrase' || !slot.cost) continue;
    const salt = Buffer.from(slot.salt, 'base64');
    const keys = unwrap(await derivePassphraseKey(passphrase, salt, slot.cost), vaultId, slot);
    if (keys) return opened(slot, keys);
  }
  return undefined;
}

export function openFormerRecoverySlot(
  { vaultId, slots }: FormerSlots,
  typed: string,
): OpenedSlot | undefined {
  for (const slot of slots) {
    if (slot.type !== 'recovery') continue;
    const slotKey = recoveryKeyToSlotKey(typed, Buffer.from(slot.salt, 'base64'));
    const keys = slotKey && unwrap(slotKey, vaultId, slot);
    if (keys) return opened(slot, keys);
  }
  return undefined;
}

export function isFormerKeyringAuthentic(keyring: FormerKeyring, keys: DataKeys): boolean {
  const { vaultId, generation, slots } = keyring;
  const signed = JSON.stringify([
    formerFormat,
    vaultId,
    generation,
    slots.map((slot) => [boundTo(vaultId, slot), slot.wrapped]),
  ]);
  const computed = createHmac('sha256', deriveKey(keys.general, 'keyring')).update(signed).digest();
  const written = Buffer.from(keyring.mac, 'base64');
  return written.length === computed.length && timingSafeEqual(written, computed);
}

/*
 * The keyring file, format 2. One slot for each way into a register: a passphrase of one user, or the
 * recovery key. Every slot has a key pair: the private key is wrapped under what somebody knows, and the data
 * keys are sealed to the public key, so that they can be renewed without that person. What describes a slot
 * is bound into its encryption, and the whole file carries two checks: one by the general key, so that
 * nobody outside changes a slot, and one by the restricted key over the list of public keys, so that
 * somebody who holds only the general key cannot slip in a key of their own.
 */
import { z } from 'zod';
import type { PassphraseCost } from '../ports.ts';
import { isAllowedCost } from './passphrase-key.ts';

export const keyringFormat = 2;

export const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);
const generation = z.int().min(1);
const cost = z
  .strictObject({ memoryKiB: z.int(), passes: z.int(), lanes: z.int() })
  .refine(isAllowedCost);

/** The data keys of one generation, sealed to the slot's public key. */
const sealedKeysSchema = z.strictObject({
  generation,
  general: base64.max(200),
  restricted: base64.max(200).optional(),
});
export type SealedKeys = z.infer<typeof sealedKeysSchema>;

const keyPairShape = {
  id: z.uuid(),
  salt: base64.max(64),
  publicKey: base64.max(64),
  privateKey: base64.max(200),
  /** Two while the data keys are being renewed; none while the user is suspended. */
  keys: z.array(sealedKeysSchema).max(2),
};

const passphraseSlotSchema = z.strictObject({
  type: z.literal('passphrase'),
  ...keyPairShape,
  cost,
  /** Whether the sign-in name is part of the secret; the first user of a register types none. */
  isNamed: z.boolean(),
});
export type PassphraseSlot = z.infer<typeof passphraseSlotSchema>;

const recoverySlotSchema = z.strictObject({ type: z.literal('recovery'), ...keyPairShape });
export type RecoverySlot = z.infer<typeof recoverySlotSchema>;

/** A slot of format 1, which wraps the data keys directly. It opens, but nothing can be sealed to it. */
export const formerSlotSchema = z.strictObject({
  id: z.uuid(),
  type: z.enum(['passphrase', 'recovery']),
  generation,
  cost: cost.optional(),
  salt: base64.max(64),
  wrapped: base64.max(400),
});
export type FormerSlot = z.infer<typeof formerSlotSchema>;

const keptFormerSlotSchema = z.strictObject({
  type: z.literal('former'),
  id: z.uuid(),
  former: formerSlotSchema,
});

const slotSchema = z.discriminatedUnion('type', [
  passphraseSlotSchema,
  recoverySlotSchema,
  keptFormerSlotSchema,
]);
export type Slot = z.infer<typeof slotSchema>;
export type KeyPairSlot = PassphraseSlot | RecoverySlot;

/** Renewing the data keys, begun and not finished. `leaving` lost the keys; null means altogether. */
const renewalSchema = z.strictObject({
  generation,
  leaving: z
    .array(z.strictObject({ userId: z.uuid(), newRole: z.string().max(20).nullable() }))
    .max(100),
});
export type Renewal = z.infer<typeof renewalSchema>;

export const keyringSchema = z.strictObject({
  format: z.literal(keyringFormat),
  vaultId: z.uuid(),
  generation,
  doorSalt: base64.max(64),
  renewal: renewalSchema.optional(),
  /** Last entry of the audit log when the register was last closed. */
  auditHead: z.strictObject({ seq: z.int().min(0), mac: base64.max(64) }).optional(),
  /** SHA-256 of the register file as it was left; absent while it is open, and after it was not closed. */
  leftAs: base64.max(64).optional(),
  /** Of the last session that opened the file; its first line in the audit log says the same. */
  session: z.uuid().optional(),
  slots: z.array(slotSchema).min(1).max(100),
  listMac: base64.max(64),
  mac: base64.max(64),
});
export type Keyring = z.infer<typeof keyringSchema>;
export type UnsignedKeyring = Omit<Keyring, 'mac' | 'listMac' | 'format'>;

/** `restricted` is held by coordinators only; it opens protected notes, not the database file. */
export interface DataKeys {
  general: Buffer;
  restricted?: Buffer | undefined;
}

export function costText(given: PassphraseCost | undefined): string {
  return given ? `argon2id:${given.memoryKiB}:${given.passes}:${given.lanes}` : 'hkdf';
}

export const isKeyPairSlot = (slot: Slot): slot is KeyPairSlot => slot.type !== 'former';

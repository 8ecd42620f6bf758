/*
 * Signs, checks and opens a keyring as a whole. Losing this file loses the register, so it is written with
 * care elsewhere (register-folder.ts); what is read here comes from a disk that others may have had in hands.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { openFormerPassphraseSlot, openFormerRecoverySlot } from './former-keyring.ts';
import {
  type DataKeys,
  type FormerSlot,
  isKeyPairSlot,
  type Keyring,
  keyringFormat,
  type UnsignedKeyring,
} from './keyring-format.ts';
import { deriveKey } from './seal.ts';
import { type OpenedSlot, openPassphraseSlot, openRecoverySlot, type Secret } from './slots.ts';

export function newDataKeys(): Required<DataKeys> {
  return { general: randomBytes(32), restricted: randomBytes(32) };
}

const formerSlotsOf = ({ vaultId, slots }: Pick<Keyring, 'vaultId' | 'slots'>) => ({
  vaultId,
  slots: slots.flatMap((slot): FormerSlot[] => (slot.type === 'former' ? [slot.former] : [])),
});

export async function openWithPassphrase(
  keyring: Keyring,
  secret: Secret,
): Promise<OpenedSlot | undefined> {
  return (
    (await openPassphraseSlot(keyring, secret)) ??
    (await openFormerPassphraseSlot(formerSlotsOf(keyring), secret.passphrase))
  );
}

export function openWithRecoveryKey(keyring: Keyring, typed: string): OpenedSlot | undefined {
  return openRecoverySlot(keyring, typed) ?? openFormerRecoverySlot(formerSlotsOf(keyring), typed);
}

/** One text for one value, whatever the order its fields were written in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function hmac(key: Buffer, purpose: string, signed: unknown): Buffer {
  return createHmac('sha256', deriveKey(key, purpose)).update(canonical(signed)).digest();
}

/** Who holds which public key: what somebody without the restricted key must not be able to change. */
function listMac(
  { vaultId, generation, renewal, slots }: UnsignedKeyring,
  restricted: Buffer,
): Buffer {
  const list = slots.map((slot) =>
    isKeyPairSlot(slot)
      ? [slot.id, slot.type, slot.publicKey, slot.keys.some((one) => one.restricted !== undefined)]
      : [slot.id, slot.type],
  );
  return hmac(restricted, 'keyring list', [
    keyringFormat,
    vaultId,
    generation,
    renewal ?? null,
    list,
  ]);
}

const wholeMac = (keyring: Omit<Keyring, 'mac'>, general: Buffer) =>
  hmac(general, 'keyring', [
    keyringFormat,
    keyring.vaultId,
    keyring.generation,
    keyring.doorSalt,
    keyring.renewal ?? null,
    keyring.auditHead ?? null,
    keyring.slots,
    keyring.listMac,
    // Keyrings of before these two were signed without them.
    ...((keyring.leftAs ?? keyring.session)
      ? [keyring.leftAs ?? null, keyring.session ?? null]
      : []),
  ]);

/** With the restricted key, the list of slots is vouched for anew. `keys` are those of its generation. */
export function signKeyring(keyring: UnsignedKeyring, keys: Required<DataKeys>): Keyring {
  const mac = listMac(keyring, keys.restricted).toString('base64');
  return signUnchangedList({ ...keyring, listMac: mac }, keys);
}

/** For somebody without the restricted key: their own slot may change its wrapping, the list may not. */
export function signUnchangedList(
  keyring: UnsignedKeyring & { listMac: string },
  keys: DataKeys,
): Keyring {
  const whole = { ...keyring, format: keyringFormat as typeof keyringFormat };
  return { ...whole, mac: wholeMac(whole, keys.general).toString('base64') };
}

function isEqual(written: string, computed: Buffer): boolean {
  const bytes = Buffer.from(written, 'base64');
  return bytes.length === computed.length && timingSafeEqual(bytes, computed);
}

/** False when the file was changed by somebody without the keys it stands for. */
export function isKeyringAuthentic(keyring: Keyring, keys: DataKeys): boolean {
  if (!isEqual(keyring.mac, wholeMac(keyring, keys.general))) return false;
  return (
    keys.restricted === undefined || isEqual(keyring.listMac, listMac(keyring, keys.restricted))
  );
}

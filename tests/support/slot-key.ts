import { createHash } from 'node:crypto';
import { deriveKey } from '#core/vault/seal.ts';

interface Described {
  passphrase: string;
  name: string;
  doorSalt: string;
  salt: string;
  id: string;
}

/** The key of a passphrase slot, by the description of the keyring and not by the program that makes it. */
export async function slotKeyByHand(
  { passphrase, name, doorSalt, salt, id }: Described,
  derive: (passphrase: string, salt: Uint8Array) => Promise<Buffer>,
): Promise<Buffer> {
  const door = createHash('sha256').update(`approdo door|${doorSalt}|${name}`).digest();
  const derived = await derive(passphrase, door.subarray(0, 16));
  return deriveKey(derived, `slot ${id}`, Buffer.from(salt, 'base64'));
}

/*
 * Sealing to somebody who is not there: a box that only the holder of an X25519 private key can open, made
 * with nothing but the public key (RFC 7748, ephemeral key, HKDF-SHA-256 and AES-256-GCM as in RFC 9180's
 * base mode). Without it a new data key could reach only the people who type their passphrase that minute,
 * and taking a former volunteer's key away would lock everybody else out.
 */
import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { deriveKey, seal, unseal } from './seal.ts';

const KEY_BYTES = 32;
// What comes before the 32 bytes of a key in its standard wrapping (RFC 8410).
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');

export interface KeyPair {
  publicKey: Buffer;
  privateKey: Buffer;
}

const publicObject = (raw: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' });

const privateObject = (raw: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, raw]), format: 'der', type: 'pkcs8' });

/** Both keys as their bare 32 bytes. */
export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const tail = (der: Buffer) => Buffer.from(der.subarray(der.length - KEY_BYTES));
  return {
    publicKey: tail(publicKey.export({ format: 'der', type: 'spki' })),
    privateKey: tail(privateKey.export({ format: 'der', type: 'pkcs8' })),
  };
}

export function publicKeyOf(privateKey: Uint8Array): Buffer {
  const der = createPublicKey(privateObject(privateKey)).export({ format: 'der', type: 'spki' });
  return Buffer.from(der.subarray(der.length - KEY_BYTES));
}

function boxKey(shared: Uint8Array, ephemeral: Uint8Array, recipient: Uint8Array): Buffer {
  return deriveKey(shared, 'sealed box', Buffer.concat([ephemeral, recipient]));
}

/** ephemeral public key ‖ sealed bytes. Throws when `publicKey` is not a usable X25519 key. */
export function sealTo(publicKey: Uint8Array, plain: Uint8Array, bound: string): Buffer {
  const ephemeral = newKeyPair();
  const shared = diffieHellman({
    privateKey: privateObject(ephemeral.privateKey),
    publicKey: publicObject(publicKey),
  });
  const key = boxKey(shared, ephemeral.publicKey, publicKey);
  const box = Buffer.concat([ephemeral.publicKey, seal(key, plain, bound)]);
  for (const secret of [shared, key, ephemeral.privateKey]) secret.fill(0);
  return box;
}

/** The plain bytes, or undefined when key, box or `bound` are not those of `sealTo`. */
export function openSealed(
  privateKey: Uint8Array,
  box: Uint8Array,
  bound: string,
): Buffer | undefined {
  if (box.length <= KEY_BYTES) return undefined;
  const ephemeral = box.subarray(0, KEY_BYTES);
  try {
    const shared = diffieHellman({
      privateKey: privateObject(privateKey),
      publicKey: publicObject(ephemeral),
    });
    return unseal(
      boxKey(shared, ephemeral, publicKeyOf(privateKey)),
      box.subarray(KEY_BYTES),
      bound,
    );
  } catch {
    // An ephemeral key of low order is refused by the library: nobody sealed this box.
    return undefined;
  }
}

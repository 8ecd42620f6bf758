/**
 * Password protection as PDF 2.0 has it (ISO 32000-2, 7.6.4, revision 6): AES-256, and a password
 * hash of at least 64 rounds. pdfkit stops at revision 5, whose one round of SHA-256 lets a graphics
 * card try billions of passwords a second, so the entries of its dictionary are written anew here.
 * The key that encrypts the content stays pdfkit's: 32 random bytes.
 */

import { createCipheriv, createHash, randomBytes, randomInt } from 'node:crypto';
import type { PdfSecurity } from './pdfkit-types.ts';
import { TypesettingError } from './typesetting-error.ts';

/** Without letters and digits that are taken for one another when read out or copied by hand. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 5;
const groupLength = 5;

/** 25 characters of 31, which are 123 bits, in groups of five. */
export function generatePassword(): string {
  const group = () =>
    Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

export const passwordLimits = { shortest: 12, longest: 127 } as const;

/** Errors: bad_password. Printable ASCII only: other letters are typed differently by programs. */
export function assertPassword(password: string): void {
  const { shortest, longest } = passwordLimits;
  const isFit =
    password.length >= shortest && password.length <= longest && /^[\x20-\x7e]*$/.test(password);
  if (!isFit) throw new TypesettingError('bad_password', '12 to 127 printable ASCII characters');
}

/** Whoever has the password may do everything with the document. */
export const allPermissions = {
  printing: 'highResolution',
  modifying: true,
  copying: true,
  annotating: true,
  fillingForms: true,
  contentAccessibility: true,
  documentAssembly: true,
} as const;

/** To be called before anything is written. */
export function strengthenPasswordHash(security: PdfSecurity, password: string): void {
  const secret = Buffer.from(password, 'utf8');
  const key = Buffer.from(security.encryptionKey);
  const user = entryFor(secret, Buffer.alloc(0), key);
  const owner = entryFor(secret, user.verifier, key);
  Object.assign(security.dictionary.data, {
    R: 6,
    U: user.verifier,
    UE: user.wrappedKey,
    O: owner.verifier,
    OE: owner.wrappedKey,
  });
}

/** Algorithms 8 and 9: 48 bytes that prove the password, and the key wrapped for it. */
function entryFor(password: Buffer, userEntry: Buffer, key: Buffer) {
  const validationSalt = randomBytes(8);
  const keySalt = randomBytes(8);
  const proof = hardenedHash(password, validationSalt, userEntry);
  const cipher = createCipheriv(
    'aes-256-cbc',
    hardenedHash(password, keySalt, userEntry),
    Buffer.alloc(16),
  ).setAutoPadding(false);
  return {
    verifier: Buffer.concat([proof, validationSalt, keySalt]),
    wrappedKey: Buffer.concat([cipher.update(key), cipher.final()]),
  };
}

/** Algorithm 2.B. */
function hardenedHash(password: Buffer, salt: Buffer, userEntry: Buffer): Buffer {
  let hash = createHash('sha256').update(password).update(salt).update(userEntry).digest();
  for (let round = 0; ; round += 1) {
    const block = Buffer.concat([password, hash, userEntry]);
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => block));
    const cipher = createCipheriv(
      'aes-128-cbc',
      hash.subarray(0, 16),
      hash.subarray(16, 32),
    ).setAutoPadding(false);
    const encrypted = Buffer.concat([cipher.update(repeated), cipher.final()]);
    // As a number of 16 bytes modulo three; 256 leaves one, so the sum of the bytes will do.
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    hash = createHash((['sha256', 'sha384', 'sha512'] as const)[remainder] ?? 'sha256')
      .update(encrypted)
      .digest();
    const done = round + 1;
    if (done >= 64 && (encrypted.at(-1) ?? 0) <= done - 32) break;
  }
  return hash.subarray(0, 32);
}

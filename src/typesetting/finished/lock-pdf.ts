/**
 * Password protection as PDF 2.0 has it (ISO 32000-2, 7.6.4, revision 6): AES-256, and a password
 * hash of at least 64 rounds. pdfkit stops at revision 5, whose one round of SHA-256 lets a graphics
 * card try billions of passwords a second, so a finished document is locked here: the letter that is
 * sent is the one that was filed, byte for byte inside.
 */

import { createCipheriv, createHash, randomBytes, randomInt } from 'node:crypto';
import { TypesettingError } from '../typesetting-error.ts';
import { dictionaryAt, type PdfObject, readPdf, writePdf } from './pdf-file.ts';
import { changed, type PdfDictionary, PdfName, PdfReference, PdfString } from './pdf-values.ts';

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

/** What is no longer true of a document that needs a password: PDF/A may not be encrypted. */
const claimsOfFiling = ['OutputIntents', 'Metadata'];

/**
 * The document under a password; whoever has it may do everything with it. The bytes are different each time, as
 * they must be. Errors: bad_password, bad_pdf.
 */
export function lockPdf(bytes: Uint8Array, password: string): Uint8Array {
  assertPassword(password);
  const file = readPdf(bytes);
  const catalog = dictionaryAt(file, file.trailer, 'Root');
  for (const key of claimsOfFiling) catalog.delete(key);
  catalog.set('Extensions', extensions);
  const key = randomBytes(32);
  const objects = new Map<number, PdfObject>();
  for (const [id, { value, stream }] of file.objects) {
    const locked = changed(value, (part) =>
      part instanceof PdfString ? new PdfString(encrypted(part.bytes, key)) : part,
    );
    if (stream === undefined || !(locked instanceof Map)) {
      objects.set(id, { value: locked });
      continue;
    }
    const content = encrypted(stream, key);
    objects.set(id, { value: locked.set('Length', content.length), stream: content });
  }
  const lockId = Math.max(0, ...objects.keys()) + 1;
  // The only object whose strings stay as they are.
  objects.set(lockId, { value: lockDictionary(Buffer.from(password, 'utf8'), key) });
  const trailer = new Map([...file.trailer, ['Encrypt', new PdfReference(lockId)] as const]);
  return writePdf({ objects, trailer });
}

const extensions: PdfDictionary = new Map([
  [
    'ADBE',
    new Map<string, PdfName | number>([
      ['BaseVersion', new PdfName('1.7')],
      ['ExtensionLevel', 8],
    ]),
  ],
]);

/** Everything is allowed: a ban would only be a request to the reader. */
const allPermissions = -4;

function lockDictionary(password: Buffer, key: Buffer): PdfDictionary {
  const user = entryFor(password, Buffer.alloc(0), key);
  const owner = entryFor(password, user.verifier, key);
  const filter: PdfDictionary = new Map<string, PdfName | number>([
    ['AuthEvent', new PdfName('DocOpen')],
    ['CFM', new PdfName('AESV3')],
    ['Length', 32],
  ]);
  return new Map<string, PdfDictionary | PdfName | PdfString | number>([
    ['Filter', new PdfName('Standard')],
    ['V', 5],
    ['R', 6],
    ['Length', 256],
    ['P', allPermissions],
    ['CF', new Map([['StdCF', filter]])],
    ['StmF', new PdfName('StdCF')],
    ['StrF', new PdfName('StdCF')],
    ['U', new PdfString(user.verifier)],
    ['UE', new PdfString(user.wrappedKey)],
    ['O', new PdfString(owner.verifier)],
    ['OE', new PdfString(owner.wrappedKey)],
    ['Perms', new PdfString(sealedPermissions(key))],
  ]);
}

/** Algorithm 10: so that a reader sees when somebody changed what is allowed. */
function sealedPermissions(key: Buffer): Buffer {
  const plain = Buffer.alloc(16, 0xff);
  plain.writeInt32LE(allPermissions, 0);
  plain.write('Tadb', 8, 'latin1');
  randomBytes(4).copy(plain, 12);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

/** Algorithm 1.A: its own start vector before each content. */
function encrypted(content: Uint8Array, key: Buffer): Buffer {
  const start = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, start);
  return Buffer.concat([start, cipher.update(content), cipher.final()]);
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

import { createDecipheriv } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const PAGE = 4096;
/** SQLCipher keeps the initial vector (16) and the check of each page (64) at its end, the salt at the start. */
const RESERVED = 80;
const SALT = 16;

/** Every page of a register file as it is without encryption, free ones too. Its own program is not asked. */
export async function decryptedPages(path: string, key: Uint8Array): Promise<Buffer> {
  const file = await readFile(path);
  const pages: Buffer[] = [];
  for (let at = 0; at < file.length; at += PAGE) {
    const from = at === 0 ? SALT : 0;
    const page = file.subarray(at, at + PAGE);
    const vector = page.subarray(PAGE - RESERVED, PAGE - RESERVED + 16);
    const decipher = createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false);
    pages.push(decipher.update(page.subarray(from, PAGE - RESERVED)), decipher.final());
  }
  return Buffer.concat(pages);
}

/** The needles that are in the bytes, in UTF-8 and UTF-16, as they are and in small letters. */
export function foundIn(bytes: Buffer, needles: readonly string[]): string[] {
  return needles.filter((needle) =>
    [needle, needle.toLowerCase(), needle.normalize('NFD')].some(
      (form) =>
        bytes.includes(Buffer.from(form, 'utf8')) || bytes.includes(Buffer.from(form, 'utf16le')),
    ),
  );
}

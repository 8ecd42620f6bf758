/* Looks at a file before it is taken in: what it is by its bytes, whether it is whole, without its metadata. */
import { maxAttachmentBytes } from '#domain/attachments/attachment.ts';
import type { MediaType } from '#domain/attachments/media-type.ts';
import { officeTypeOf } from './office-file.ts';
import { cleanJpeg } from './pictures/clean-jpeg.ts';
import { cleanPng } from './pictures/clean-png.ts';
import { cleanWebp } from './pictures/clean-webp.ts';
import { broken, refuseFile } from './refused.ts';

export interface ExaminedFile {
  mediaType: MediaType;
  bytes: Buffer;
}

const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';
const APPLE_PICTURES = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif)$/;
/** Contents of the type "signed data" of PKCS #7, as an Italian .p7m has them. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
const PDF_END_WITHIN = 2048;
const NOT_TEXT = /[^\P{Cc}\t\n\f\r]/u;

function checkPdf(file: Buffer): void {
  if (file.subarray(-PDF_END_WITHIN).indexOf('%%EOF') === -1) broken();
}

function isText(file: Buffer): boolean {
  try {
    return !NOT_TEXT.test(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    return false;
  }
}

/**
 * Fails with `attachment_too_large`, `attachment_heic`, `attachment_refused`, `attachment_broken` or
 * `picture_too_large`. The bytes given back can differ: pictures lose their metadata.
 */
export function examineFile(given: Uint8Array): ExaminedFile {
  if (given.length > maxAttachmentBytes) refuseFile('attachment_too_large');
  if (given.length === 0) broken();
  try {
    return examine(Buffer.from(given.buffer, given.byteOffset, given.byteLength));
  } catch (failure) {
    // A number inside the file pointed outside it.
    if (failure instanceof RangeError) broken();
    throw failure;
  }
}

function examine(bytes: Buffer): ExaminedFile {
  const head = bytes.toString('latin1', 0, 16);
  if (head.startsWith('%PDF-')) {
    checkPdf(bytes);
    return { mediaType: 'application/pdf', bytes };
  }
  if (head.startsWith('\xff\xd8\xff')) return { mediaType: 'image/jpeg', bytes: cleanJpeg(bytes) };
  if (head.startsWith(PNG_SIGNATURE)) return { mediaType: 'image/png', bytes: cleanPng(bytes) };
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') {
    return { mediaType: 'image/webp', bytes: cleanWebp(bytes) };
  }
  if (head.slice(4, 8) === 'ftyp' && APPLE_PICTURES.test(head.slice(8, 12))) {
    refuseFile('attachment_heic');
  }
  if (head.startsWith('PK\x03\x04')) return { mediaType: officeTypeOf(bytes), bytes };
  if (bytes[0] === 0x30 && bytes.subarray(0, 32).includes(SIGNED_DATA)) {
    return { mediaType: 'application/pkcs7-mime', bytes };
  }
  if (isText(bytes)) return { mediaType: 'text/plain', bytes };
  return refuseFile('attachment_refused');
}

/*
 * What kind of office file a ZIP is, read from its list of names alone. Nothing is unpacked, so a bomb stays
 * asleep; a file with macros is refused, because whoever saves it outside would open it in good faith.
 */
import type { MediaType } from '#domain/attachments/media-type.ts';
import { broken, refuseFile } from './refused.ts';

const END_OF_LIST = Buffer.from('PK\x05\x06', 'latin1');
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const MOST_COMMENT_BYTES = 65_535;
const MOST_ENTRIES = 10_000;

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';

/** The names in the central directory. Fails with `attachment_broken`. */
function namesIn(file: Buffer): string[] {
  const from = Math.max(0, file.length - END_BYTES - MOST_COMMENT_BYTES);
  const end = file.subarray(from).lastIndexOf(END_OF_LIST) + from;
  if (end < from || end + END_BYTES > file.length) broken();
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) broken();
  const names: string[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || file.readUInt32LE(at) !== ENTRY) broken();
    const nameBytes = file.readUInt16LE(at + 28);
    names.push(file.toString('utf8', at + 46, at + 46 + nameBytes));
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return names;
}

/** The type an OpenDocument file states in its first, unpacked entry. */
function statedType(file: Buffer): string {
  if (file.toString('latin1', 30, 38) !== 'mimetype' || file.readUInt16LE(8) !== 0) return '';
  const start = 38 + file.readUInt16LE(28);
  return file.toString('latin1', start, start + Math.min(file.readUInt32LE(18), 100));
}

/** Fails with `attachment_refused` for any other ZIP, and for one with macros. */
export function officeTypeOf(file: Buffer): MediaType {
  const names = namesIn(file);
  if (names.some((name) => /vbaProject|(^|\/)(Basic|Scripts)\//i.test(name))) {
    refuseFile('attachment_refused');
  }
  const stated = statedType(file);
  if (stated === `${OPEN_DOCUMENT}text`) return `${OPEN_DOCUMENT}text`;
  if (stated === `${OPEN_DOCUMENT}spreadsheet`) return `${OPEN_DOCUMENT}spreadsheet`;
  if (names.includes('[Content_Types].xml')) {
    if (names.includes('word/document.xml')) return `${OFFICE}wordprocessingml.document`;
    if (names.includes('xl/workbook.xml')) return `${OFFICE}spreadsheetml.sheet`;
  }
  return refuseFile('attachment_refused');
}

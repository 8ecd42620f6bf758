/*
 * A PNG without what it says beside the picture: text, times, Exif (but for which way up it is), the frames of
 * an animation and everything after its end. The check number of every chunk that is kept is compared, so a
 * file cut or changed on the way is refused instead of being kept half.
 */
import { broken } from '../refused.ts';
import { crc32 } from './crc32.ts';
import { orientationIn, orientationOnly } from './orientation.ts';
import { checkPictureSize } from './picture-size.ts';

const SIGNATURE_BYTES = 8;
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'pHYs',
]);

function chunk(type: string, data: Buffer): Buffer {
  const checked = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(checked.length + 8);
  whole.writeUInt32BE(data.length, 0);
  checked.copy(whole, 4);
  whole.writeUInt32BE(crc32(checked), checked.length + 4);
  return whole;
}

/** Fails with `attachment_broken` or `picture_too_large`. */
export function cleanPng(file: Buffer): Buffer {
  const header: Buffer[] = [];
  const picture: Buffer[] = [];
  let orientation = 1;
  let hasData = false;
  for (let at = SIGNATURE_BYTES, first = true; ; first = false) {
    if (at + 12 > file.length) broken();
    const length = file.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > file.length) broken();
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (first !== (type === 'IHDR')) broken();
    if (KEPT.has(type)) {
      if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) broken();
      (first ? header : picture).push(file.subarray(at, end));
    }
    if (type === 'IHDR') {
      if (length !== 13) broken();
      checkPictureSize(data.readUInt32BE(0), data.readUInt32BE(4));
    }
    if (type === 'eXIf') orientation = orientationIn(data);
    hasData ||= type === 'IDAT';
    at = end;
    if (type === 'IEND') break;
  }
  if (!hasData) broken();
  const turned = orientation === 1 ? [] : [chunk('eXIf', orientationOnly(orientation))];
  return Buffer.concat([file.subarray(0, SIGNATURE_BYTES), ...header, ...turned, ...picture]);
}

/*
 * A WebP without what it says beside the picture: Exif (but for which way up it is), XMP, animation and
 * whatever follows its end.
 */
import { broken } from '../refused.ts';
import { orientationIn, orientationOnly } from './orientation.ts';
import { checkPictureSize } from './picture-size.ts';

const KEPT = new Set(['ICCP', 'ALPH', 'VP8 ', 'VP8L']);
const COLOUR_PROFILE_FLAG = 0x20;
const ALPHA_FLAG = 0x10;
const EXIF_FLAG = 0x08;

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function checkSize(type: string, data: Buffer): void {
  if (data.length < 10) broken();
  if (type === 'VP8X') checkPictureSize(data.readUIntLE(4, 3) + 1, data.readUIntLE(7, 3) + 1);
  if (type === 'VP8 ') {
    checkPictureSize(data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff);
  }
  if (type === 'VP8L') {
    const packed = data.readUInt32LE(1);
    checkPictureSize((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1);
  }
}

/** Fails with `attachment_broken` or `picture_too_large`. */
export function cleanWebp(file: Buffer): Buffer {
  const end = file.readUInt32LE(4) + 8;
  if (end > file.length) broken();
  const kept: Buffer[] = [];
  let extended: Buffer | undefined;
  let orientation = 1;
  let pictures = 0;
  for (let at = 12; at < end; ) {
    if (at + 8 > end) broken();
    const type = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const data = file.subarray(at + 8, at + 8 + length);
    if (at + 8 + length > end) broken();
    if (type.startsWith('VP8')) checkSize(type, data);
    if (type === 'VP8X') extended = Buffer.from(data);
    if (type === 'EXIF') {
      const body = data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data;
      orientation = orientationIn(body);
    }
    if (type === 'VP8 ' || type === 'VP8L') pictures++;
    if (KEPT.has(type)) kept.push(chunk(type, data));
    at += 8 + length + (length % 2);
  }
  if (pictures !== 1) broken();
  if (extended) {
    const flags = (extended[0] ?? 0) & (COLOUR_PROFILE_FLAG | ALPHA_FLAG);
    extended[0] = flags | (orientation === 1 ? 0 : EXIF_FLAG);
    kept.unshift(chunk('VP8X', extended));
    if (orientation !== 1) kept.push(chunk('EXIF', orientationOnly(orientation)));
  }
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  return chunk('RIFF', body);
}

/*
 * A JPEG without what it says beside the picture. Only the segments a decoder needs are copied; Exif, XMP,
 * comments, embedded previews (which show the picture as it was before it was cropped) and everything after
 * the end of the picture, where videos and other files hide, stay behind.
 */
import { broken } from '../refused.ts';
import { orientationIn, orientationOnly } from './orientation.ts';
import { checkPictureSize } from './picture-size.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const EXIF = Buffer.from('Exif\0\0', 'latin1');
const COLOUR_PROFILE = 'ICC_PROFILE\0';

/** Huffman and quantisation tables, restart interval, number of lines. */
const TABLES = new Set([0xc4, 0xcc, 0xdb, 0xdd]);
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** What of an application segment a decoder needs to get the colours and the size on paper right. */
function keptApplicationData(marker: number, body: Buffer): boolean {
  if (marker === 0xe0) return body.toString('latin1', 0, 5) === 'JFIF\0' && body.length >= 14;
  if (marker === 0xe2) return body.toString('latin1', 0, 12) === COLOUR_PROFILE;
  return marker === 0xee && body.toString('latin1', 0, 5) === 'Adobe';
}

function withoutThumbnail(body: Buffer): Buffer {
  return Buffer.concat([body.subarray(0, 12), Buffer.alloc(2)]);
}

/** Where the compressed data of a scan end: at the next marker that is not part of them. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1];
    if (next === undefined) break;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  return broken();
}

function readSegment(file: Buffer, at: number) {
  if (file[at] !== 0xff) broken();
  let place = at;
  while (file[place + 1] === 0xff) place++;
  const marker = file[place + 1] ?? broken();
  if (marker === END) return { marker, body: Buffer.alloc(0), next: place + 2 };
  if (place + 4 > file.length) broken();
  const length = file.readUInt16BE(place + 2);
  const next = place + 2 + length;
  if (length < 2 || next > file.length) broken();
  return { marker, body: file.subarray(place + 4, next), next };
}

/** Fails with `attachment_broken` (also when the end is missing) or `picture_too_large`. */
export function cleanJpeg(file: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  let hasFrame = false;
  let hasScan = false;
  let at = 2;
  for (;;) {
    const { marker, body, next } = readSegment(file, at);
    at = next;
    if (marker === END) break;
    if (marker === START) broken();
    if (marker === 0xe1 && body.subarray(0, 6).equals(EXIF)) {
      orientation = orientationIn(body.subarray(6));
    }
    if (isFrame(marker)) {
      if (hasFrame || body.length < 6) broken();
      hasFrame = true;
      checkPictureSize(body.readUInt16BE(3), body.readUInt16BE(1));
    }
    if (isFrame(marker) || TABLES.has(marker) || keptApplicationData(marker, body)) {
      kept.push(segment(marker, marker === 0xe0 ? withoutThumbnail(body) : body));
    }
    if (marker === SCAN) {
      if (!hasFrame) broken();
      hasScan = true;
      at = endOfScan(file, next);
      kept.push(segment(marker, body), file.subarray(next, at));
    }
  }
  if (!hasScan) broken();
  return Buffer.concat([
    Buffer.from([0xff, START]),
    ...(orientation === 1
      ? []
      : [segment(0xe1, Buffer.concat([EXIF, orientationOnly(orientation)]))]),
    ...kept,
    Buffer.from([0xff, END]),
  ]);
}

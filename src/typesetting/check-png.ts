import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { TypesettingError } from './typesetting-error.ts';

/**
 * A damaged PNG makes pdfkit throw outside every promise, which would end the process: each one is
 * read here to its last byte first. Translucent pixels are laid on white, so that pdfkit copies
 * the picture instead of unpacking it in the background.
 */

export const pngLimits = { bytes: 4_000_000, side: 4_000 } as const;

export interface CheckedPng {
  bytes: Uint8Array;
  width: number;
  height: number;
}

interface Header {
  width: number;
  height: number;
  bitDepth: number;
  colorType: number;
  isInterlaced: boolean;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const channelsByColorType = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);
const neededChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

export function checkPng(bytes: Uint8Array): CheckedPng {
  if (bytes.length > pngLimits.bytes) throw new TypesettingError('too_large', 'PNG bytes');
  if (!signature.every((byte, index) => bytes[index] === byte)) throw bad('not a PNG');
  const chunks = readChunks(Buffer.from(bytes));
  const header = readHeader(chunks[0]);
  const packed = chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.data);
  const raw = unpack(Buffer.concat(packed), packedSize(header));
  const { width, height } = header;
  if (header.colorType === 3 && !chunks.some((chunk) => chunk.type === 'PLTE')) {
    throw bad('palette missing');
  }
  const hasAlpha = header.colorType === 4 || header.colorType === 6;
  if (hasAlpha && header.bitDepth === 8 && !header.isInterlaced) {
    return { bytes: layOnWhite(raw, header), width, height };
  }
  const kept = chunks.filter((chunk) => neededChunks.has(chunk.type));
  return { bytes: writePng(kept), width, height };
}

function bad(reason: string): TypesettingError {
  return new TypesettingError('bad_image', reason);
}

interface Chunk {
  type: string;
  data: Buffer;
}

function readChunks(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw bad('chunk cut off');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) {
      throw bad('checksum of a chunk');
    }
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  throw bad('end missing');
}

function readHeader(chunk: Chunk | undefined): Header {
  if (chunk?.type !== 'IHDR' || chunk.data.length !== 13) throw bad('header missing');
  const [bitDepth = 0, colorType = 0, compression, filter, interlace] = chunk.data.subarray(8);
  const width = chunk.data.readUInt32BE(0);
  const height = chunk.data.readUInt32BE(4);
  if (width === 0 || height === 0) throw bad('no size');
  if (width > pngLimits.side || height > pngLimits.side) {
    throw new TypesettingError('too_large', 'PNG width or height');
  }
  const isKnown =
    channelsByColorType.has(colorType) &&
    [1, 2, 4, 8, 16].includes(bitDepth) &&
    (bitDepth >= 8 || colorType === 0 || colorType === 3) &&
    (bitDepth <= 8 || colorType !== 3);
  if (!isKnown || compression !== 0 || filter !== 0 || (interlace ?? 2) > 1) {
    throw bad('header values');
  }
  return { width, height, bitDepth, colorType, isInterlaced: interlace === 1 };
}

function sizeOf(width: number, height: number, header: Header): number {
  if (width === 0 || height === 0) return 0;
  const bits = header.bitDepth * (channelsByColorType.get(header.colorType) ?? 0);
  return height * (1 + Math.ceil((width * bits) / 8));
}

function packedSize(header: Header): number {
  const { width, height } = header;
  if (!header.isInterlaced) return sizeOf(width, height, header);
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const;
  return passes.reduce((sum, [x, y, stepX, stepY]) => {
    const columns = Math.ceil(Math.max(0, width - x) / stepX);
    const rows = Math.ceil(Math.max(0, height - y) / stepY);
    return sum + sizeOf(columns, rows, header);
  }, 0);
}

function unpack(packed: Buffer, size: number): Buffer {
  let raw: Buffer;
  try {
    raw = inflateSync(packed, { maxOutputLength: size });
  } catch (cause) {
    throw new TypesettingError('bad_image', 'picture data', { cause });
  }
  if (raw.length !== size) throw bad('picture data missing');
  return raw;
}

function layOnWhite(raw: Buffer, header: Header): Uint8Array {
  const { width, height, colorType } = header;
  const channels = colorType === 6 ? 4 : 2;
  const colors = channels - 1;
  const pixels = unfilter(raw, width * channels, height, channels);
  const opaque = Buffer.alloc(height * (1 + width * colors));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = (row * width + column) * channels;
      const to = row * (1 + width * colors) + 1 + column * colors;
      const alpha = pixels[from + colors] ?? 0;
      for (let color = 0; color < colors; color += 1) {
        const value = pixels[from + color] ?? 0;
        opaque[to + color] = Math.round((value * alpha + 255 * (255 - alpha)) / 255);
      }
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  head[9] = colorType === 6 ? 2 : 0;
  return writePng([
    { type: 'IHDR', data: head },
    { type: 'IDAT', data: deflateSync(opaque) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ]);
}

/** PNG specification, clause 9: each row says how it was predicted from its neighbours. */
function unfilter(raw: Buffer, stride: number, height: number, step: number): Buffer {
  const pixels = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    if (filter > 4) throw bad('row filter');
    const at = row * stride;
    for (let column = 0; column < stride; column += 1) {
      const left = column < step ? 0 : (pixels[at + column - step] ?? 0);
      const above = row === 0 ? 0 : (pixels[at + column - stride] ?? 0);
      const corner = column < step || row === 0 ? 0 : (pixels[at + column - stride - step] ?? 0);
      const value = raw[row * (stride + 1) + 1 + column] ?? 0;
      pixels[at + column] = value + predict(filter, left, above, corner);
    }
  }
  return pixels;
}

function predict(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((near) =>
    Math.abs(estimate - near),
  ) as [number, number, number];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function writePng(chunks: Chunk[]): Uint8Array {
  const parts = chunks.map(({ type, data }) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  });
  return Buffer.concat([Buffer.from(signature), ...parts]);
}

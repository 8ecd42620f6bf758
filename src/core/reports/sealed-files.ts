/*
 * Adds the line with seal and check to the bytes of a file, where readers of its format do not mind: the last
 * row of a CSV, a comment after the end of a PDF, the comment of the ZIP that a spreadsheet is.
 */
import { readTrailer, sha256, trailerFor, trailerLength } from './report-seal.ts';

const encoder = new TextEncoder();

function joined(...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The ZIP with a comment of that many bytes announced; the two bytes of its length are its last. */
function withCommentLength(zip: Uint8Array, length: number): Uint8Array {
  const bytes = zip.slice();
  bytes[bytes.length - 2] = length & 0xff;
  bytes[bytes.length - 1] = length >> 8;
  return bytes;
}

export type SealedFormat = 'csv' | 'pdf' | 'xlsx';

export function sealFile(body: Uint8Array, format: SealedFormat, seal: string): Uint8Array {
  const line = trailerFor(body, seal);
  if (format === 'csv') return joined(body, encoder.encode(`${line}\r\n`));
  if (format === 'pdf') return joined(body, encoder.encode(`%${line}\n`));
  return joined(withCommentLength(body, line.length), encoder.encode(line));
}

const endings = { csv: '\r\n', pdf: '\n', xlsx: '' };
const beginnings = { csv: '', pdf: '%', xlsx: '' };

/** The seal of a file as it was written, or nothing where it has none or a byte was changed. */
export function sealOfFile(bytes: Uint8Array, format: SealedFormat): string | undefined {
  const length = beginnings[format].length + trailerLength + endings[format].length;
  if (bytes.length <= length) return undefined;
  const found = readTrailer(Buffer.from(bytes.subarray(-length)).toString('latin1'));
  if (found === undefined) return undefined;
  const before = bytes.subarray(0, -length);
  const body = format === 'xlsx' ? withCommentLength(before, 0) : before;
  const isExact = Buffer.from(sealFile(body, format, found.seal)).equals(Buffer.from(bytes));
  return isExact && sha256(body, found.seal) === found.check ? found.seal : undefined;
}

/**
 * A finished PDF as its numbered objects, and back. The engine writes one table of places (`xref`) and no object
 * streams; a file that has anything else was not made by it and is refused.
 */

import {
  type PdfDictionary,
  PdfReader,
  PdfReference,
  type PdfValue,
  unreadable,
  written,
} from './pdf-values.ts';

export interface PdfObject {
  value: PdfValue;
  stream?: Uint8Array;
}

export interface PdfFile {
  objects: Map<number, PdfObject>;
  trailer: PdfDictionary;
}

const startOfTable = /startxref\n(\d+)\n%%EOF\n?$/;
const table = /xref\n0 (\d+)\n/y;
const lineLength = 20;

/** Errors: bad_pdf. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('latin1');
  const place = Number(startOfTable.exec(text.slice(-64))?.[1] ?? Number.NaN);
  if (!Number.isInteger(place)) throw unreadable();
  table.lastIndex = place;
  const found = table.exec(text);
  if (found === null) throw unreadable();
  const count = Number(found[1]);
  const lines = table.lastIndex;
  const objects = new Map<number, PdfObject>();
  for (let id = 1; id < count; id += 1) {
    const line = text.slice(lines + id * lineLength, lines + (id + 1) * lineLength);
    if (line.charAt(17) === 'n')
      objects.set(id, readObject(buffer, text, id, Number(line.slice(0, 10))));
  }
  const trailerAt = lines + count * lineLength;
  if (!text.startsWith('trailer', trailerAt)) throw unreadable();
  const trailer = new PdfReader(text, trailerAt + 'trailer'.length).read();
  if (!(trailer instanceof Map)) throw unreadable();
  return { objects, trailer };
}

function readObject(buffer: Buffer, text: string, id: number, place: number): PdfObject {
  const head = `${id} 0 obj\n`;
  if (!text.startsWith(head, place)) throw unreadable();
  const reader = new PdfReader(text, place + head.length);
  const value = reader.read();
  if (text.startsWith('\nendobj', reader.at)) return { value };
  const begin = reader.at + '\nstream\n'.length;
  const length = value instanceof Map ? value.get('Length') : undefined;
  if (!text.startsWith('\nstream\n', reader.at) || typeof length !== 'number') throw unreadable();
  if (!text.startsWith('\nendstream', begin + length)) throw unreadable();
  return { value, stream: buffer.subarray(begin, begin + length) };
}

export function writePdf({ objects, trailer }: PdfFile): Uint8Array {
  const parts: Uint8Array[] = [];
  const places: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  put('%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n');
  for (const [id, { value, stream }] of objects) {
    places[id] = length;
    put(`${id} 0 obj\n${written(value)}\n`);
    if (stream !== undefined) {
      put('stream\n');
      put(stream);
      put('\nendstream\n');
    }
    put('endobj\n');
  }
  const size = Math.max(0, ...objects.keys()) + 1;
  const place = length;
  const line = (id: number) =>
    places[id] === undefined
      ? '0000000000 65535 f \n'
      : `${`${places[id]}`.padStart(10, '0')} 00000 n \n`;
  put(`xref\n0 ${size}\n${Array.from({ length: size }, (_, id) => line(id)).join('')}`);
  put(`trailer\n${written(new Map([...trailer, ['Size', size]]))}\nstartxref\n${place}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

/** The dictionary an entry holds or points to. Errors: bad_pdf. */
export function dictionaryAt(file: PdfFile, owner: PdfDictionary, key: string): PdfDictionary {
  const entry = owner.get(key);
  const value = entry instanceof PdfReference ? file.objects.get(entry.id)?.value : entry;
  if (!(value instanceof Map)) throw unreadable();
  return value;
}

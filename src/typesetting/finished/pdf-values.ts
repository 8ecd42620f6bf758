/**
 * The values a PDF is made of (ISO 32000-1, 7.3), read and written back. Only what our own engine writes, and
 * strictly: anything else is an error, because half understood a file would be spoilt.
 */

import { TypesettingError } from '../typesetting-error.ts';

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export class PdfString {
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

export class PdfReference {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

export type PdfDictionary = Map<string, PdfValue>;
export type PdfValue =
  | number
  | boolean
  | null
  | PdfName
  | PdfString
  | PdfReference
  | PdfValue[]
  | PdfDictionary;

export function unreadable(): TypesettingError {
  return new TypesettingError('bad_pdf', 'not a document of this engine');
}

const token =
  /[\0\t\n\f\r ]*(?:(<<)|(>>)|(\[)|(\])|(\()|<([0-9A-Fa-f]*)>|\/([^\0\t\n\f\r ()<>[\]{}/%]+)|(\d+) \d+ R\b|([+-]?\d*\.?\d+)|(true|false|null))/y;
const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};
const deepest = 200;

/** Reads one value of a file held as Latin-1, where a place in the text is a place in the bytes. */
export class PdfReader {
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  read(depth = 0): PdfValue {
    if (depth > deepest) throw unreadable();
    const found = this.#next();
    if (found[1]) return this.#dictionary(depth);
    if (found[3]) return this.#array(depth);
    if (found[5]) return this.#string();
    if (found[6] !== undefined) return new PdfString(Buffer.from(found[6], 'hex'));
    if (found[7] !== undefined) return new PdfName(found[7]);
    if (found[8] !== undefined) return new PdfReference(Number(found[8]));
    if (found[9] !== undefined) return Number(found[9]);
    if (found[10] !== undefined) return found[10] === 'null' ? null : found[10] === 'true';
    throw unreadable();
  }

  #next(): RegExpExecArray {
    token.lastIndex = this.at;
    const found = token.exec(this.#text);
    if (found === null) throw unreadable();
    this.at = token.lastIndex;
    return found;
  }

  #endsWith(group: 2 | 4): boolean {
    token.lastIndex = this.at;
    const found = token.exec(this.#text);
    if (found?.[group] === undefined) return false;
    this.at = token.lastIndex;
    return true;
  }

  #array(depth: number): PdfValue[] {
    const items: PdfValue[] = [];
    while (!this.#endsWith(4)) items.push(this.read(depth + 1));
    return items;
  }

  #dictionary(depth: number): PdfDictionary {
    const entries: PdfDictionary = new Map();
    while (!this.#endsWith(2)) {
      const key = this.read(depth + 1);
      if (!(key instanceof PdfName)) throw unreadable();
      entries.set(key.name, this.read(depth + 1));
    }
    return entries;
  }

  #string(): PdfString {
    let text = '';
    for (let open = 1; ; this.at += 1) {
      const character = this.#text[this.at];
      if (character === undefined) throw unreadable();
      if (character === '\\') {
        this.at += 1;
        const escaped = this.#text[this.at] ?? '';
        text += escapes[escaped] ?? escaped;
        continue;
      }
      if (character === '(') open += 1;
      if (character === ')') open -= 1;
      if (open === 0) break;
      text += character;
    }
    this.at += 1;
    return new PdfString(Buffer.from(text, 'latin1'));
  }
}

/** A value as it stands in a file. */
export function written(value: PdfValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return `${value}`;
  if (value instanceof PdfName) return `/${value.name}`;
  if (value instanceof PdfReference) return `${value.id} 0 R`;
  if (value instanceof PdfString) return `<${value.bytes.toString('hex')}>`;
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`;
  const entries = [...value].map(([key, part]) => `/${key} ${written(part)}`);
  return `<<${entries.join('\n')}>>`;
}

/** The same value with every reference, or every string, changed. */
export function changed(
  value: PdfValue,
  change: (part: PdfReference | PdfString) => PdfValue,
): PdfValue {
  if (value instanceof PdfReference || value instanceof PdfString) return change(value);
  if (Array.isArray(value)) return value.map((part) => changed(part, change));
  if (value instanceof Map) {
    return new Map([...value].map(([key, part]) => [key, changed(part, change)]));
  }
  return value;
}

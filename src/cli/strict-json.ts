import { UsageError } from './options.ts';

/*
 * JSON in which a name said twice is a fault and not a silent choice: `JSON.parse` keeps the last of two counts
 * with the same id, and a table that was read wrong would be protected wrong. The text is looked through once,
 * byte by byte, before it is parsed, so that an endless list of cells is refused before memory is spent on it.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const MAX_DEPTH = 100;

export interface JsonLimits {
  /** Names in any one object. */
  readonly names: number;
  /** Texts in the whole file, names included. */
  readonly texts: number;
}

/**
 * Counts as the file comes in and keeps nothing, so that a file with a million cells is refused while most of it
 * still lies on the disk. Names that stand twice are found afterwards, by who has the whole text.
 */
export class SizeWatch {
  readonly #limits: JsonLimits;
  /** Names so far in each open object or list. */
  readonly #open: number[] = [];
  #texts = 0;
  #isInText = false;
  #isEscaped = false;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  /** @throws UsageError as soon as there is more than the limits allow */
  see(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.#isInText) this.#inText(byte);
      else this.#outside(byte);
    }
  }

  #inText(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#isInText = false;
  }

  #outside(byte: number): void {
    if (byte === QUOTE) {
      this.#isInText = true;
      this.#texts += 1;
      if (this.#texts > this.#limits.texts) throw tooManyTexts(this.#limits);
    } else if (byte === COLON) {
      const names = (this.#open.pop() ?? 0) + 1;
      if (names > this.#limits.names) throw tooManyNames(this.#limits);
      this.#open.push(names);
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      this.#open.push(0);
      if (this.#open.length > MAX_DEPTH) throw tooDeep();
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.#open.pop();
  }
}

const tooManyTexts = ({ texts }: JsonLimits) =>
  new UsageError(`too large: more than ${texts} names`);
const tooManyNames = ({ names }: JsonLimits) =>
  new UsageError(`too large: more than ${names} cells`);
const tooDeep = () => new UsageError('not a problem: nested too deeply');

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Position of the quote that ends the text begun before `from`. */
function endOfText(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

function nameAt(bytes: Buffer, from: number, to: number): string {
  const name = bytes.toString('utf8', from, to);
  if (!name.includes('\\')) return name;
  try {
    return String(JSON.parse(`"${name}"`));
  } catch {
    throw new UsageError('not valid JSON');
  }
}

/** @throws UsageError for a name that stands twice in one object, and for what is over the limits */
export function checkNames(bytes: Buffer, limits: JsonLimits): void {
  const open: (Set<string> | undefined)[] = [];
  let texts = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === OPEN_OBJECT) open.push(new Set());
    else if (byte === OPEN_LIST) open.push(undefined);
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) open.pop();
    if (open.length > MAX_DEPTH) throw tooDeep();
    if (byte !== QUOTE) continue;
    const from = at + 1;
    const to = endOfText(bytes, from);
    at = to;
    texts += 1;
    if (texts > limits.texts) throw tooManyTexts(limits);
    let next = to + 1;
    while (isSpace(bytes[next])) next += 1;
    const names = open.at(-1);
    if (bytes[next] !== COLON || names === undefined) continue;
    const name = nameAt(bytes, from, to);
    if (names.has(name)) throw new UsageError(`duplicate id: ${JSON.stringify(name)} stands twice`);
    names.add(name);
    if (names.size > limits.names) throw tooManyNames(limits);
  }
}

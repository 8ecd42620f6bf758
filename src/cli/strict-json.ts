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
    if (open.length > MAX_DEPTH) throw new UsageError('not a problem: nested too deeply');
    if (byte !== QUOTE) continue;
    const from = at + 1;
    const to = endOfText(bytes, from);
    at = to;
    texts += 1;
    if (texts > limits.texts) throw new UsageError(`too large: more than ${limits.texts} names`);
    let next = to + 1;
    while (isSpace(bytes[next])) next += 1;
    const names = open.at(-1);
    if (bytes[next] !== COLON || names === undefined) continue;
    const name = nameAt(bytes, from, to);
    if (names.has(name)) throw new UsageError(`duplicate id: ${JSON.stringify(name)} stands twice`);
    names.add(name);
    if (names.size > limits.names) {
      throw new UsageError(`too large: more than ${limits.names} cells`);
    }
  }
}

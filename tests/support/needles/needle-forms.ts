/*
 * Names that exist nowhere else, and every way in which one could lie about: in each encoding a program or its
 * libraries use, composed and decomposed, folded for searching, and inside JSON, base64, hexadecimal and addresses.
 */

export interface Needle {
  /** What it is and how it is written, for a report: never the bytes themselves. */
  label: string;
  bytes: Buffer;
}

/** In four scripts; the Latin one with letters that can be written in two ways. */
export const namesInFourScripts = {
  latin: { given: 'Öqtavíanne', family: 'Brånkhüllwezz' },
  arabic: { given: 'قصطنطوبي', family: 'زغروضانيخ' },
  ethiopic: { given: 'ጸጽቀለምጭ', family: 'ግርጭምሶቆዥ' },
  cyrillic: { given: 'Жщукховея', family: 'Выврзгинцэ' },
} as const;

const allNames = Object.entries(namesInFourScripts).flatMap(([script, { given, family }]) => [
  [`given name, ${script}`, given] as const,
  [`family name, ${script}`, family] as const,
]);

function swapped(utf16: Buffer): Buffer {
  return Buffer.from(utf16).swap16();
}

/** The part of the base64 text that is the same whatever stands before and after, at each of three offsets. */
function base64At(bytes: Buffer, offset: 0 | 1 | 2): Buffer {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  const end = Math.floor(((offset + bytes.length) * 8) / 6);
  return Buffer.from(text.slice(Math.ceil((offset * 8) / 6), end), 'latin1');
}

const escapedForJson = (text: string) =>
  text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Below this a form would be found by chance. */
const SHORTEST = 8;

function encoded(label: string, text: string): Needle[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const forms: [string, Buffer][] = [
    ['UTF-8', utf8],
    ['UTF-16LE', utf16],
    ['UTF-16BE', swapped(utf16)],
    ['hexadecimal', Buffer.from(utf8.toString('hex'))],
    ['HEXADECIMAL', Buffer.from(utf8.toString('hex').toUpperCase())],
    ['JSON', Buffer.from(escapedForJson(text))],
    ['an address', Buffer.from(encodeURIComponent(text))],
    ...([0, 1, 2] as const).map((offset): [string, Buffer] => [
      `base64 at ${offset}`,
      base64At(utf8, offset),
    ]),
  ];
  // How a JavaScript engine keeps text that has no other letters.
  if ([...text].every((one) => one.charCodeAt(0) < 256)) {
    forms.push(['Latin-1', Buffer.from(text, 'latin1')]);
  }
  return forms.map(([form, bytes]) => ({ label: `${label} (${form})`, bytes }));
}

function withoutDoubles(needles: Needle[]): Needle[] {
  const seen = new Map<string, Needle>();
  for (const needle of needles) {
    const key = needle.bytes.toString('latin1');
    if (needle.bytes.length >= SHORTEST && !seen.has(key)) seen.set(key, needle);
  }
  return [...seen.values()];
}

/** A text in every form: a name, or a passphrase. */
export function formsOfText(label: string, text: string): Needle[] {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const spellings = [text, text.toLowerCase(), text.toUpperCase(), folded].flatMap((one) => [
    one.normalize('NFC'),
    one.normalize('NFD'),
  ]);
  return withoutDoubles(spellings.flatMap((one) => encoded(label, one)));
}

/** A key as bytes, and as the words a program might make of it. */
export function formsOfKey(label: string, key: Uint8Array): Needle[] {
  const bytes = Buffer.from(key);
  const hex = bytes.toString('hex');
  return withoutDoubles([
    { label: `${label} (bytes)`, bytes },
    ...[hex, hex.toUpperCase()].flatMap((text) => [
      { label: `${label} (hexadecimal)`, bytes: Buffer.from(text) },
      { label: `${label} (hexadecimal, UTF-16)`, bytes: Buffer.from(text, 'utf16le') },
    ]),
    ...([0, 1, 2] as const).map((offset) => ({
      label: `${label} (base64 at ${offset})`,
      bytes: base64At(bytes, offset),
    })),
  ]);
}

/** Every form of every name. */
export function nameNeedles(): Needle[] {
  return withoutDoubles(allNames.flatMap(([label, name]) => formsOfText(label, name)));
}

/*
 * The recovery key: 160 random bits that somebody writes on paper, for the day a passphrase is forgotten.
 * Crockford's base 32 leaves out letters that handwriting confuses, and reads O as 0, I and L as 1. The
 * ninth group is a check, so that a slip of the pen is told apart from a wrong key.
 */
import { createHash, randomBytes } from 'node:crypto';
import { deriveKey } from './seal.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 20;
const GROUP = 4;

/** Five bits a character; the length must be a multiple of five bits or be cut by the caller. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

/** The bytes of characters that `base32` made from a multiple of five bytes. */
export function fromBase32(characters: string): Buffer {
  let bits = '';
  for (const one of characters) bits += ALPHABET.indexOf(one).toString(2).padStart(5, '0');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

function checkGroup(characters: string): string {
  return base32(createHash('sha256').update(`approdo recovery ${characters}`).digest()).slice(
    0,
    GROUP,
  );
}

/** Twenty bytes as nine groups of four characters, the last one a check. */
export function recoveryKeyFromBytes(bytes: Uint8Array): string[] {
  const characters = base32(bytes);
  return [...(characters.match(/.{4}/g) ?? []), checkGroup(characters)];
}

export const newRecoveryKey = () => recoveryKeyFromBytes(randomBytes(KEY_BYTES));

/** What was typed, in capital letters of the alphabet, without spaces and hyphens. */
export function normaliseRecoveryKey(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
}

/** The characters without the check group, or undefined when that does not fit. */
function checkedCharacters(typed: string): string | undefined {
  const all = normaliseRecoveryKey(typed);
  if (all.length !== 36) return undefined;
  const characters = all.slice(0, 32);
  return checkGroup(characters) === all.slice(32) ? characters : undefined;
}

/** The twenty bytes behind a key, or undefined when the check group does not fit. */
export function recoveryKeyBytes(typed: string): Buffer | undefined {
  const characters = checkedCharacters(typed);
  return characters === undefined ? undefined : fromBase32(characters);
}

/** The key that opens the recovery slot, or undefined when the check group does not fit. */
export function recoveryKeyToSlotKey(typed: string, salt: Uint8Array): Buffer | undefined {
  const characters = checkedCharacters(typed);
  if (characters === undefined) return undefined;
  return deriveKey(Buffer.from(characters, 'ascii'), 'recovery slot', salt);
}

/** Two positions that must be typed back, never the same and never the check group. */
export function groupsToConfirm(): [number, number] {
  const bytes = randomBytes(2);
  const first = (bytes[0] ?? 0) % 8;
  const second = (first + 1 + ((bytes[1] ?? 0) % 7)) % 8;
  return first < second ? [first, second] : [second, first];
}

/*
 * Keys under which words that may be one name are found together, before their sounds are compared one by
 * one: consonants only, with those merged that spellings exchange. A sound that may vanish or be read two
 * ways gives a second key. Keys with one consonant left out find a typing error.
 */

const GROUPS: Record<string, string> = {
  b: 'b',
  p: 'b',
  f: 'f',
  v: 'f',
  m: 'm',
  n: 'n',
  l: 'l',
  r: 'r',
  t: 't',
  d: 't',
  T: 't',
  D: 't',
  s: 's',
  z: 's',
  c: 's',
  S: 'j',
  C: 'j',
  J: 'j',
  Z: 'j',
  k: 'k',
  g: 'k',
  G: 'k',
  Q: 'k',
  x: 'k',
};

/** Sounds with a second group; an empty one means that the sound may be missing. */
const SECOND: Record<string, string> = {
  T: 's',
  D: 's',
  g: 'j',
  C: 'k',
  S: 's',
  J: 's',
  x: '',
  Q: '',
  v: '',
  G: '',
  c: 't',
  p: 'f',
};

const MOST_KEYS = 6;
const STARTS_OPEN = /^[aeiouEyhwWY*°]/u;

function keysOfReading(phones: string): string[] {
  // A breathed or open start counts as one sound, whatever vowel follows.
  let keys = [STARTS_OPEN.test(phones) ? 'a' : ''];
  for (const [index, sound] of [...phones].entries()) {
    const group =
      GROUPS[sound] ??
      (/[\p{L}\p{N}]/u.test(sound) && !/[aeiouEyhwWY]/u.test(sound) ? sound : undefined);
    if (group === undefined) continue;
    const second = SECOND[sound];
    const first = keys.map((key) => key + group);
    const others =
      second === undefined
        ? []
        : keys.map((key) => (second === '' && index === 0 ? 'a' : key + second));
    keys = [...first, ...others].slice(0, MOST_KEYS);
  }
  return keys;
}

/** Keys of a word from its readings; the first is the main one. */
export function soundKeysOf(readings: string[]): string[] {
  return [...new Set(readings.flatMap(keysOfReading))].slice(0, MOST_KEYS);
}

/** Keys with one consonant left out, marked so that they only meet each other and whole keys. */
export function looseKeysOf(key: string): string[] {
  if (key.length < 2) return [];
  return [...new Set([...key].map((_, index) => key.slice(0, index) + key.slice(index + 1)))];
}

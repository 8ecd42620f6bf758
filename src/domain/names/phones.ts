/*
 * How a word in Latin letters may sound, one character a sound. The same name is written the French way by
 * one office (Ousmane, Cheikh), the English way by the next (Usman, Sheikh) and in the spelling of another
 * country by a third (Şeyh, Xasan); readings bring them to one alphabet. Written for this register after
 * the practice of romanisation; no table of a foreign system is copied.
 *
 * Sounds: a e i o u, E (ai, ei, ay), ° W Y * (marks of the script), consonants as usual and
 * S sh, C ch, J j as in jam, Z zh, T th, D dh, x kh, G gh, Q Cyrillic г, c ts.
 */

type Rule = [RegExp, string];

const LETTERS: Rule[] = [
  [/([^aeiou])\1+/gu, '$1'],
  [/^rh(?=[aeiou])/gu, 'G'],
  [/tsch|tch|cz/gu, 'C'],
  [/sch|sh|sz/gu, 'S'],
  [/dzh|dsch|dj|gj/gu, 'J'],
  [/zh/gu, 'Z'],
  [/ch/gu, 'C'],
  [/c(?=[eiy])/gu, 's'],
  [/c/gu, 'k'],
  [/kh/gu, 'x'],
  [/gh/gu, 'G'],
  [/ph/gu, 'f'],
  [/th/gu, 'T'],
  [/dh/gu, 'D'],
  [/t[zs]/gu, 'c'],
  [/q/gu, 'k'],
  [/j/gu, 'J'],
];

const VOWELS: Rule[] = [
  [/^ou(?=[aeio])/gu, 'w'],
  [/ou/gu, 'u'],
  [/eau/gu, 'o'],
  [/ee/gu, 'i'],
  [/(?<=[rlnk])iJ$/gu, 'i'],
  [/oo/gu, 'u'],
  [/aye$/gu, 'E'],
  [/(?<=[^aeiouyWY°*])y(?=[^aeiouyWY°*]|$)/gu, 'i'],
  [/[ae][iy](?=[^aeiouWY°*]|$)/gu, 'E'],
  [/i[iy]+|yi+/gu, 'i'],
  [/(.)\1+/gu, '$1'],
];

const apply = (word: string, rules: Rule[]) =>
  rules.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);

const soundsOf = (word: string) => apply(apply(word, LETTERS), VOWELS);

/** Spellings in which x is a breathed h and c a sound that other languages leave out. */
const isSomali = (word: string) =>
  /x|^c[aeiou]|[aeiou]c|aa|dh/u.test(word) && !/xh|kh|[iu]x$/u.test(word);

/** Readings in the order of likelihood, at most four. */
export function phonesOf(word: string): string[] {
  if (/\d/u.test(word)) return [word];
  const latin = /^[a-z]+$/u.test(word);
  const plain = soundsOf(word.replace(/xh/gu, 'dj').replace(/x/gu, 'ks'));
  const readings = [plain];
  if (latin && isSomali(word)) {
    readings.push(soundsOf(word.replace(/x/gu, 'h').replace(/c(?!h)/gu, '')));
  }
  if (latin && /c[aeiou]/u.test(word))
    readings.push(soundsOf(word.replace(/c(?=[aeiou])/gu, 'dj')));
  if (latin && /ch/u.test(word)) readings.push(soundsOf(word.replace(/ch/gu, 'k')));
  return [...new Set(readings.filter(Boolean))].slice(0, 4);
}

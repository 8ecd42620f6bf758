/*
 * The name a file had where it came from. It is kept as data, to recognise the file by, and never becomes part
 * of a path: folders are cut off, characters that make a name lie about itself (a right-to-left override
 * shows "exe.pdf" for "fdp.exe") are removed, and what is saved outside gets a neutral name of our own, because
 * the lists of recent files of the operating system would keep a person's name.
 */

const MAX_LENGTH = 200;
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** The last part of a path of any system, without what cannot be seen; may be empty. */
export function keptFileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const name = last.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  if (/^\.*$/.test(name)) return '';
  if (name.length <= MAX_LENGTH) return name;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  // Whole characters only: half of a surrogate pair is not text.
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length > MAX_LENGTH - ending.length) break;
    kept += character;
  }
  return kept + ending;
}

/** What the name says about the paper: without its ending, with spaces where people had to avoid them. */
export function titleFromFileName(given: string): string {
  const words = keptFileName(given)
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return Array.from(words).slice(0, 120).join('').slice(0, 160);
}

/*
 * The number on a reply slip, in its code to scan as well: the protocol number with a check letter, and
 * nothing of the case. Slips lie on other people's desks; what is on them must lead back to the letter here
 * and to nobody there.
 */

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Changes with any single digit and with two that change places. */
function checkLetter(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0);
  return LETTERS[sum % 23] ?? 'A';
}

/** `R-2026-0012-K` for protocol 12 of 2026. */
export function replyReference({ year, number }: { year: number; number: number }): string {
  const digits = String(number).padStart(4, '0');
  return `R-${year}-${digits}-${checkLetter(`${year}${digits}`)}`;
}

/** The protocol number of a reference as typed or scanned; undefined when it is none or mistyped. */
export function readReplyReference(typed: string): { year: number; number: number } | undefined {
  const found = /^\s*R?[\s-]*(\d{4})[\s-]*(\d{4,7})[\s-]*([A-Z])\s*$/iu.exec(typed);
  if (!found) return undefined;
  const [, year = '', digits = '', letter = ''] = found;
  if (checkLetter(`${year}${digits}`) !== letter.toUpperCase()) return undefined;
  return { year: Number(year), number: Number(digits) };
}

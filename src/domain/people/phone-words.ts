/*
 * Under which runs of digits a phone number is found. People give their number with and without the prefix
 * of the country, with a 0 before it, or only its end; all of these must lead to the same person.
 */

const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/gu, '');

/** Prefixes of countries have one to three digits and we keep no list of them: each is tried. */
function withoutPrefix(digits: string): string[] {
  if (/^(?:1|7)/u.test(digits)) return [digits.slice(1)];
  return [digits.slice(2), digits.slice(3)];
}

const isInternational = (text: string) => /^\s*(?:\+|00)/u.test(text.normalize('NFKC'));

/** Runs of digits to keep for a number; searched by their beginning. */
export function phoneWordsOf(number: string): string[] {
  const digits = digitsOf(number).replace(/^00/u, '');
  if (digits.length < 4) return [];
  const local = isInternational(number) ? withoutPrefix(digits) : [digits.replace(/^0/u, '')];
  const words = [digits, ...local, digits.slice(-6), digits.slice(-4)];
  return [...new Set(words.filter((word) => word.length >= 4))];
}

/** Runs of digits to look for when this was typed; empty when it is no number. */
export function phoneQueriesOf(typed: string): string[] {
  if (!/^[\s+()./\-\d]*$/u.test(typed.normalize('NFKC'))) return [];
  const digits = digitsOf(typed);
  if (digits.length < 4) return [];
  const whole = digits.replace(/^00/u, '');
  const local = isInternational(typed) ? withoutPrefix(whole) : [digits.replace(/^0/u, '')];
  // A number kept without its prefix is met only by most of its digits, or every 39 would be Italian.
  return [...new Set([whole, ...local.filter((one) => one.length >= 7)])];
}

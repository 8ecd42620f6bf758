import { z } from 'zod';

// Line separators, bidi overrides and other controls can make a printed or listed value lie about itself.
const FORBIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const FORBIDDEN_IN_LINES = /[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

// Spaces without width and soft hyphens come along with copied names and keep two equal ones from being equal. The
// joiners of Persian and of emoji (U+200C, U+200D) and the marks of direction belong to what somebody wrote.
const INVISIBLE = /[\u00ad\u180e\u200b\u2060\ufeff]/gu;
/** Nothing but what cannot be seen. */
const SAYS_NOTHING = /^[\s\u200c-\u200f]*$/u;

/** Whether a line holds something that cannot be seen and can make it lie about itself. */
export const hidesSomething = (line: string): boolean =>
  line.search(FORBIDDEN) >= 0 || line.search(INVISIBLE) >= 0;

/** Whether anything of a line is left once what nobody can see is taken away. */
export const saysSomething = (line: string): boolean =>
  !SAYS_NOTHING.test(line.replace(INVISIBLE, '').replace(FORBIDDEN, ' '));

const seen = (text: string) => (SAYS_NOTHING.test(text) ? '' : text.trim());

/** One line of text, trimmed, with control characters and bidi overrides removed. May be empty. */
export function shortText(max: number) {
  return z
    .string()
    .max(max * 2)
    .transform((value) =>
      seen(
        value.normalize('NFC').replace(INVISIBLE, '').replace(FORBIDDEN, ' ').replace(/ +/g, ' '),
      ),
    )
    .pipe(z.string().max(max));
}

/** One line that must say something. */
export function requiredText(max: number) {
  return shortText(max).pipe(z.string().min(1));
}

/** Text of several lines. May be empty. */
export function longText(max: number) {
  return z
    .string()
    .max(max * 2)
    .transform((value) =>
      seen(
        value
          .normalize('NFC')
          .replace(/\r\n?/g, '\n')
          .replace(INVISIBLE, '')
          .replace(FORBIDDEN_IN_LINES, ' '),
      ),
    )
    .pipe(z.string().max(max));
}

/** For comparing what somebody typed with words on a page: without marks and capitals ("Società" is "societa"). */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

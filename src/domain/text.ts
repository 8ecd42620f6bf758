import { z } from 'zod';

// Line separators, bidi overrides and other controls can make a printed or listed value lie about itself.
const FORBIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const FORBIDDEN_IN_LINES = /[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** One line of text, trimmed, with control characters and bidi overrides removed. May be empty. */
export function shortText(max: number) {
  return z
    .string()
    .max(max * 2)
    .transform((value) => value.normalize('NFC').replace(FORBIDDEN, ' ').replace(/ +/g, ' ').trim())
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
      value.normalize('NFC').replace(/\r\n?/g, '\n').replace(FORBIDDEN_IN_LINES, ' ').trim(),
    )
    .pipe(z.string().max(max));
}

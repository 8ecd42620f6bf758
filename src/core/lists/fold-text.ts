import { type RawBuilder, sql } from 'kysely';

/** The accents of Italian and of its neighbours: "Forli" finds Forlì. */
const PAIRS = [
  ['àáâäãå', 'a'],
  ['èéêë', 'e'],
  ['ìíîï', 'i'],
  ['òóôöõ', 'o'],
  ['ùúûü', 'u'],
  ['ç', 'c'],
  ['ñ', 'n'],
].flatMap(([accented = '', plain = '']) =>
  [...accented].flatMap((letter) => [
    [letter, plain],
    [letter.toUpperCase(), plain],
  ]),
);

/** In small letters without accents; the database knows the capitals of English only. */
export function folded(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return PAIRS.reduce(
    (inner, [letter, plain]) => sql`replace(${inner}, ${letter}, ${plain})`,
    sql`lower(${text})`,
  );
}

export const foldedText = (text: string): string =>
  PAIRS.reduce(
    (inner, [letter = '', plain = '']) => inner.replaceAll(letter, plain),
    text.toLowerCase(),
  );

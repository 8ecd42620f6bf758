/*
 * What can be said about an Italian fiscal code as typed: 16 characters (Ministry of Finance decree 23 December
 * 1976, no. 13813) also with letters in place of digits (omocodia), 11 digits while provisional, or an STP/ENI
 * number, which stands in the same box. Everything found is a warning: only the Agenzia delle Entrate's code is
 * valid, people born abroad collide often, and a register that refuses a real card is worse than one that doubts.
 * For the same reason a code is never made up here.
 */
import type { PartialDate } from '../dates/partial-date.ts';
import type { PersonName } from '../names/person-name.ts';
import { transliterate } from '../names/transliterate.ts';

export const fiscalCodeKinds = ['definitive', 'provisional', 'stp', 'eni', 'unreadable'] as const;
export type FiscalCodeKind = (typeof fiscalCodeKinds)[number];

export const fiscalCodeWarnings = [
  'shape',
  'checkCharacter',
  'surname',
  'givenName',
  'birth',
  'sex',
  'birthCountry',
] as const;
export type FiscalCodeWarning = (typeof fiscalCodeWarnings)[number];

const DEFINITIVE =
  /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
const MONTHS = 'ABCDEHLMPRST';
const OMOCODIA = 'LMNPQRSTUV';
const DIGIT_PLACES = [6, 7, 9, 10, 12, 13, 14];
/** Values of 0-9 and A-Z at the odd places, counted from one. */
const ODD_DIGITS = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
const ODD_LETTERS = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Capitals without spaces, as codes are compared and kept. */
export function plainFiscalCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s.-]/g, '');
}

export function fiscalCodeKind(code: string): FiscalCodeKind {
  if (DEFINITIVE.test(code)) return 'definitive';
  if (/^\d{11}$/.test(code)) return 'provisional';
  if (/^STP\d{13}$/.test(code)) return 'stp';
  if (/^ENI\d{13}$/.test(code)) return 'eni';
  return 'unreadable';
}

const letterValue = (char: string) => char.charCodeAt(0) - 65;
const isDigit = (char: string) => char >= '0' && char <= '9';

function checkLetterOf(code: string): string {
  const sum = [...code.slice(0, 15)].reduce((total, char, index) => {
    // Places are counted from one, so the first character is an odd one.
    if (index % 2 === 1) return total + (isDigit(char) ? Number(char) : letterValue(char));
    const table = isDigit(char) ? ODD_DIGITS : ODD_LETTERS;
    return total + (table[isDigit(char) ? Number(char) : letterValue(char)] ?? 0);
  }, 0);
  return String.fromCharCode(65 + (sum % 26));
}

function hasRightCheckDigit(code: string): boolean {
  const sum = [...code.slice(0, 10)].reduce((total, char, index) => {
    if (index % 2 === 0) return total + Number(char);
    const doubled = Number(char) * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(code[10]);
}

/** The code with digits where omocodia put letters. Only for a code of the definitive kind. */
export function withoutOmocodia(code: string): string {
  return [...code]
    .map((char, place) => {
      const digit = OMOCODIA.indexOf(char);
      return DIGIT_PLACES.includes(place) && digit >= 0 ? String(digit) : char;
    })
    .join('');
}

const lettersOf = (text: string) =>
  transliterate(text)
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
const consonantsOf = (letters: string) => letters.replace(/[AEIOU]/g, '');
const vowelsOf = (letters: string) => letters.replace(/[^AEIOU]/g, '');

/** Three letters of a surname: consonants, then vowels, then X. */
function surnameLetters(surname: string): string {
  const letters = lettersOf(surname);
  return `${consonantsOf(letters)}${vowelsOf(letters)}XXX`.slice(0, 3);
}

/** Of four or more consonants of a given name the second is left out. */
function givenNameLetters(given: string): string {
  const letters = lettersOf(given);
  const consonants = consonantsOf(letters);
  if (consonants.length < 4) return surnameLetters(given);
  return `${consonants[0]}${consonants.slice(2, 4)}`;
}

export interface FiscalCodeHolder {
  names?: readonly PersonName[] | undefined;
  birth?: PartialDate | undefined;
  sex?: string | undefined;
  /** Alpha-3. */
  birthCountry?: string | undefined;
}

function nameWarnings(code: string, names: readonly PersonName[]): FiscalCodeWarning[] {
  const own = names.filter(
    ({ kind, script }) => script === 'latin' && kind !== 'mother' && kind !== 'father',
  );
  const families = own.filter(({ family }) => family !== '');
  const givens = own.filter(({ given }) => given !== '');
  const hasFamily = families.some(({ family }) => surnameLetters(family) === code.slice(0, 3));
  const hasGiven = givens.some(({ given }) => givenNameLetters(given) === code.slice(3, 6));
  return [
    ...(families.length > 0 && !hasFamily ? (['surname'] as const) : []),
    ...(givens.length > 0 && !hasGiven ? (['givenName'] as const) : []),
  ];
}

function isBornThen(code: string, birth: PartialDate): boolean {
  // Our own guess of a year says nothing against a card.
  if (birth.certainty === 'estimated' || birth.lastYear !== undefined) return true;
  const day = Number(code.slice(9, 11));
  return (
    Number(code.slice(6, 8)) === birth.year % 100 &&
    (birth.month === undefined || MONTHS.indexOf(code[8] ?? '') + 1 === birth.month) &&
    (birth.day === undefined || (day > 40 ? day - 40 : day) === birth.day)
  );
}

function holderWarnings(typed: string, holder: FiscalCodeHolder): FiscalCodeWarning[] {
  const code = withoutOmocodia(typed);
  const { names = [], birth, sex, birthCountry } = holder;
  const isWoman = Number(code.slice(9, 11)) > 40;
  const isOtherSex = (sex === 'female' && !isWoman) || (sex === 'male' && isWoman);
  const isBornAbroad = code[11] === 'Z';
  return [
    ...nameWarnings(code, names),
    ...(birth && !isBornThen(code, birth) ? (['birth'] as const) : []),
    ...(isOtherSex ? (['sex'] as const) : []),
    ...(birthCountry && (birthCountry === 'ITA') === isBornAbroad
      ? (['birthCountry'] as const)
      : []),
  ];
}

/** What looks wrong about a code, for the code alone and against what is known of its holder. */
export function fiscalCodeWarningsFor(
  typed: string,
  holder: FiscalCodeHolder = {},
): FiscalCodeWarning[] {
  const code = plainFiscalCode(typed);
  const kind = fiscalCodeKind(code);
  if (kind === 'unreadable') return ['shape'];
  if (kind === 'provisional') return hasRightCheckDigit(code) ? [] : ['checkCharacter'];
  if (kind !== 'definitive') return [];
  return [
    ...(checkLetterOf(code) === code[15] ? [] : (['checkCharacter'] as const)),
    ...holderWarnings(code, holder),
  ];
}

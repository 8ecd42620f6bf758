/** What a column of an old spreadsheet can hold, and how its heading usually reads. */
import { z } from 'zod';
import { code } from '../vocabularies/code.ts';

export const importFields = [
  'family',
  'given',
  'fullName',
  'otherSpelling',
  'birth',
  'sex',
  'nationality',
  'language',
  'legalStatus',
  'receptionType',
  'receptionExit',
  'permitNumber',
  'permitExpiry',
  'phone',
  'email',
  'address',
  'fiscalCode',
  'birthPlace',
  'note',
] as const;
export type ImportField = (typeof importFields)[number];

/** Fields whose cells are words that have to be turned into codes of the register. */
export const codedFields = [
  'sex',
  'nationality',
  'language',
  'legalStatus',
  'receptionType',
] as const;
export type CodedField = (typeof codedFields)[number];

/** Headings seen in offices, folded to plain small letters; each stands for one field. */
const HEADINGS: Record<ImportField, RegExp> = {
  family: /^(cognome|last ?name|surname|family ?name|nom de famille|cogn)\b/,
  given: /^(nome|first ?name|given ?name|prenom|nome proprio)$/,
  fullName: /^(nome e cognome|cognome e nome|nominativo|full ?name|name|persona|beneficiario)\b/,
  otherSpelling: /(alias|altra grafia|altro nome|arabo|other spelling|detto)/,
  birth: /(nascita|nato|nata|birth|dob|ddn|eta |naissance)/,
  sex: /^(sesso|genere|sex|gender|m\/f|f\/m)\b/,
  nationality: /(nazionalita|cittadinanza|paese|nationality|citizenship|country|nationalite)/,
  language: /(lingua|lingue|language|langue)/,
  legalStatus: /(status|stato giuridico|titolo|permesso|protezione|posizione)/,
  receptionType: /(accoglienza|centro|progetto|reception)/,
  receptionExit: /(uscita|dimission|exit)/,
  permitNumber: /^(n\.?|n°|nr\.?|num(ero)?) ?(del )?(permesso|pds)|permit (no\b|number)/,
  permitExpiry:
    /(scad\w*|expir\w*).*(permesso|pds|soggiorno|permit)|(permesso|pds|soggiorno|permit).*(scad|expir)/,
  phone: /(telefono|cellulare|tel\b|cell|phone|mobile|whatsapp)/,
  email: /(e ?-?mail|posta elettronica)/,
  address: /(indirizzo|domicilio|residenza|address|via\b)/,
  fiscalCode: /(codice fiscale|cod\.? ?fisc|^c\.?f\.?$|fiscal code|tax code)/,
  birthPlace: /(luogo di nascita|place of birth|lieu de naissance)/,
  note: /(note|annotazioni|osservazioni|remarks|comment)/,
};

const plain = (heading: string) =>
  heading.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** The field a heading most likely means; nothing is better than a wrong guess. */
export function fieldForHeading(heading: string): ImportField | undefined {
  const text = plain(heading);
  if (text === '') return undefined;
  // A place of birth also says "birth", the end of a reception also "reception", that of a permit also "permit".
  for (const field of ['birthPlace', 'receptionExit', 'permitNumber', 'permitExpiry'] as const) {
    if (HEADINGS[field].test(text)) return field;
  }
  return importFields.find((field) => HEADINGS[field].test(text));
}

const dateOrders = ['dayFirst', 'monthFirst', 'yearFirst'] as const;
/** What a first of January stands for: an invented day behind a year, one an authority assigned, or the day. */
const firstOfJanuaryMeanings = ['yearOnly', 'assigned', 'asWritten'] as const;

export const importChoices = z.strictObject({
  hasHeadings: z.boolean(),
  columns: z
    .array(z.strictObject({ index: z.int().min(0).max(199), field: z.enum(importFields) }))
    .min(1)
    .max(importFields.length)
    .refine((columns) => new Set(columns.map(({ field }) => field)).size === columns.length, {
      message: 'a field stands for two columns',
    }),
  dateOrder: z.enum(dateOrders),
  firstOfJanuary: z.enum(firstOfJanuaryMeanings),
  /** By field, what each word of the file means; a word that means nothing here has an empty code. */
  codes: z.partialRecord(
    z.enum(codedFields),
    z
      .array(z.strictObject({ word: z.string().max(200), code: z.union([code, z.literal('')]) }))
      .max(1000),
  ),
});
export type ImportChoices = z.infer<typeof importChoices>;

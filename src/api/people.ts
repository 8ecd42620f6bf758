import { z } from 'zod';
import { caseFile } from '#domain/casework/case-file.ts';
import { partialDate } from '#domain/dates/partial-date.ts';
import { conditions } from '#domain/lists/condition.ts';
import { columns, listCells, sorting } from '#domain/lists/list-column.ts';
import { fiscalCodeKinds, fiscalCodeWarnings } from '#domain/people/fiscal-code.ts';
import { personDetails } from '#domain/people/person.ts';
import { shortText } from '#domain/text.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { desk, procedure } from './procedure.ts';

const worker = z.strictObject({ id: z.uuid(), name: z.string() });

/** One line of a list: enough to recognise somebody, nothing more. */
export const personLine = z.strictObject({
  id: z.uuid(),
  /** Family name first, in the spelling shown. */
  listedName: z.string(),
  /** The same person in another script or spelling, when the register has one. */
  otherName: z.string().optional(),
  birth: partialDate.optional(),
  sex: z.string(),
  nationality: z.string().optional(),
  legalStatus: z.string().optional(),
  caseNumber: z.string(),
  isOpen: z.boolean(),
  /** Who follows the person. */
  assignedTo: worker.optional(),
  /** Why this line answers the query. */
  matchedBy: z.enum([
    'name',
    'spelling',
    'script',
    'part',
    'typo',
    'phone',
    'identity',
    'caseNumber',
    'contact',
    'none',
  ]),
});
export type PersonLine = z.infer<typeof personLine>;

/** Whom a list holds. Conditions about the case file take the place of `showClosed`. */
export const listQuestion = z.strictObject({
  query: shortText(200).default(''),
  showClosed: z.boolean().default(false),
  conditions: conditions.default([]),
  /** Of the labels by which codes are sorted. */
  language: z.enum(interfaceLanguages).default('it'),
});
export type ListQuestion = z.output<typeof listQuestion>;

const personWarnings = ['minorWithoutGuardian'] as const;

const person = z.strictObject({
  id: z.uuid(),
  /** Sent back with a change, so that two windows cannot overwrite each other unseen. */
  revision: z.int(),
  details: personDetails,
  /** What whoever opens the file must see first. */
  warnings: z.array(z.enum(personWarnings)),
  caseFile: caseFile.extend({ id: z.uuid(), worker: worker.optional() }),
  changedAt: z.string(),
  changedBy: z.string(),
});
export type Person = z.infer<typeof person>;

export const peopleProcedures = {
  /** Without a query: everybody, by name. With one: best hits first. */
  'people.list': procedure({
    input: listQuestion.extend({
      columns: columns.default([]),
      /** Without a query; what was searched for comes best hits first. */
      sort: sorting.optional(),
      offset: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    /** `hasMore`: a query that so many answer that the rest is not listed. */
    output: z.strictObject({
      items: z.array(personLine.extend({ cells: listCells.optional() })),
      total: z.int(),
      hasMore: z.boolean(),
    }),
    role: desk,
    kind: 'query',
  }),
  'people.get': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: person,
    role: desk,
    kind: 'query',
  }),
  /** Registers somebody and opens a case file. */
  'people.create': procedure({
    input: personDetails,
    output: z.strictObject({ id: z.uuid(), caseFileId: z.uuid(), caseNumber: z.string() }),
    role: desk,
    kind: 'mutation',
  }),
  'people.update': procedure({
    input: z.strictObject({ id: z.uuid(), revision: z.int(), details: personDetails }),
    output: z.strictObject({ revision: z.int() }),
    role: desk,
    kind: 'mutation',
  }),
  /** What looks wrong about a fiscal code as typed. Never a reason not to save. */
  'fiscalCodes.check': procedure({
    input: z.strictObject({
      fiscalCode: shortText(32),
      /** Whoever the code is for, when they have a file: they may have it already. */
      personId: z.uuid().optional(),
      holder: personDetails
        .pick({ names: true, birth: true, sex: true, birthCountry: true })
        .partial(),
    }),
    output: z.strictObject({
      kind: z.enum(fiscalCodeKinds),
      warnings: z.array(z.enum(fiscalCodeWarnings)),
      /** Another registered person who has the same code. */
      sameAs: z.strictObject({ personId: z.uuid(), listedName: z.string() }).optional(),
    }),
    role: desk,
    kind: 'query',
  }),
};

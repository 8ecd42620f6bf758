/*
 * What a list of people can show beside the name. The kind says how a cell is written out, on the page and in
 * a spreadsheet alike; `list` names the labels of its codes. Nothing of the restricted tier is a column.
 */
import { z } from 'zod';
import { partialDate } from '../dates/partial-date.ts';
import type { ChoiceList } from './filter-field.ts';

interface ColumnSpec {
  kind: 'text' | 'code' | 'rank' | 'codes' | 'day' | 'birth' | 'age' | 'number' | 'contact';
  list?: Exclude<ChoiceList, 'workers'>;
  /** Only where an order means something: a `code` goes by its label, a `rank` by its place in the list. */
  sortable: boolean;
}

export const listColumns = {
  birth: { kind: 'birth', sortable: true },
  age: { kind: 'age', sortable: true },
  sex: { kind: 'code', list: 'sexes', sortable: true },
  nationality: { kind: 'code', list: 'countries', sortable: true },
  languages: { kind: 'codes', list: 'languages', sortable: false },
  interpreter: { kind: 'codes', list: 'languages', sortable: false },
  italianLevel: { kind: 'rank', list: 'cefrLevels', sortable: true },
  legalStatus: { kind: 'code', list: 'legalStatuses', sortable: true },
  permitState: { kind: 'code', list: 'permitStates', sortable: true },
  permitExpiry: { kind: 'day', sortable: true },
  reception: { kind: 'code', list: 'receptionTypes', sortable: true },
  place: { kind: 'text', sortable: true },
  contact: { kind: 'contact', sortable: false },
  specificNeeds: { kind: 'codes', list: 'specificNeeds', sortable: false },
  openNeeds: { kind: 'codes', list: 'lifeDomains', sortable: false },
  planReview: { kind: 'day', sortable: true },
  lastContact: { kind: 'day', sortable: true },
  daysSilent: { kind: 'number', sortable: true },
  caseNumber: { kind: 'text', sortable: true },
  worker: { kind: 'text', sortable: true },
  openedOn: { kind: 'day', sortable: true },
  closedOn: { kind: 'day', sortable: true },
  state: { kind: 'code', list: 'caseStates', sortable: true },
} as const satisfies Record<string, ColumnSpec>;

export type ListColumn = keyof typeof listColumns;
export const listColumnKeys = Object.keys(listColumns) as [ListColumn, ...ListColumn[]];

/** The contact to try first; the number is left out where calling it is not safe. */
const contactCell = z.strictObject({ value: z.string().optional(), isSafe: z.boolean() });

/** Codes, days and texts as they stand; absent where the register has nothing. */
const cell = z.union([z.string(), z.int(), z.array(z.string()), partialDate, contactCell]);
export type ListCell = z.output<typeof cell>;
export const listCells = z.partialRecord(z.enum(listColumnKeys), cell);
export type ListCells = z.output<typeof listCells>;

export const columns = z
  .array(z.enum(listColumnKeys))
  .max(12)
  .refine((keys) => new Set(keys).size === keys.length, 'a column stands twice');

export const sortKeys = [
  'name',
  ...listColumnKeys.filter((key) => listColumns[key].sortable),
] as const;
export type SortKey = 'name' | ListColumn;

export const sorting = z.strictObject({
  by: z.enum(sortKeys as [SortKey, ...SortKey[]]),
  descending: z.boolean().default(false),
});
export type Sorting = z.output<typeof sorting>;

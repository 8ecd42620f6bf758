/*
 * One condition of a list. All conditions of a list have to hold; the values inside one are alternatives.
 * Days are counted from the day somebody looks, so that a view kept under a name stays true tomorrow.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { requiredText } from '../text.ts';
import { code } from '../vocabularies/code.ts';
import { type FilterFieldKey, filterFieldKeys, filterFields } from './filter-field.ts';

type Kind = (typeof filterFields)[FilterFieldKey]['kind'];
type KeyOf<K extends Kind> = {
  [F in FilterFieldKey]: (typeof filterFields)[F]['kind'] extends K ? F : never;
}[FilterFieldKey];

const fieldsOf = <K extends Kind>(kind: K) =>
  z.enum(
    filterFieldKeys.filter((key) => filterFields[key].kind === kind) as [KeyOf<K>, ...KeyOf<K>[]],
  );

const MOST_VALUES = 60;
const days = z.int().min(0).max(3650);

const membership = { is: z.enum(['anyOf', 'noneOf']).default('anyOf') };
const periodParts = {
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  /** Counted back from today; instead of two days. */
  lastDays: days.optional(),
};

interface Parts {
  from?: string | number | undefined;
  to?: string | number | undefined;
  lastDays?: number | undefined;
}

const isForward = ({ from, to }: Parts) => from === undefined || to === undefined || from <= to;
const isOneKind = ({ from, to, lastDays }: Parts) =>
  lastDays === undefined || (from === undefined && to === undefined);
const isSome = ({ from, to, lastDays }: Parts) =>
  from !== undefined || to !== undefined || lastDays !== undefined;

const backwards = { message: 'ends before it begins', path: ['to'] };
const twoKinds = { message: 'either two days or a number of days', path: ['lastDays'] };
const empty = { message: 'says nothing', path: ['from'] };

const condition = z.discriminatedUnion('field', [
  z.strictObject({
    field: fieldsOf('codes'),
    ...membership,
    values: z.array(code).min(1).max(MOST_VALUES),
  }),
  z.strictObject({
    field: fieldsOf('anyCodes'),
    ...membership,
    values: z.array(code).max(MOST_VALUES),
  }),
  z
    .strictObject({ field: fieldsOf('period'), ...periodParts })
    .refine(isSome, empty)
    .refine(isForward, backwards)
    .refine(isOneKind, twoKinds),
  z
    .strictObject({
      field: fieldsOf('codesInPeriod'),
      ...membership,
      values: z.array(code).max(MOST_VALUES),
      ...periodParts,
    })
    .refine(isForward, backwards)
    .refine(isOneKind, twoKinds),
  z.strictObject({ field: fieldsOf('ahead'), withinDays: days }),
  z.strictObject({ field: fieldsOf('silence'), forDays: days.min(1) }),
  z
    .strictObject({
      field: fieldsOf('age'),
      from: z.int().min(0).max(130).optional(),
      to: z.int().min(0).max(130).optional(),
    })
    .refine(isSome, empty)
    .refine(isForward, backwards),
  z.strictObject({ field: fieldsOf('flag'), holds: z.boolean().default(true) }),
  z.strictObject({ field: fieldsOf('text'), text: requiredText(80) }),
]);
export type Condition = z.output<typeof condition>;
type With<C, F> = C extends { field: infer Fields } ? (F extends Fields ? C : never) : never;
export type ConditionOf<F extends FilterFieldKey> = With<Condition, F>;

export const conditions = z.array(condition).max(20);

import type { Condition } from '#domain/lists/condition.ts';
import { type FilterFieldKey, filterFields } from '#domain/lists/filter-field.ts';

/** What has been chosen so far about one condition; fields that its kind does not have stay as they are. */
export interface ConditionDraft {
  field: FilterFieldKey;
  is: 'anyOf' | 'noneOf';
  values: string[];
  /** Typed, so that an empty field is no zero. */
  days: string;
  fromAge: string;
  toAge: string;
  when: 'ever' | 'lastDays' | 'between';
  from?: string | undefined;
  to?: string | undefined;
  text: string;
}

const USUAL_DAYS: Partial<Record<FilterFieldKey, string>> = {
  lostContact: '60',
  permitExpiry: '60',
  planReview: '14',
  deadline: '14',
};

export function draftOf(field: FilterFieldKey): ConditionDraft {
  const { kind } = filterFields[field];
  return {
    field,
    is: 'anyOf',
    values: [],
    days: USUAL_DAYS[field] ?? '30',
    fromAge: '',
    toAge: '',
    when: kind === 'period' ? 'lastDays' : 'ever',
    text: '',
  };
}

const asTyped = (value: unknown) => (typeof value === 'number' ? String(value) : '');

/** A condition taken up again, to be changed. */
export function draftFrom(condition: Condition): ConditionDraft {
  const told = condition as Partial<Record<string, unknown>> & { field: FilterFieldKey };
  const usual = draftOf(condition.field);
  const days = told.withinDays ?? told.forDays ?? told.lastDays;
  const hasDays = typeof told.from === 'string' || typeof told.to === 'string';
  return {
    ...usual,
    is: told.is === 'noneOf' || told.holds === false ? 'noneOf' : 'anyOf',
    values: Array.isArray(told.values) ? told.values : [],
    days: typeof days === 'number' ? String(days) : usual.days,
    fromAge: asTyped(told.from),
    toAge: asTyped(told.to),
    when: hasDays ? 'between' : typeof told.lastDays === 'number' ? 'lastDays' : usual.when,
    from: typeof told.from === 'string' ? told.from : undefined,
    to: typeof told.to === 'string' ? told.to : undefined,
    text: typeof told.text === 'string' ? told.text : '',
  };
}

function wholeNumber(typed: string, most: number): number | undefined {
  const number = Number(typed);
  return /^\d{1,4}$/.test(typed.trim()) && number <= most ? number : undefined;
}

function periodOf({ when, days, from, to }: ConditionDraft) {
  if (when === 'ever') return {};
  if (when === 'lastDays') {
    const lastDays = wholeNumber(days, 3650);
    return lastDays === undefined ? undefined : { lastDays };
  }
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function agesOf({ fromAge, toAge }: ConditionDraft) {
  const [from, to] = [wholeNumber(fromAge, 130), wholeNumber(toAge, 130)];
  const isBroken =
    (fromAge.trim() !== '' && from === undefined) || (toAge.trim() !== '' && to === undefined);
  if (isBroken || (from === undefined && to === undefined)) return undefined;
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Undefined while something is missing. */
export function conditionOf(draft: ConditionDraft): Condition | undefined {
  const { field, is, values, text } = draft;
  const { kind } = filterFields[field];
  const make = (rest: object | undefined) => rest && ({ field, ...rest } as Condition);
  switch (kind) {
    case 'codes':
      return values.length === 0 ? undefined : make({ is, values });
    case 'anyCodes':
      return make({ is, values });
    case 'codesInPeriod': {
      const period = periodOf(draft);
      return make(period && { is, values, ...period });
    }
    case 'period':
      return make(periodOf(draft));
    case 'ahead': {
      const withinDays = wholeNumber(draft.days, 3650);
      return make(withinDays === undefined ? undefined : { withinDays });
    }
    case 'silence': {
      const forDays = wholeNumber(draft.days, 3650);
      return make(forDays ? { forDays } : undefined);
    }
    case 'age':
      return make(agesOf(draft));
    case 'flag':
      return make({ holds: is === 'anyOf' });
    case 'text':
      return make(text.trim() === '' ? undefined : { text: text.trim() });
  }
}

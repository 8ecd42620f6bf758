import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/dates/calendar-date.ts';
import { deadlineRule, ruleInUse } from '#domain/deadlines/deadline-rule.ts';
import { factWindows } from '#domain/deadlines/due-date.ts';
import { factKeyOf, isShownToday, type Mark } from '#domain/deadlines/evaluate-deadlines.ts';
import { printedTerms } from '#domain/deadlines/fact-kind.ts';
import { isPossibleDay } from '#domain/deadlines/procedure-event.ts';
import {
  aFact,
  deadlineRules,
  deadlinesFrom,
  dueOf,
  theOne,
} from '../../support/deadline-facts.ts';

describe('the life of a deadline', () => {
  const notified = aFact('decisionNotified', '2026-11-10', { source: 'row-1', term: 30 });
  const mark = (more: Partial<Mark>): Mark => ({
    rule: 'appeal',
    factKey: factKeyOf(notified),
    state: 'done',
    ...more,
  });

  test('goes from far ahead to near to late, and is dropped at last', () => {
    const states = ['2026-11-01', '2026-11-12', '2026-12-11', '2027-01-20'].map(
      (today) => theOne('appeal', [notified], { today }).state,
    );
    expect(states).toEqual(['ahead', 'upcoming', 'overdue', 'past']);
  });

  test('a day from which something is possible is never late', () => {
    const asked = [aFact('asylumApplication', '2026-09-01')];
    expect(theOne('asylumWork', asked, { today: '2026-11-10' })).toMatchObject({
      state: 'upcoming',
      daysLeft: -10,
    });
  });

  test('snoozed it is silent until its day, then it is back', () => {
    const marks = [mark({ state: 'snoozed', until: '2026-11-20' })];
    const at = (today: string) => theOne('appeal', [notified], { today, marks });
    expect(at('2026-11-19')).toMatchObject({ state: 'snoozed', nextReminder: '2026-11-20' });
    expect(at('2026-11-20').state).toBe('upcoming');
    expect(at('2026-12-12').state).toBe('overdue');
  });

  test('what was done or does not apply stays so, until the fact changes', () => {
    for (const state of ['done', 'notApplicable'] as const) {
      const marks = [mark({ state })];
      expect(theOne('appeal', [notified], { marks })).toMatchObject({
        state,
        nextReminder: undefined,
      });
      for (const changed of [
        { ...notified, on: '2026-11-12' },
        { ...notified, term: 15 },
        { ...notified, source: 'row-2' },
      ]) {
        expect(theOne('appeal', [changed], { marks }).state).toBe('upcoming');
      }
    }
  });

  test('what is far away is in sight for a month after each reminder, and from a month before its day', () => {
    const status = [aFact('legalStatus', '2022-04-01', { code: 'temporary' })];
    const isShown = (today: string) =>
      isShownToday(theOne('temporaryProtection', status, { today }), 30);
    const days = [
      '2026-11-03',
      '2026-11-04',
      '2026-12-04',
      '2026-12-05',
      '2027-01-03',
      '2027-02-03',
    ];
    expect(days.map(isShown)).toEqual([false, true, true, false, true, true]);
    const asked = [aFact('asylumApplication', '2026-09-01')];
    const work = (today: string) => isShownToday(theOne('asylumWork', asked, { today }), 30);
    expect(['2026-10-31', '2026-11-30', '2026-12-01'].map(work)).toEqual([true, true, false]);
  });

  test('a day moved by law brings back what was marked as done', () => {
    const status = [aFact('legalStatus', '2022-04-01', { code: 'temporary' })];
    const first = theOne('temporaryProtection', status);
    const marks: Mark[] = [{ rule: 'temporaryProtection', factKey: first.factKey, state: 'done' }];
    expect(theOne('temporaryProtection', status, { marks }).state).toBe('done');
    const moved = deadlineRules.map((rule) =>
      rule.code === 'temporaryProtection'
        ? {
            ...rule,
            versions: rule.versions.map((one) => ({
              ...one,
              term: { unit: 'date' as const, on: '2028-03-04' },
            })),
          }
        : rule,
    );
    expect(theOne('temporaryProtection', status, { marks, rules: moved }).state).toBe('ahead');
  });

  test('an association counts its own number of days, or not at all', () => {
    const rule = deadlineRules.find((one) => one.code === 'saiStay');
    const appeal = deadlineRules.find((one) => one.code === 'appeal');
    if (!rule || !appeal) throw new Error('no rule');
    const facts = [aFact('saiEntry', '2026-11-01')];
    const other = ruleInUse(rule, { isOff: false, amount: 2 });
    expect(dueOf('saiStay', facts, { rules: other ? [other] : [] })).toBe('2027-01-01');
    expect(ruleInUse(rule, { isOff: true })).toBeUndefined();
    // Terms that stand on the act are not ours to lengthen.
    expect(ruleInUse(appeal, { isOff: false, amount: 90 })).toBe(appeal);
  });

  test('an event of the past cannot be noted for a day to come', () => {
    expect(isPossibleDay('decisionNotified', '2026-11-22', '2026-11-21')).toBe(false);
    expect(isPossibleDay('hearing', '2027-11-22', '2026-11-21')).toBe(true);
    expect(isPossibleDay('hearing', '2099-01-01', '2026-11-21')).toBe(false);
  });
});

describe('rules as data', () => {
  const rule = deadlineRules.find((one) => one.code === 'appeal');

  test.each([
    ['without a source', { versions: [{ ...rule?.versions[0], source: '' }] }],
    ['without its English words', { title: { it: 'Ricorso' } }],
    [
      'with a cautious term that is no choice',
      {
        versions: [{ ...rule?.versions[0], term: { unit: 'days', amount: 5, choices: [30, 15] } }],
      },
    ],
    ['started by nothing we know', { trigger: 'fullMoon' }],
    ['with a field nobody reads', { colour: 'red' }],
  ])('a rule %s is refused', (_, wrong) => {
    expect(deadlineRule.safeParse(rule).success).toBe(true);
    expect(deadlineRule.safeParse({ ...rule, ...wrong }).success).toBe(false);
  });

  test('the terms one can pick in the form are those of the rules', () => {
    for (const [kind, printed] of Object.entries(printedTerms)) {
      const rules = deadlineRules.filter((one) => one.trigger === kind);
      const terms = rules.flatMap((one) => one.versions.map(({ term }) => term));
      expect(terms.length).toBeGreaterThan(0);
      for (const term of terms) expect(term).toMatchObject(printed);
    }
  });

  test('no fact that matters today lies outside the windows the register is searched in', () => {
    const today = '2026-11-21';
    const AHEAD = 30;
    const kinds = [...new Set(deadlineRules.map((one) => one.trigger))];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.integer({ min: -9000, max: 1500 }),
        fc.constantFrom(undefined, 7, 15, 30, 12, 24, 72, 336),
        (kind, shift, term) => {
          const fact = aFact(kind, addDays(today, shift), { term, code: 'cas' });
          const legalStatuses = ['refugee', 'subsidiary', 'unaccompaniedMinor', 'euCitizen'];
          for (const legalStatus of legalStatuses) {
            for (const found of deadlinesFrom([fact], { legalStatus })) {
              const windows = factWindows(found.rule, today, AHEAD);
              if (!windows || !isShownToday(found, AHEAD)) continue;
              const isRead = windows.some(({ from, to }) => from <= fact.on && fact.on <= to);
              expect(isRead, `${found.rule.code} ${fact.on}`).toBe(true);
            }
          }
        },
      ),
      { numRuns: 6000, seed: 7 },
    );
  });
});

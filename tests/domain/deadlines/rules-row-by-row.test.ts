/*
 * The worked dates of every row of the list of deadlines, by the numbers of that list. In one file because its
 * last test sees that no rule was left out of it.
 */
import { describe, expect, test } from 'vitest';
import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import {
  aFact,
  deadlineRules,
  deadlinesFrom,
  theOne as oneOf,
  type Told,
} from '../../support/deadline-facts.ts';

const tried = new Set<string>();

function theOne(code: string, facts: Fact[], told: Told = {}) {
  tried.add(code);
  return oneOf(code, facts, told);
}

const dueOf = (code: string, facts: Fact[], told: Told = {}) => theOne(code, facts, told).due;

/** On which days one is reminded, walking through time. */
function reminders(code: string, facts: Fact[], told: Told & { today: string }): string[] {
  const days: string[] = [];
  let today = told.today;
  for (;;) {
    const next = theOne(code, facts, { ...told, today }).nextReminder;
    if (next === undefined) return days;
    days.push(next);
    today = next;
  }
}

describe('the rules, row by row', () => {
  test('1: a permit of 31 January 2027 is renewed by 2 December, at the very last by 1 April', () => {
    const facts = [aFact('permitExpiry', '2027-01-31')];
    expect(dueOf('permitRenewal', facts)).toBe('2026-12-02');
    expect(dueOf('permitLast', facts)).toBe('2027-04-01');
    expect(reminders('permitRenewal', facts, { today: '2026-10-01' })).toEqual([
      '2026-11-02',
      '2026-12-02',
      '2027-01-01',
      '2027-01-31',
    ]);
    expect(reminders('permitLast', facts, { today: '2026-10-01' })).toEqual([
      '2027-03-02',
      '2027-03-22',
    ]);
  });

  test('1: asking for the renewal settles both', () => {
    const facts = [aFact('permitExpiry', '2027-01-31'), aFact('permitRenewalAsked', '2026-11-25')];
    for (const code of ['permitRenewal', 'permitLast']) {
      expect(theOne(code, facts, { today: '2026-12-20' })).toMatchObject({
        state: 'done',
        endedOn: '2026-11-25',
      });
    }
  });

  test('2: habitual residence within 60 days of the renewal; struck off six months after expiry', () => {
    const renewed = [aFact('permitRenewed', '2026-11-10')];
    expect(dueOf('habitualResidence', renewed)).toBe('2027-01-09');
    expect(reminders('habitualResidence', renewed, { today: '2026-11-10' })).toEqual([
      '2026-11-17',
      '2026-12-25',
    ]);
    expect(dueOf('registryCancellation', [aFact('permitExpiry', '2026-08-31')])).toBe('2027-02-28');
  });

  test('3 and 4: a move is told to the Questura in 15 days, to the municipality in 20', () => {
    const moved = [aFact('domicileMoved', '2026-11-20')];
    expect(dueOf('domicileReport', moved)).toBe('2026-12-05');
    expect(dueOf('residenceDeclaration', moved)).toBe('2026-12-10');
    expect(theOne('domicileReport', moved, { today: '2026-11-20' }).state).toBe('upcoming');
  });

  test('5: the host reports within 48 hours', () => {
    const placed = [aFact('hostPlacement', '2026-11-20')];
    expect(theOne('hostReport', placed, { today: '2026-11-20' })).toMatchObject({
      due: '2026-11-22',
      state: 'upcoming',
    });
  });

  test('6: the first permit within eight working days, past Sundays and holidays', () => {
    expect(dueOf('firstPermit', [aFact('enteredItaly', '2026-11-16')])).toBe('2026-11-25');
    // 4 April 2026 is the Saturday before Easter: Sunday and Easter Monday do not count.
    expect(dueOf('firstPermit', [aFact('enteredItaly', '2026-04-03')])).toBe('2026-04-14');
    // 7 December, then the holiday of the 8th.
    expect(dueOf('firstPermit', [aFact('enteredItaly', '2026-12-04')])).toBe('2026-12-15');
  });

  test('7: the asylum permit lasts six months, and work is possible after 60 days', () => {
    const issued = [aFact('asylumPermitIssued', '2026-08-31')];
    expect(dueOf('asylumPermitSixMonths', issued)).toBe('2027-02-28');
    expect(reminders('asylumPermitSixMonths', issued, { today: '2026-11-21' })).toEqual([
      '2027-01-29',
    ]);
    expect(dueOf('asylumPermitRenewal', [aFact('asylumPermitExpiry', '2027-01-15')])).toBe(
      '2027-01-15',
    );
    const printed = [...issued, aFact('asylumPermitExpiry', '2027-03-01')];
    expect(deadlinesFrom(printed).map((one) => one.rule.code)).toEqual(['asylumPermitRenewal']);
    expect(dueOf('asylumWork', [aFact('asylumApplication', '2026-10-01')])).toBe('2026-11-30');
  });

  test('8: the hearing is on the notified day, prepared a month ahead', () => {
    const hearing = [aFact('hearing', '2027-01-20')];
    const found = theOne('hearing', hearing);
    expect(found.due).toBe('2027-01-20');
    expect(found.version.certainty).toBe('confirmOnNotifiedAct');
    expect(reminders('hearing', hearing, { today: '2026-11-21' })).toEqual([
      '2026-12-21',
      '2027-01-13',
      '2027-01-19',
    ]);
    const before = theOne('hearing', [aFact('hearing', '2026-06-11')]);
    expect(before.version.source).not.toBe(found.version.source);
  });

  test.each([
    [30, '2026-12-23'],
    [15, '2026-12-08'],
    [7, '2026-11-30'],
  ])('9: notified on 23 November with a term of %i days, the appeal ends on %s', (term, due) => {
    expect(theOne('appeal', [aFact('decisionNotified', '2026-11-23', { term })])).toMatchObject({
      due,
      assumedTerm: undefined,
    });
  });

  test('9: while nobody has read the term on the act, the shortest counts, and it says so', () => {
    const notified = [aFact('decisionNotified', '2026-11-23')];
    const found = theOne('appeal', notified, { today: '2026-11-23' });
    expect(found).toMatchObject({ due: '2026-11-30', assumedTerm: 7, state: 'upcoming' });
    expect(found.version.certainty).toBe('confirmOnNotifiedAct');
    expect(reminders('appeal', notified, { today: '2026-11-23' })).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
      '2026-11-30',
    ]);
    const odd = [aFact('decisionNotified', '2026-11-23', { term: 45 })];
    expect(dueOf('appeal', odd)).toBe('2026-11-30');
  });

  test('9: a term that ends on a holiday is not moved, but said to be one', () => {
    const notified = [aFact('decisionNotified', '2026-11-23', { term: 15 })];
    expect(theOne('appeal', notified)).toMatchObject({ due: '2026-12-08', fallsOnClosedDay: true });
  });

  test('10: the eighteenth birthday is prepared a year ahead; conversion within 60 days of it', () => {
    const birth = [aFact('birth', '2009-05-10')];
    const told = { legalStatus: 'unaccompaniedMinor', today: '2026-01-01' };
    expect(dueOf('turnsEighteen', birth, told)).toBe('2027-05-10');
    expect(dueOf('conversion', birth, told)).toBe('2027-07-09');
    expect(reminders('turnsEighteen', birth, told)).toEqual([
      '2026-05-10',
      '2026-11-10',
      '2027-02-10',
      '2027-04-10',
      '2027-05-10',
    ]);
    expect(reminders('conversion', birth, told)).toEqual(['2027-06-24']);
    expect(deadlinesFrom(birth, { legalStatus: 'refugee' })).toEqual([]);
  });

  test('10: who is born on 29 February comes of age on the 28th', () => {
    const told = { legalStatus: 'unaccompaniedMinor' };
    expect(dueOf('turnsEighteen', [aFact('birth', '2008-02-29')], told)).toBe('2026-02-28');
  });

  test('11: the court is asked before 18; the care ends with the decree, at 21 at the latest', () => {
    const birth = aFact('birth', '2009-05-10');
    const told = { legalStatus: 'unaccompaniedMinor', today: '2026-01-01' };
    expect(dueOf('prosieguoAsk', [birth], told)).toBe('2027-05-09');
    expect(reminders('prosieguoAsk', [birth], told)).toEqual(['2026-11-10', '2027-02-10']);
    const ordered = [birth, aFact('prosieguoOrdered', '2029-12-31')];
    expect(dueOf('prosieguoEnd', ordered)).toBe('2029-12-31');
    expect(dueOf('prosieguoAtMost', ordered)).toBe('2030-05-10');
    expect(deadlinesFrom([birth]).map((one) => one.rule.code)).not.toContain('prosieguoAtMost');
  });

  test('12: the window of FRA NOI closes 18 months after leaving reception, at the end of February', () => {
    const left = [aFact('receptionExit', '2025-08-31', { code: 'siproimi' })];
    const told = { legalStatus: 'refugee', today: '2026-11-01' };
    expect(dueOf('fraNoiWindow', left, told)).toBe('2027-02-28');
    expect(reminders('fraNoiWindow', left, told)).toEqual(['2026-11-30', '2027-01-29']);
    expect(deadlinesFrom(left, { legalStatus: 'special' })).toEqual([]);
    const elsewhere = [aFact('receptionExit', '2025-08-31', { code: 'private' })];
    expect(deadlinesFrom(elsewhere, { legalStatus: 'refugee' })).toEqual([]);
  });

  test('13: citizenship counts from recognition and from residence, and shows both days', () => {
    const facts = [
      aFact('statusGranted', '2022-03-01'),
      aFact('legalResidenceStart', '2022-09-15'),
    ];
    const told = { legalStatus: 'refugee', today: '2026-06-01' };
    expect(dueOf('citizenshipSinceRecognition', facts, told)).toBe('2027-03-01');
    expect(dueOf('citizenshipFiveYears', facts, told)).toBe('2027-09-15');
    expect(theOne('citizenshipSinceRecognition', facts, told).version.certainty).toBe(
      'practiceDiffers',
    );
    expect(reminders('citizenshipFiveYears', facts, told)).toEqual(['2027-03-15']);
    const residence = [aFact('legalResidenceStart', '2022-09-15')];
    expect(dueOf('citizenshipTenYears', residence, { legalStatus: 'subsidiary' })).toBe(
      '2032-09-15',
    );
    expect(dueOf('citizenshipFourYears', residence, { legalStatus: 'euCitizen' })).toBe(
      '2026-09-15',
    );
    const born = [...residence, aFact('bornInItaly', '2000-01-01'), aFact('birth', '2000-01-01')];
    expect(dueOf('citizenshipThreeYears', born)).toBe('2025-09-15');
  });

  test('14: who was born here declares it between 18 and 19', () => {
    const born = [aFact('bornInItaly', '2009-05-10')];
    expect(dueOf('citizenshipDeclaration', born)).toBe('2028-05-10');
    expect(reminders('citizenshipDeclaration', born, { today: '2026-01-01' })).toEqual([
      '2026-11-10',
      '2027-05-10',
      '2028-02-10',
    ]);
  });

  test('15: marriage counts two years, one with children', () => {
    expect(dueOf('citizenshipMarriage', [aFact('marriedItalian', '2026-03-01')])).toBe(
      '2028-03-01',
    );
    const withChildren = [aFact('marriedItalian', '2026-03-01', { term: 12 })];
    expect(dueOf('citizenshipMarriage', withChildren)).toBe('2027-03-01');
    // No act says which: there is nothing to be read that would make it surer.
    const marriage = theOne('citizenshipMarriage', [aFact('marriedItalian', '2026-03-01')]);
    expect(marriage.assumedTerm).toBeUndefined();
  });

  test('16: the five years of the long-term permit count from the asylum application', () => {
    const asked = [aFact('asylumApplication', '2021-12-01')];
    const told = { legalStatus: 'refugee', today: '2026-08-01' };
    expect(dueOf('euLongTerm', asked, told)).toBe('2026-12-01');
    expect(reminders('euLongTerm', asked, told)).toEqual(['2026-09-02']);
    expect(
      deadlinesFrom(asked, { legalStatus: 'asylumSeeker' }).map((one) => one.rule.code),
    ).toEqual(['asylumWork']);
  });

  test('17: the clearance is answered within 150 days, and a child must be asked for before 18', () => {
    expect(dueOf('reunificationAnswer', [aFact('reunificationAsked', '2026-11-02')])).toBe(
      '2027-04-01',
    );
    const child = [aFact('childAbroad', '2010-05-10')];
    expect(dueOf('childTurnsEighteen', child)).toBe('2028-05-09');
    expect(reminders('childTurnsEighteen', child, { today: '2026-01-01' })).toEqual([
      '2026-05-09',
      '2027-05-09',
      '2027-11-09',
      '2028-04-09',
    ]);
    const asked = [...child, aFact('reunificationAsked', '2026-11-02')];
    expect(theOne('childTurnsEighteen', asked).state).toBe('done');
  });

  test('17b: another state of the Union may want the application within three months', () => {
    const granted = [aFact('statusGrantedElsewhere', '2026-11-30')];
    const found = theOne('reunificationOtherState', granted);
    expect(found.due).toBe('2027-02-28');
    expect(found.version.certainty).toBe('confirmOnNotifiedAct');
  });

  test('18: the health card follows the permit', () => {
    expect(dueOf('healthCard', [aFact('permitExpiry', '2027-01-31')])).toBe('2027-01-31');
  });

  test('19: an STP code lasts six months', () => {
    const issued = [aFact('stpIssued', '2026-11-21')];
    expect(dueOf('stpRenewal', issued)).toBe('2027-05-21');
    expect(reminders('stpRenewal', issued, { today: '2026-11-21' })).toEqual(['2027-05-06']);
  });

  test('a source that was not read in its own text says so, beside its firmness', () => {
    const versions = deadlineRules.flatMap((rule) =>
      rule.versions.map((one) => ({ ...one, rule: rule.code })),
    );
    const marked = versions.filter(({ source }) => source.includes('da verificare'));
    expect(marked.map(({ rule }) => rule).sort()).toEqual(['stpRenewal', 'temporaryProtection']);
    const unsure = versions.filter(({ certainty }) => certainty === 'sourceToCheck');
    expect(unsure).toEqual(marked);
    for (const { code, advice } of deadlineRules) {
      if (!marked.some(({ rule }) => rule === code)) continue;
      expect(advice.it, code).toContain('conferma');
      expect(advice.en, code).toContain('confirm');
    }
  });

  test('20: the job centre within 30 days of the declaration, remembered after 20', () => {
    const signed = [aFact('didSigned', '2026-11-10')];
    expect(dueOf('servicePact', signed)).toBe('2026-12-10');
    expect(reminders('servicePact', signed, { today: '2026-11-21' })).toEqual(['2026-11-30']);
  });

  test('21: temporary protection ends on 4 March 2027 for everybody', () => {
    const status = [aFact('legalStatus', '2022-04-01', { code: 'temporary' })];
    expect(dueOf('temporaryProtection', status)).toBe('2027-03-04');
    expect(reminders('temporaryProtection', status, { today: '2026-10-01' })).toEqual([
      '2026-11-04',
      '2027-01-03',
    ]);
    expect(deadlinesFrom([aFact('legalStatus', '2022-04-01', { code: 'refugee' })])).toEqual([]);
  });

  test('22: a SAI stay is for six months, prolonged in time', () => {
    const entered = [aFact('saiEntry', '2026-08-31')];
    expect(dueOf('saiStay', entered)).toBe('2027-02-28');
    expect(reminders('saiStay', entered, { today: '2026-11-21' })).toEqual(['2027-01-14']);
  });

  test('23: a plan is reviewed after three months, a child’s after two, or on the day agreed', () => {
    const signed = aFact('planSigned', '2026-11-21');
    const adult = aFact('birth', '1990-01-01');
    const child = aFact('birth', '2012-01-01');
    expect(dueOf('planReview', [signed, adult])).toBe('2027-02-21');
    expect(dueOf('planReviewMinor', [signed, child])).toBe('2027-01-21');
    expect(dueOf('planReview', [{ ...signed, agreedOn: '2027-01-10' }, adult])).toBe('2027-01-10');
    expect(reminders('planReview', [signed, adult], { today: '2026-11-21' })).toEqual([
      '2027-02-14',
    ]);
  });

  test('24: a referral waits for 24 hours, 72 hours or two weeks', () => {
    const sent = (term?: number) => [aFact('referralSent', '2026-11-20', { term })];
    expect(dueOf('referralReply', sent(24))).toBe('2026-11-21');
    expect(dueOf('referralReply', sent(72))).toBe('2026-11-23');
    expect(dueOf('referralReply', sent(336))).toBe('2026-12-04');
    expect(dueOf('referralReply', sent())).toBe('2026-11-21');
  });

  test('25: the association reports by 30 January, every year', () => {
    const always = (today: string) => [aFact('everyYear', today)];
    const on = (today: string) => theOne('registerReport', always(today), { today });
    expect(on('2026-11-21')).toMatchObject({ due: '2027-01-30', nextReminder: '2026-12-31' });
    expect(on('2027-02-10')).toMatchObject({ due: '2027-01-30', state: 'overdue' });
    expect(on('2027-03-10')).toMatchObject({ due: '2028-01-30', state: 'ahead' });
    const sent = [...always('2027-01-20'), aFact('registerReportSent', '2027-01-15')];
    expect(theOne('registerReport', sent, { today: '2027-01-20' }).state).toBe('done');
    const later = [...always('2027-12-20'), aFact('registerReportSent', '2027-01-15')];
    expect(theOne('registerReport', later, { today: '2027-12-20' }).state).toBe('ahead');
  });

  test('26: a request about data within a month, a breach within 72 hours', () => {
    expect(dueOf('dataRequest', [aFact('dataRequestReceived', '2026-01-31')])).toBe('2026-02-28');
    const prolonged = [aFact('dataRequestReceived', '2026-01-31', { term: 3 })];
    expect(dueOf('dataRequest', prolonged)).toBe('2026-04-30');
    expect(dueOf('dataBreach', [aFact('dataBreachNoticed', '2026-11-20')])).toBe('2026-11-23');
  });

  test('a passport is remembered too, though no law says so', () => {
    expect(dueOf('documentExpiry', [aFact('documentExpiry', '2027-05-01')])).toBe('2027-05-01');
  });

  test('no rule was left out above, and each says when it was last checked', () => {
    expect(deadlineRules.map((one) => one.code).filter((code) => !tried.has(code))).toEqual([]);
    for (const rule of deadlineRules) expect(rule.checkedOn >= '2026-11-21', rule.code).toBe(true);
  });
});

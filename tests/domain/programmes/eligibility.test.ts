import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadProgrammes, unknownCodesOf } from '#core/programmes/load-programmes.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import { addDays } from '#domain/dates/calendar-date.ts';
import type { RuleSet } from '#domain/programmes/eligibility-rule.ts';
import { eligibleUntil } from '#domain/programmes/eligible-until.ts';
import { evaluateEligibility } from '#domain/programmes/evaluate-eligibility.ts';
import type { ProgrammeFacts } from '#domain/programmes/programme-fact.ts';
import { programmeTemplate } from '#domain/programmes/programme-template.ts';
import { tryWorkedCase } from '#domain/programmes/worked-cases.ts';
import { root } from '../../rules/source-files.ts';

const { vocabularies: lists, letters, indicators } = loadResources(join(root, 'resources'));
const known = { lists, letters, indicators: indicators().byId };
const programmes = loadProgrammes(join(root, 'resources/programmes'), known);

const aProgramme = (code: string) => {
  const template = programmes.get(code);
  if (!template) throw new Error(`no programme ${code}`);
  return template;
};

let count = 0;
const aRule = (is: object): RuleSet =>
  ({
    rule: {
      code: `rule${count++}`,
      says: { it: 'Una regola', en: 'A rule' },
      quote: 'quote',
      source: 'source',
      checkedOn: '2026-11-21',
      is,
    },
  }) as RuleSet;

const isWoman = () => aRule({ test: 'codeIn', fact: 'sex', codes: ['female'] });
const isRefugee = () => aRule({ test: 'codeIn', fact: 'legalStatus', codes: ['refugee'] });
const isAdult = () => aRule({ test: 'age', from: 18 });

const outcome = (set: RuleSet, facts: ProgrammeFacts, on = '2026-11-21') =>
  evaluateEligibility(set, { facts, on, parameters: {} });

describe('the programmes that come with the program', () => {
  const cases = [...programmes.values()].flatMap((template) =>
    template.workedCases.map(
      (worked) => [template.code, worked.title.en, template, worked] as const,
    ),
  );

  test.each(cases)('%s: %s', (_code, _title, template, worked) => {
    const tried = tryWorkedCase(template, worked);
    expect(tried, JSON.stringify(tried.got)).toMatchObject({ isMet: true });
  });

  test('include every one of the seeds, and a blank one of each kind', () => {
    const seeds = ['spazio-comune', 'comet', 'admin4all', 'consolidate', 'fra-noi-2', 'malaika'];
    const others = ['doti-2012', 'percorsi-2016', 'percorsi-4', 'start-it-up', 'amici'];
    const blank = ['casework', 'pathway-matching', 'enterprise', 'capacity', 'community-map'];
    expect([...programmes.keys()]).toEqual(
      expect.arrayContaining([
        ...seeds,
        ...others,
        'incontro',
        'co-in',
        'musa',
        ...[...blank, 'campaign'].map((kind) => `blank-${kind}`),
      ]),
    );
  });

  test('who decides something has a worked case for a yes and for a no', () => {
    for (const template of programmes.values()) {
      if (!template.eligibility) continue;
      if (template.code.startsWith('blank-')) continue;
      const own = template.workedCases.filter((worked) => worked.path === undefined);
      const outcomes = own.map((worked) => worked.expects.outcome);
      expect(outcomes, template.code).toContain('eligible');
      if (template.code !== 'start-it-up') expect(outcomes, template.code).toContain('notEligible');
    }
  });

  test('a code that no list has is found', () => {
    const malaika = aProgramme('malaika');
    const wrong = {
      ...malaika,
      eligibility: aRule({ test: 'codeIn', fact: 'legalStatus', codes: ['refuge'] }),
    };
    expect(unknownCodesOf(wrong, known)).toMatchObject([{ code: 'refuge' }]);
    expect(unknownCodesOf({ ...malaika, letters: ['xyz'] }, known)).toEqual([
      { code: 'xyz', path: ['letters', 0] },
    ]);
    expect(unknownCodesOf(malaika, known)).toEqual([]);
  });
});

describe('what is not known', () => {
  test('is named, and is no refusal', () => {
    expect(outcome({ all: [isWoman(), isRefugee()] }, { sex: 'female' })).toMatchObject({
      outcome: 'missing',
      missing: ['legalStatus'],
    });
  });

  test('does not matter where another rule says no already', () => {
    expect(outcome({ all: [isWoman(), isRefugee()] }, { sex: 'male' })).toMatchObject({
      outcome: 'notEligible',
      missing: [],
    });
  });

  test('does not matter where one of several ways is enough', () => {
    expect(outcome({ any: [isWoman(), isRefugee()] }, { sex: 'female' }).outcome).toBe('eligible');
    expect(outcome({ any: [isWoman(), isRefugee()] }, { sex: 'male' }).outcome).toBe('missing');
  });

  test('stays unknown when turned around', () => {
    expect(outcome({ not: isWoman() }, {}).outcome).toBe('missing');
    expect(outcome({ not: isWoman() }, { sex: 'male' }).outcome).toBe('eligible');
    expect(outcome({ not: isWoman() }, { sex: 'female' }).outcome).toBe('notEligible');
  });

  test('a birth year leaves the age open only in the year it turns', () => {
    const birth = { year: 2008, certainty: 'declared' } as const;
    expect(outcome(isAdult(), { birth }, '2025-12-31').outcome).toBe('notEligible');
    expect(outcome(isAdult(), { birth }, '2026-06-01')).toMatchObject({
      outcome: 'missing',
      missing: ['birth'],
    });
    expect(outcome(isAdult(), { birth }, '2027-01-01').outcome).toBe('eligible');
  });
});

describe('the last day to join', () => {
  const fraNoi = aProgramme('fra-noi-2');
  const facts: ProgrammeFacts = {
    legalStatus: 'refugee',
    wasInReception: true,
    receptionType: 'cas',
    receptionExit: '2025-08-31',
  };
  const until = (on: string) => {
    if (!fraNoi.eligibility) throw new Error('no rules');
    return eligibleUntil(fraNoi.eligibility, { facts, on, parameters: { monthsAfterExit: 18 } });
  };

  test('is the same seen from any day of the window, and is really the last', () => {
    for (const on of ['2025-09-01', '2026-11-21', '2027-02-28'])
      expect(until(on)).toBe('2027-02-28');
    expect(until('2027-03-01')).toBeUndefined();
  });

  test('is the day before a birthday where an age ends it', () => {
    const birth = { year: 2008, month: 2, day: 29, certainty: 'documented' } as const;
    const minor = aRule({ test: 'age', to: 17 });
    const end = eligibleUntil(minor, { facts: { birth }, on: '2026-01-10', parameters: {} });
    expect(end).toBe('2026-02-27');
    expect(outcome(minor, { birth }, end).outcome).toBe('eligible');
    expect(outcome(minor, { birth }, addDays(end ?? '', 1)).outcome).toBe('notEligible');
  });

  test('is not told where no end can be seen', () => {
    expect(eligibleUntil(isRefugee(), { facts, on: '2026-11-21', parameters: {} })).toBeUndefined();
  });
});

describe('a template file', () => {
  const malaika = () => JSON.parse(JSON.stringify(aProgramme('malaika')));
  const problems = (file: unknown) => {
    const read = programmeTemplate.safeParse(file);
    return read.success
      ? []
      : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  };

  test('is read as it is written', () => {
    expect(problems(malaika())).toEqual([]);
  });

  test('from a newer program, or with a field nobody knows, is refused', () => {
    expect(problems({ ...malaika(), format: 2 })).not.toEqual([]);
    expect(problems({ ...malaika(), script: 'x' })).not.toEqual([]);
  });

  test('that names a parameter, question or source it does not have is refused with its name', () => {
    expect(problems({ ...malaika(), parameters: [] })).toEqual([
      'eligibility.all.2.any.1.all.0.rule.is.to.parameter: unknownName lastAge',
    ]);
    expect(problems({ ...malaika(), questions: [] })).toEqual([
      expect.stringMatching(/rule\.is\.question: unknownName atRisk$/),
    ]);
    expect(problems({ ...malaika(), fundingSources: [] })).toContain(
      'services.0.fundingSource: unknownName fei',
    );
  });

  test('with rules inside rules without end is refused', () => {
    let deep: object = { all: [] };
    for (let level = 0; level < 5000; level += 1) deep = { not: deep };
    expect(problems({ ...malaika(), eligibility: deep })).toEqual([
      'eligibility: more than 6 levels of rules',
    ]);
  });
});

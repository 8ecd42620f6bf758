import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type BudgetModel,
  capsAgainst,
  type LedgerEntry,
  meanCents,
} from '#domain/programmes/programme-budget.ts';
import { programmeTemplate } from '#domain/programmes/programme-template.ts';
import { stageFunnel } from '#domain/programmes/stage-funnel.ts';
import { root } from '../../rules/source-files.ts';

function template(code: string) {
  const path = join(root, 'resources/programmes', `${code}.json`);
  return programmeTemplate.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function budget(code: string, kind: string): BudgetModel {
  const found = template(code).budgets.find((one) => one.code === kind);
  if (!found) throw new Error(`no budget ${kind}`);
  return found;
}

const month = (): LedgerEntry => ({ line: 'allowance', cents: 50_000, units: 1 });
const months = (count: number) => Array.from({ length: count }, month);

describe('the grant of Percorsi 2016', () => {
  const dote = budget('percorsi-2016', 'dote');

  test('pays five months to the person and refuses the sixth', () => {
    expect(capsAgainst(dote, months(4), month())).toEqual([]);
    expect(capsAgainst(dote, months(5), month())).toEqual([
      { reason: 'units', line: 'allowance', allowed: 5, wanted: 6 },
      { reason: 'line', line: 'allowance', allowedCents: 250_000, wantedCents: 300_000 },
    ]);
  });

  test('is spent to the cent with all its lines, and not a cent more', () => {
    const rest = [
      { line: 'proponent', cents: 200_000, units: 1 },
      { line: 'host', cents: 49_999, units: 1 },
    ];
    const ledger = [...months(5), ...rest];
    expect(capsAgainst(dote, ledger, { line: 'host', cents: 1, units: 1 })).toEqual([]);
    expect(capsAgainst(dote, ledger, { line: 'host', cents: 2, units: 1 })).toEqual([
      { reason: 'line', line: 'host', allowedCents: 50_000, wantedCents: 50_001 },
      { reason: 'person', allowedCents: 500_000, wantedCents: 500_001 },
    ]);
  });

  test('knows no other line', () => {
    expect(capsAgainst(dote, [], { line: 'taxi', cents: 1, units: 1 })).toEqual([
      { reason: 'unknownLine', line: 'taxi' },
    ]);
  });
});

test('the plus grant of Percorsi 4 pays twelve months, the ordinary one six', () => {
  expect(capsAgainst(budget('percorsi-4', 'ordinary'), months(6), month())).not.toEqual([]);
  expect(capsAgainst(budget('percorsi-4', 'plus'), months(11), month())).toEqual([]);
  expect(capsAgainst(budget('percorsi-4', 'plus'), months(12), month())).not.toEqual([]);
});

test('a pilot of 30,000 euros with 31,000 in its ledger is over', () => {
  const [pilot] = template('consolidate').budgets;
  if (!pilot) throw new Error('no pilot');
  const ledger = [{ line: 'pilot', cents: 2_000_000, units: 1 }];
  expect(capsAgainst(pilot, ledger, { line: 'pilot', cents: 1_100_000, units: 1 })).toEqual([
    { reason: 'line', line: 'pilot', allowedCents: 3_000_000, wantedCents: 3_100_000 },
  ]);
});

test('1,126 grants of 5,498,000 euros in all are 4,882.77 each', () => {
  const { grantCents, indicators } = template('doti-2012');
  const grants = indicators.find(({ code }) => code === 'grants')?.target;
  expect(meanCents(grantCents ?? 0, grants ?? 0)).toBe(488_277);
  expect(meanCents(0, 0)).toBeUndefined();
});

test('492 contacted of whom 434 served, 409 with a plan and 12 with a firm are the funnel of Start it up', () => {
  const { stages } = template('start-it-up');
  const codes = stages.map(({ code }) => code);
  const furthest = [
    ...Array.from({ length: 492 - 434 }, () => 'contacted'),
    ...Array.from({ length: 434 - 409 }, () => 'served'),
    ...Array.from({ length: 409 - 12 }, () => 'businessPlan'),
    ...Array.from({ length: 12 }, () => 'firm'),
    'elsewhere',
  ];
  expect(stageFunnel(codes, furthest)).toEqual([
    { stage: 'contacted', reached: 492, lost: 0 },
    { stage: 'served', reached: 434, lost: 58 },
    { stage: 'businessPlan', reached: 409, lost: 25 },
    { stage: 'firm', reached: 12, lost: 397 },
  ]);
});

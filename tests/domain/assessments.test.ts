import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadResources } from '#core/resources/load-resources.ts';
import { assessmentDetails, missingForCompletion } from '#domain/assessments/assessment.ts';
import { progressByDomain } from '#domain/assessments/progress.ts';
import { maySeeTier } from '#domain/assessments/specific-need.ts';
import { vulnerabilities, vulnerabilitiesOf } from '#domain/assessments/vulnerability.ts';
import { root } from '../rules/source-files.ts';

const assessed = (assessedOn: string, ...scores: [domain: string, level: number][]) =>
  assessmentDetails.parse({
    assessedOn,
    assessor: 'Giulia Ferraris',
    scores: scores.map(([domain, level]) => ({ domain, level })),
  });

describe('an assessment', () => {
  test('scores each domain once, from one to five', () => {
    expect(() => assessed('2026-11-21', ['HOU', 2], ['HOU', 3])).toThrow(/twice/);
    expect(() => assessed('2026-11-21', ['HOU', 6])).toThrow();
    expect(() => assessed('2026-11-21', ['HOU', 2.5])).toThrow();
  });

  test('counts when somebody assessed at least one domain', () => {
    expect(missingForCompletion(assessed('2026-11-21'))).toEqual(['scores']);
    expect(missingForCompletion(assessed('2026-11-21', ['HOU', 2]))).toEqual([]);
    expect(
      missingForCompletion({
        ...assessed('2026-11-21', ['HOU', 2]),
        assessor: '',
        interpretedIn: 'som',
      }),
    ).toEqual(['assessor', 'mediator']);
  });
});

describe('progress', () => {
  const progress = progressByDomain([
    assessed('2026-01-10', ['HOU', 1], ['LNG', 2]),
    assessed('2026-05-10', ['HOU', 3]),
    assessed('2026-11-10', ['HOU', 2], ['WRK', 4]),
  ]);

  test('compares the entry with the latest, domain by domain', () => {
    expect(progress.get('HOU')).toMatchObject({
      entry: { on: '2026-01-10', level: 1 },
      latest: { on: '2026-11-10', level: 2 },
      change: 1,
    });
    expect(progress.get('HOU')?.points.map(({ level }) => level)).toEqual([1, 3, 2]);
    expect(progress.get('WRK')).toMatchObject({ change: 0, entry: { on: '2026-11-10' } });
  });

  test('has nothing for a domain nobody asked about', () => {
    expect([...progress.keys()]).toEqual(['HOU', 'LNG', 'WRK']);
  });
});

test('only coordinators see what belongs to the restricted tier', () => {
  expect(maySeeTier('coordinator', 'restricted')).toBe(true);
  for (const role of ['volunteer', 'mediator', 'reporter'] as const) {
    expect(maySeeTier(role, 'restricted')).toBe(false);
    expect(maySeeTier(role, 'desk')).toBe(true);
  }
});

describe('what Italian law calls a specific need', () => {
  const { specificNeeds } = loadResources(join(root, 'resources')).vocabularies;
  const said = (...codes: string[]) =>
    vulnerabilitiesOf(
      codes.map((code) => ({ need: { code } })),
      specificNeeds,
    );

  test('is told once, in the order of the law, and only while it lasts', () => {
    expect(said('SP-PT', 'SC-UC', 'SC-UM', 'CR-NE')).toEqual([
      'minor',
      'unaccompaniedMinor',
      'singleParent',
    ]);
    const ended = [{ need: { code: 'PG' }, endedOn: '2026-11-01' }];
    expect(vulnerabilitiesOf(ended, specificNeeds)).toEqual([]);
  });

  test('is nothing where the law has no name for it', () => {
    expect(said('LP-ND', 'FU-TR', 'WR-PY', 'gone')).toEqual([]);
  });

  test('has a code for each name, and gives nobody away whose codes are sealed', () => {
    const meant = new Set(specificNeeds.items.map(({ vulnerability }) => vulnerability));
    expect(vulnerabilities.filter((one) => !meant.has(one))).toEqual([]);
    const open = specificNeeds.items.filter(({ tier }) => tier === 'desk');
    const secret = ['violence', 'mutilation', 'mentalDisorder'];
    expect(open.filter(({ vulnerability = '' }) => secret.includes(vulnerability))).toEqual([]);
  });
});

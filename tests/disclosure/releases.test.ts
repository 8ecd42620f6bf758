import { describe, expect, it } from 'vitest';
import { audit } from '#disclosure/audit.ts';
import { auditInsiders } from '#disclosure/audit-insiders.ts';
import { mean, percentage } from '#disclosure/derived-figures.ts';
import { protect } from '#disclosure/protect.ts';
import {
  joinReleases,
  protectRelease,
  type Release,
  type SentRelease,
} from '#disclosure/release.ts';
import { buildLinkedTables, type Dimension, groupName, tabulate } from '#disclosure/tables.ts';
import { findGroupAttributes, withComplement, withOverlap } from '#disclosure/virtual-cells.ts';

type Person = Record<string, string>;

const times = (count: number, person: Person) => Array.from({ length: count }, () => person);

/** Both tables of the people: sex by place, and place alone with its own groups. */
function aRelease(
  id: string,
  to: string,
  people: Person[],
  dimensions: Dimension[],
  tables: string[][],
): Release {
  const linked = buildLinkedTables({
    dimensions,
    tables: tables.map((names) => ({
      name: names.join(),
      dimensions: names,
      counts: tabulate(people, names),
    })),
  });
  return { id, from: '2026-01-01', to, threshold: 5, ...linked };
}

async function send(release: Release, sent: SentRelease[] = []): Promise<SentRelease> {
  const { result, refusals } = await protectRelease(release, sent);
  expect([result.status, refusals]).toEqual(['optimal', []]);
  return { ...release, suppressed: result.suppressed };
}

/** What somebody knows who has all these releases, if the new one were protected by itself. */
async function naive(release: Release, sent: SentRelease[]) {
  const { suppressed } = await protect(release);
  return audit({ ...joinReleases(release, sent), suppressed });
}

const bySex = [{ name: 'sex', categories: ['F', 'M'] }];
const sexes = (women: number, men: number) => [
  ...times(women, { sex: 'F' }),
  ...times(men, { sex: 'M' }),
];

describe('releases one after the other', () => {
  const march = () => aRelease('march', '2026-03-31', sexes(20, 22), bySex, [['sex']]);

  it('do not show by their difference who came in between', async () => {
    const sent = await send(march());
    const april = aRelease('april', '2026-04-30', sexes(21, 27), bySex, [['sex']]);
    expect((await naive(april, [sent])).exactly_known).toEqual(['sex=F~sex=F@march']);
    const { suppressed } = await send(april, [sent]);
    expect(suppressed).toEqual(['sex=F', 'sex=M']);
  });

  it('are refused with the number missing while too few people were added', async () => {
    const sent = await send(march());
    const april = aRelease('april', '2026-04-30', sexes(21, 23), bySex, [['sex']]);
    const { result, refusals } = await protectRelease(april, [sent]);
    expect(result).toMatchObject({ status: 'refused', published: {} });
    expect(refusals).toEqual([{ code: 'increment_too_small', cells: ['march'], missing: 3 }]);
  });

  it('may be sent again when nothing has changed, with the same cells hidden', async () => {
    const people = [...sexes(20, 22), ...times(2, { sex: 'X' }), ...times(9, { sex: 'Y' })];
    const dimensions = [{ name: 'sex', categories: ['F', 'M', 'X', 'Y'] }];
    const first = await send(aRelease('one', '2026-03-31', people, dimensions, [['sex']]));
    const again = await send(aRelease('two', '2026-03-31', people, dimensions, [['sex']]), [first]);
    expect(again.suppressed).toEqual(first.suppressed);
  });

  it('of periods that have nothing in common are not compared', async () => {
    const sent = await send(march());
    const may = aRelease('may', '2026-05-31', sexes(21, 23), bySex, [['sex']]);
    const { result } = await protectRelease({ ...may, from: '2026-05-01' }, [sent]);
    expect(result).toMatchObject({ status: 'optimal', suppressed: [] });
  });

  it('can go on after some that gave somebody away, and make it no worse', async () => {
    const leaky = {
      ...aRelease('leaky', '2026-03-31', sexes(3, 22), bySex, [['sex']]),
      suppressed: ['sex=F'],
    };
    const june = aRelease('june', '2026-06-30', sexes(30, 31), bySex, [['sex']]);
    const { problem, result } = await protectRelease(june, [leaky]);
    expect(result.status).toBe('optimal');
    expect(result.certificate?.exposed_before).toEqual(['sex=F@leaky']);
    const known = await audit({ ...problem, suppressed: result.suppressed });
    expect(known.below_threshold).toEqual(['sex=F@leaky']);
  });
});

describe('somebody who is in a small cell', () => {
  const dimensions = [
    { name: 'sex', categories: ['F', 'M'] },
    { name: 'age', categories: ['child', 'adult', 'old'] },
  ];
  const people = [
    ...times(2, { sex: 'F', age: 'child' }),
    ...times(14, { sex: 'F', age: 'adult' }),
    ...times(20, { sex: 'M', age: 'adult' }),
    ...times(11, { sex: 'M', age: 'old' }),
    ...times(4, { sex: 'F', age: 'old' }),
  ];
  const release = aRelease('one', '2026-03-31', people, dimensions, [['sex', 'age']]);

  it('may know cells of nobody but the same people, and no report is refused for that', async () => {
    // All children are girls and there are two: who knows the one number knows the other.
    const { result } = await protectRelease(release, []);
    expect(result.status).toBe('optimal');
    expect(result.suppressed).toEqual(expect.arrayContaining(['age=child', 'age=child|sex=F']));
  });

  it('learns no number of others, and without the guard would', async () => {
    const groups = { A: 2, B: 4, C: 9, D: 20 };
    const many = Object.entries(groups).flatMap(([place, count]) => times(count, { place }));
    const places = [{ name: 'place', categories: ['A', 'B', 'C', 'D'] }];
    const one = aRelease('one', '2026-03-31', many, places, [['place']]);
    const { cells, relations } = one;
    const plain = await protect({ threshold: 5, cells, relations });
    const learnt = (suppressed: string[]) =>
      auditInsiders({ threshold: 5, cells, relations, suppressed });
    expect(await learnt(plain.suppressed)).toEqual(['place=B']);
    expect(await learnt((await protectRelease(one, [])).result.suppressed)).toEqual([]);
    const cautious = { ...joinReleases(one, []) };
    const quick = await protect(cautious, { exactCells: 0 });
    expect(await learnt(quick.suppressed)).toEqual([]);
  });
});

describe('the same people counted in two ways', () => {
  const ages = (banding: 'amif' | 'unhcr' | 'both'): Dimension => {
    const amif = ['<18', '18-60', '>60'];
    const unhcr = ['<18', '18-59', '60+'];
    const partitions = { amif: [amif], unhcr: [unhcr], both: [amif, unhcr] }[banding];
    const printed = new Set(partitions.flat());
    return {
      name: 'age',
      categories: ['<18', '18-59', '60', '>60'],
      groups: {
        ...(printed.has('18-60') ? { '18-60': ['18-59', '60'] } : {}),
        ...(printed.has('60+') ? { '60+': ['60', '>60'] } : {}),
      },
      partitions,
      unprinted: ['<18', '18-59', '60', '>60'].filter((one) => !printed.has(one)),
    };
  };
  const people = [
    ...times(12, { age: '<18' }),
    ...times(20, { age: '18-59' }),
    ...times(2, { age: '60' }),
    ...times(8, { age: '>60' }),
  ];

  it('by two sets of age bands, do not show who is exactly 60', async () => {
    const both = aRelease('both', '2026-03-31', people, [ages('both')], [['age']]);
    const plain = await audit({ ...both, suppressed: [] });
    expect(plain.exactly_known).toEqual(['age=60']);
    const { suppressed } = await send(both);
    expect(suppressed.length).toBeGreaterThan(0);
    expect((await audit({ ...both, suppressed })).below_threshold).toEqual([]);
  });

  it('in two reports to two recipients, are protected as one', async () => {
    const toAmif = await send(aRelease('amif', '2026-03-31', people, [ages('amif')], [['age']]));
    expect(toAmif.suppressed).toEqual([]);
    const toUnhcr = aRelease('unhcr', '2026-03-31', people, [ages('unhcr')], [['age']]);
    expect((await naive(toUnhcr, [toAmif])).below_threshold).toContain('age=60');
    expect((await send(toUnhcr, [toAmif])).suppressed.length).toBeGreaterThan(0);
  });

  it('with another "other", do not show what moved out of it', async () => {
    const countries = ['AFG', 'ERI', 'IRQ', 'SOM'];
    const citizens = countries.flatMap((country, at) =>
      times([14, 11, 3, 9][at] ?? 0, { country }),
    );
    const country = (other: string[]): Dimension => ({
      name: 'country',
      categories: countries,
      groups: { [groupName(other)]: other },
      unprinted: other,
    });
    const wide = aRelease('wide', '2026-03-31', citizens, [country(['ERI', 'IRQ'])], [['country']]);
    const sent = await send(wide);
    expect(sent.suppressed).toEqual([]);
    const narrow = aRelease(
      'narrow',
      '2026-03-31',
      citizens,
      [country(['IRQ', 'SOM'])],
      [['country']],
    );
    expect((await naive(narrow, [sent])).below_threshold.length).toBeGreaterThan(0);
    expect((await send(narrow, [sent])).suppressed.length).toBeGreaterThan(0);
  });
});

describe('numbers that are not printed and can be computed', () => {
  const everybody = { cells: { ALL: 40, course: 38 }, relations: [] };

  it('what an indicator leaves of its group', async () => {
    const linked = withComplement(everybody, { part: 'course', total: 'ALL' });
    const { suppressed, published } = await protect({ threshold: 5, ...linked });
    expect(suppressed).toEqual(['course']);
    expect(percentage(published, { part: 'course', of: 'ALL' })).toBeNull();
    expect(percentage({ ALL: 40, course: 30 }, { part: 'course', of: 'ALL' })).toBe(75);
  });

  it('how many gave more than one answer', async () => {
    const answers = { cells: { ALL: 18, a: 10, b: 9 }, relations: [] };
    const linked = withOverlap(answers, { answers: ['a', 'b'], people: 'ALL', anyAnswer: 18 });
    const plain = await audit({ threshold: 5, ...linked, suppressed: [] });
    expect(plain.below_threshold).toContain('more:ALL(a+b)');
    const { suppressed } = await protect({ threshold: 5, ...linked });
    expect(suppressed).toEqual(['b']);
  });

  it('a mean of few, or of a hidden cell', () => {
    const sums = { cell: 'a', sum: 61, threshold: 5 };
    expect(mean({ a: 6 }, sums)).toBe(10.2);
    expect(mean({ a: 1 }, sums)).toBeNull();
    expect(mean({ b: 6 }, sums)).toBeNull();
  });

  it('what holds for everybody of a group, however many they are', async () => {
    const people = [
      ...times(7, { country: 'ERI', need: 'yes' }),
      ...times(9, { country: 'SOM', need: 'yes' }),
      ...times(9, { country: 'SOM', need: 'no' }),
    ];
    const dimensions = [
      { name: 'country', categories: ['ERI', 'SOM'] },
      { name: 'need', categories: ['yes', 'no'] },
    ];
    const release = aRelease('one', '2026-03-31', people, dimensions, [['country', 'need']]);
    expect(findGroupAttributes(release, 'need')).toEqual(['country=ERI|need=yes']);
    const { refusals } = await protectRelease({ ...release, sensitiveDimensions: ['need'] }, []);
    expect(refusals).toEqual([{ code: 'group_attribute', cells: ['country=ERI|need=yes'] }]);
  });
});

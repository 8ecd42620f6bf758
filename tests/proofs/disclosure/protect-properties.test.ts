import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '#disclosure/audit.ts';
import { checkCertificate } from '#disclosure/check-certificate.ts';
import type { DisclosureProblem } from '#disclosure/disclosure-problem.ts';
import { type ProtectionResult, protect } from '#disclosure/protect.ts';
import { bruteForceOptimum, bruteForceRange } from '../../disclosure/brute-force.ts';
import { overlappingSums, randomTables } from '../../disclosure/sample-systems.ts';

const two = (name: string) => ({ name, categories: [`${name}1`, `${name}2`] });
const three = (name: string) => ({
  name,
  categories: [`${name}1`, `${name}2`, `${name}3`],
});

/** Shapes small enough to list every table a reader could imagine. */
const tinyShapes = [
  { dimensions: [two('a'), three('b')], tables: [['a', 'b']] },
  { dimensions: [three('a'), three('b')], tables: [['a', 'b']] },
  { dimensions: [two('a'), two('b'), two('c')], tables: [['a', 'b', 'c']] },
  { dimensions: [two('a'), two('b'), three('c')], tables: [['a', 'b'], ['c']] },
  {
    dimensions: [two('a'), two('b'), two('c')],
    tables: [
      ['a', 'b'],
      ['a', 'c'],
    ],
  },
];

const tinyTables = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    shape: fc.constantFrom(...tinyShapes),
    people: fc.integer({ min: 8, max: 13 }),
    threshold: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ seed, shape, people, threshold }) =>
    randomTables(seed, people, shape.dimensions, shape.tables, threshold),
  );

const tinySums = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    people: fc.integer({ min: 8, max: 13 }),
    threshold: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ seed, people, threshold }) => overlappingSums(seed, people, threshold));

const tinySystem = fc.oneof({ arbitrary: tinyTables, weight: 3 }, tinySums);

const largerShapes = [
  { dimensions: [three('a'), three('b'), two('c')], tables: [['a', 'b', 'c']] },
  {
    dimensions: [three('a'), three('b'), three('c')],
    tables: [['a', 'b'], ['b', 'c'], ['c']],
  },
];

const largerSystem = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    shape: fc.constantFrom(...largerShapes),
    people: fc.integer({ min: 20, max: 80 }),
  })
  .map(({ seed, shape, people }) => randomTables(seed, people, shape.dimensions, shape.tables));

const complements = ({ suppressed, primary }: ProtectionResult) =>
  suppressed.filter((id) => !primary.includes(id));

const isExposed = async (problem: DisclosureProblem, suppressed: string[]) =>
  (await audit({ ...problem, suppressed })).below_threshold.length > 0;

const check = (runs: number, property: fc.IAsyncProperty<unknown>) =>
  fc.assert(property, { numRuns: runs, seed: 20_261, endOnFailure: true });

describe('protecting tiny systems', () => {
  it('costs exactly what the best of all subsets costs, or is refused when none protects', () =>
    check(
      20,
      fc.asyncProperty(tinySystem, async (problem) => {
        const result = await protect(problem);
        if ((problem.cells.ALL ?? 0) < 2 * problem.threshold) {
          expect(result.reasons.map(({ code }) => code)).toEqual(['total_too_small']);
          return;
        }
        const best = bruteForceOptimum(problem);
        expect(result.status).toBe(best === undefined ? 'refused' : 'optimal');
        expect(result.cost).toBe(best ?? null);
      }),
    ));

  it('costs the least also with weights that are not whole and with cells that must stay', () =>
    check(
      20,
      fc.asyncProperty(tinySystem, fc.integer({ min: 0, max: 5 }), async (system, pick) => {
        const ids = Object.keys(system.cells).sort();
        const weights = Object.fromEntries(ids.map((id, at) => [id, 0.3 + ((at * 7) % 5) / 3]));
        const large = ids.filter((id) => (system.cells[id] ?? 0) >= system.threshold);
        const problem = { ...system, weights, keep: large.slice(pick, pick + 1) };
        if ((problem.cells.ALL ?? 0) < 2 * problem.threshold) return;
        const best = bruteForceOptimum(problem);
        const result = await protect(problem);
        expect(result.status).toBe(best === undefined ? 'refused' : 'optimal');
        if (best !== undefined) expect(result.cost).toBeCloseTo(best, 9);
      }),
    ));

  it('states the ranges that counting all imaginable tables gives', () =>
    check(
      6,
      fc.asyncProperty(tinySystem, async (problem) => {
        const { status, suppressed, ranges } = await protect(problem);
        const isTooSmall = (problem.cells.ALL ?? 0) < 2 * problem.threshold;
        const best = isTooSmall ? undefined : bruteForceOptimum(problem);
        expect(status).toBe(best === undefined ? 'refused' : 'optimal');
        for (const cell of suppressed) {
          expect(ranges[cell]).toMatchObject(bruteForceRange(problem, suppressed, cell));
        }
      }),
    ));
});

describe('protecting linked tables', () => {
  it('prints only true numbers, hides every small count, and proves each with a table', () =>
    check(
      9,
      fc.asyncProperty(largerSystem, async (problem) => {
        const result = await protect(problem);
        if (result.status === 'refused') return expect(result.published).toEqual({});
        const printed = new Set([...Object.keys(result.published), ...result.suppressed]);
        expect([...printed].sort()).toEqual(Object.keys(problem.cells).sort());
        expect(problem.cells).toMatchObject(result.published);
        for (const count of Object.values(result.published)) {
          expect(count === 0 || count >= problem.threshold).toBe(true);
        }
        expect(checkCertificate(problem, result.certificate)).toEqual({
          valid: true,
          failures: [],
        });
      }),
    ));

  it('needs each of its complements: printing any one of them exposes a small count', () =>
    check(
      5,
      fc.asyncProperty(largerSystem, async (problem) => {
        const result = await protect(problem);
        expect(result.status).toBe('optimal');
        for (const printed of complements(result)) {
          const fewer = result.suppressed.filter((id) => id !== printed);
          expect(await isExposed(problem, fewer)).toBe(true);
        }
      }),
    ));

  it('never makes a cell less safe by hiding more', () =>
    check(
      5,
      fc.asyncProperty(largerSystem, fc.infiniteStream(fc.boolean()), async (problem, coins) => {
        const { status, suppressed } = await protect(problem);
        expect(status).toBe('optimal');
        const more = Object.keys(problem.cells).filter(
          (id) => id !== 'ALL' && (problem.cells[id] ?? 0) > 0 && coins.next().value,
        );
        const before = await audit({ ...problem, suppressed });
        const after = await audit({
          ...problem,
          suppressed: [...new Set([...suppressed, ...more])],
        });
        for (const id of suppressed) {
          const [narrow, wide] = [before.ranges[id], after.ranges[id]];
          expect(wide?.int_min).toBeLessThanOrEqual(narrow?.int_min ?? 0);
          expect(wide?.int_max).toBeGreaterThanOrEqual(narrow?.int_max ?? 0);
        }
      }),
    ));

  it('gives the same result whatever the order of cells, relations and parts', () =>
    check(
      5,
      fc.asyncProperty(largerSystem, fc.integer(), async (problem, seed) => {
        const shuffle = <Item>(items: readonly Item[]): Item[] =>
          fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), {
            numRuns: 1,
            seed,
          })[0] ?? [];
        const shuffled = {
          threshold: problem.threshold,
          cells: Object.fromEntries(shuffle(Object.entries(problem.cells))),
          relations: shuffle(problem.relations).map(({ total, parts }) => ({
            total,
            parts: shuffle(parts),
          })),
        };
        const first = await protect(problem);
        expect(first.status).toBe('optimal');
        const second = await protect(shuffled, { now: () => 0 });
        expect(JSON.stringify(second)).toBe(JSON.stringify(first));
      }),
    ));

  it('is safe and without redundant cells above the size that is solved exactly, too', () =>
    check(
      5,
      fc.asyncProperty(largerSystem, async (problem) => {
        const exact = await protect(problem);
        const result = await protect(problem, { exactCells: 0 });
        if (exact.status === 'refused') return expect(result).toEqual(exact);
        expect(result.cost).toBeGreaterThanOrEqual(exact.cost ?? 0);
        expect(await isExposed(problem, result.suppressed)).toBe(false);
        for (const printed of complements(result)) {
          const fewer = result.suppressed.filter((id) => id !== printed);
          expect(await isExposed(problem, fewer)).toBe(true);
        }
      }),
    ));
});

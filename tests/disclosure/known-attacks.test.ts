import { describe, expect, it } from 'vitest';
import { audit } from '#disclosure/audit.ts';
import type { DisclosureProblem } from '#disclosure/disclosure-problem.ts';
import { protect } from '#disclosure/protect.ts';
import { buildLinkedTables, cellKey } from '#disclosure/tables.ts';

const numbers = (prefix: string, size: number) =>
  Array.from({ length: size }, (_, at) => `${prefix}${at + 1}`);

/** A two-way table from its rows of counts. */
function crossTable(rows: readonly (readonly number[])[], threshold = 5): DisclosureProblem {
  const dimensions = [
    { name: 'r', categories: numbers('r', rows.length) },
    { name: 'c', categories: numbers('c', rows[0]?.length ?? 0) },
  ];
  const counts = Object.fromEntries(
    rows.flatMap((row, at) =>
      row.map((count, column) => [cellKey({ r: `r${at + 1}`, c: `c${column + 1}` }), count]),
    ),
  );
  const table = { name: 'r × c', dimensions: ['r', 'c'], counts };
  return { threshold, ...buildLinkedTables({ dimensions, tables: [table] }) };
}

const key = (row: number, column: number) => cellKey({ r: `r${row}`, c: `c${column}` });

describe('attacks that hiding small counts alone does not stop', () => {
  const single: DisclosureProblem = {
    threshold: 5,
    cells: { ALL: 20, a: 1, b: 1, c: 8, d: 10 },
    relations: [{ total: 'ALL', parts: ['a', 'b', 'c', 'd'] }],
  };

  it('a single hidden cell is its total minus the rest', async () => {
    const problem: DisclosureProblem = {
      threshold: 5,
      cells: { ALL: 20, a: 3, b: 7, c: 10 },
      relations: [{ total: 'ALL', parts: ['a', 'b', 'c'] }],
    };
    const naive = await audit({ ...problem, suppressed: ['a'] });
    expect(naive).toMatchObject({ below_threshold: ['a'], exactly_known: ['a'] });
    const result = await protect(problem);
    expect(result.suppressed).toEqual(['a', 'b']);
    expect(result.ranges.a).toEqual({ lp_min: 1, lp_max: 9, int_min: 1, int_max: 9 });
  });

  it('two ones that add up to 2 are both known, because zeros are printed', async () => {
    const naive = await audit({ ...single, suppressed: ['a', 'b'] });
    expect(naive.exactly_known).toEqual(['a', 'b']);
    expect(naive.below_threshold).toEqual(['a', 'b']);
    const result = await protect(single);
    expect(result.suppressed).toEqual(['a', 'b', 'c']);
    expect(result.cost).toBe(10);
    expect(result.ranges.a?.int_max).toBe(8);
  });

  it('a lone small count in its row shows in the row total', async () => {
    const problem = crossTable([
      [2, 0, 0],
      [9, 8, 7],
      [9, 9, 9],
    ]);
    const { suppressed } = await protect(problem);
    expect(suppressed).toContain(cellKey({ r: 'r1' }));
    const naive = suppressed.filter((id) => id !== cellKey({ r: 'r1' }));
    expect((await audit({ ...problem, suppressed: naive })).exactly_known).toContain(key(1, 1));
  });

  it('two hidden cells in every line can still be solved exactly', async () => {
    const problem = crossTable([
      [20, 21, 30, 31],
      [22, 23, 3, 32],
      [33, 34, 24, 25],
      [35, 36, 26, 27],
    ]);
    const pattern = [
      key(1, 1),
      key(1, 2),
      key(2, 1),
      key(2, 2),
      key(2, 3),
      key(3, 3),
      key(3, 4),
      key(4, 3),
      key(4, 4),
    ];
    const naive = await audit({ ...problem, suppressed: pattern });
    expect(naive.exactly_known).toEqual([key(2, 3)]);
    expect(naive.below_threshold).toEqual([key(2, 3)]);
    expect((await protect(problem)).ranges[key(2, 3)]?.int_max).toBeGreaterThanOrEqual(5);
  });

  it('tables that are each safe alone are unsafe together, and are protected together', async () => {
    const first = [{ total: 'ALL', parts: ['a', 'b', 'c'] }];
    const cells = { ALL: 34, a: 2, b: 12, c: 20 };
    const alone = await protect({ threshold: 5, cells, relations: first });
    expect(alone.suppressed).toEqual(['a', 'b']);
    const second = [{ total: 'b', parts: ['x', 'y'] }];
    const together: DisclosureProblem = {
      threshold: 5,
      cells: { ...cells, x: 5, y: 7 },
      relations: [...first, ...second],
    };
    const pooled = await audit({ ...together, suppressed: alone.suppressed });
    expect(pooled.below_threshold).toEqual(['a']);
    expect((await protect(together)).suppressed).toEqual(['a', 'b', 'x']);
  });

  it('two reports a month apart must not give away the increment', async () => {
    const problem: DisclosureProblem = {
      threshold: 5,
      cells: {
        march: 40,
        april: 42,
        joined: 2,
        F_march: 20,
        M_march: 20,
        F_april: 21,
        M_april: 21,
      },
      relations: [
        { total: 'april', parts: ['march', 'joined'] },
        { total: 'march', parts: ['F_march', 'M_march'] },
        { total: 'april', parts: ['F_april', 'M_april'] },
      ],
      keep: ['march', 'F_march', 'M_march'],
    };
    const result = await protect(problem);
    expect(result.suppressed).toContain('april');
    const naive = await audit({ ...problem, suppressed: ['joined'] });
    expect(naive.exactly_known).toEqual(['joined']);
  });

  it('a percentage has no numerator to be computed from', async () => {
    const problem = { ...single, cells: { ALL: 37, a: 3, b: 5, c: 19, d: 10 } };
    const { published } = await protect(problem);
    expect(published).not.toHaveProperty('a');
    expect(JSON.stringify(published)).toBe('{"ALL":37,"c":19,"d":10}');
  });

  it('a cell with a higher threshold of its own is lifted to that', async () => {
    const problem = { ...single, cells: { ALL: 60, a: 0, b: 8, c: 7, d: 45 } };
    expect((await protect(problem)).suppressed).toEqual([]);
    const result = await protect({ ...problem, cellThresholds: { b: 10 } });
    expect(result.primary).toEqual(['b']);
    expect(result.suppressed).toEqual(['b', 'c']);
    expect(result.ranges.b?.int_max).toBe(14);
  });
});

describe('refusals', () => {
  it('refuses a population under twice the threshold, without any number', async () => {
    const result = await protect({
      threshold: 5,
      cells: { ALL: 9, a: 4, b: 5 },
      relations: [{ total: 'ALL', parts: ['a', 'b'] }],
    });
    expect(result).toEqual({
      status: 'refused',
      reasons: [{ code: 'total_too_small', cells: ['ALL'] }],
      cost: null,
      suppressed: [],
      primary: [],
      published: {},
      ranges: {},
      certificate: null,
    });
  });

  it('prints an empty register: all zeros', async () => {
    const cells = { ALL: 0, a: 0, b: 0 };
    const relations = [{ total: 'ALL', parts: ['a', 'b'] }];
    const result = await protect({ threshold: 5, cells, relations });
    expect(result).toMatchObject({ status: 'optimal', cost: 0, suppressed: [], published: cells });
  });

  it('refuses when a cell that must be printed is small', async () => {
    const cells = { ALL: 20, a: 2, b: 18 };
    const relations = [{ total: 'ALL', parts: ['a', 'b'] }];
    const result = await protect({ threshold: 5, cells, relations, keep: ['a'] });
    expect(result.reasons).toEqual([{ code: 'keep_cell_is_primary', cells: ['a'] }]);
  });

  it('refuses when what must be printed gives a small count away', async () => {
    const cells = { ALL: 20, a: 2, b: 18 };
    const relations = [{ total: 'ALL', parts: ['a', 'b'] }];
    const result = await protect({ threshold: 5, cells, relations, keep: ['b'] });
    expect(result.reasons).toEqual([{ code: 'cannot_protect', cells: ['a'] }]);
    expect(result.published).toEqual({});
  });

  it('takes the largest cell that is no part of another for the population without ALL', async () => {
    const cells = { F: 4, M: 5, all: 9 };
    const relations = [{ total: 'all', parts: ['F', 'M'] }];
    const result = await protect({ threshold: 5, cells, relations });
    expect(result.reasons).toEqual([{ code: 'total_too_small', cells: ['all'] }]);
  });
});

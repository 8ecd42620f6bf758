import { describe, expect, it } from 'vitest';
import { audit } from '#disclosure/audit.ts';
import { DisclosureInputError } from '#disclosure/disclosure-input-error.ts';
import { type DisclosureProblem, parseProblem } from '#disclosure/disclosure-problem.ts';
import { protect } from '#disclosure/protect.ts';

const sound = {
  threshold: 5,
  cells: { ALL: 20, a: 2, b: 8, c: 10 },
  relations: [{ total: 'ALL', parts: ['a', 'b', 'c'] }],
};

const codeOf = async (problem: unknown) => {
  try {
    const parsed = parseProblem(problem);
    await protect(parsed);
    return 'accepted';
  } catch (error) {
    if (error instanceof DisclosureInputError) return error.code;
    throw error;
  }
};

describe('unsound input is refused with a code', () => {
  const cells = (change: Record<string, unknown>) => ({
    ...sound,
    cells: { ...sound.cells, ...change },
  });
  const parts = (...ids: string[]) => ({ ...sound, relations: [{ total: 'ALL', parts: ids }] });
  const cycle = {
    ...sound,
    cells: { p: 8, q: 8, r: 8 },
    relations: [
      { total: 'p', parts: ['q'] },
      { total: 'q', parts: ['r'] },
      { total: 'r', parts: ['p'] },
    ],
  };
  it.each([
    ['accepted', sound],
    ['negative_count', cells({ a: -2 })],
    ['fractional_count', cells({ a: 2.5 })],
    ['invalid_count', cells({ a: Number.NaN })],
    ['invalid_count', cells({ a: '2' })],
    ['count_too_large', cells({ a: 2 ** 40 + 1 })],
    ['count_too_large', cells({ a: Number.POSITIVE_INFINITY })],
    ['not_additive', cells({ a: 3 })],
    ['unknown_cell', parts('a', 'b', 'c', 'nobody')],
    ['unknown_cell', parts('a', 'b', 'c', 'constructor')],
    ['duplicate_part', parts('a', 'b', 'c', 'a')],
    ['empty_parts', parts()],
    ['cyclic_relation', cycle],
    ['cyclic_relation', parts('ALL')],
    ['invalid_threshold', { ...sound, threshold: 1 }],
    ['invalid_threshold', { ...sound, threshold: 4.5 }],
    ['invalid_threshold', { ...sound, threshold: '5' }],
    ['invalid_threshold', { ...sound, cellThresholds: { a: 0 } }],
    ['invalid_weight', { ...sound, weights: { b: -1 } }],
    ['unknown_cell', { ...sound, weights: { nobody: 1 } }],
    ['unknown_cell', { ...sound, keep: ['nobody'] }],
    ['duplicate_cell', { ...sound, keep: ['b', 'b'] }],
    ['malformed', { ...sound, attacker_lower_bound: 2 }],
    ['malformed', { ...sound, cells: [1, 2] }],
    ['malformed', { ...sound, relations: {} }],
    ['malformed', { ...sound, relations: [null] }],
    ['malformed', null],
  ])('%s', async (code, problem) => {
    expect(await codeOf(problem)).toBe(code);
  });

  it('says where the fault is and never the count', async () => {
    const faulty = { ...sound, cells: { ...sound.cells, a: 3 } };
    await expect(protect(faulty)).rejects.toMatchObject({
      code: 'not_additive',
      cell: 'ALL',
      relation: 0,
    });
    await expect(protect(faulty)).rejects.not.toThrow(/\d/);
  });

  it('refuses a million cells without looking at one', () => {
    const huge: Record<string, number> = {};
    for (let at = 0; at < 1_000_000; at += 1) huge[`c${at}`] = 7;
    const look = () => {
      throw new Error('a count was read');
    };
    Object.defineProperty(huge, 'first', { enumerable: true, get: look });
    expect(() => parseProblem({ threshold: 5, cells: huge, relations: [] })).toThrow('200000');
  });

  it('refuses too many relation entries before it looks at them', () => {
    const long = Array.from({ length: 100_000 }, () => 'a');
    const relations = Array.from({ length: 11 }, () => ({ total: 'ALL', parts: long }));
    expect(() => parseProblem({ ...sound, relations })).toThrow('1000000');
  });

  it('keeps cells with the names of object properties apart from these', async () => {
    const problem: DisclosureProblem = parseProblem(
      JSON.parse(
        '{"threshold":5,"cells":{"ALL":20,"__proto__":2,"constructor":8,"c":10},' +
          '"relations":[{"total":"ALL","parts":["__proto__","constructor","c"]}]}',
      ),
    );
    const result = await protect(problem);
    expect(result.suppressed).toEqual(['__proto__', 'constructor']);
    expect(JSON.stringify(result.published)).toBe('{"ALL":20,"c":10}');
    expect(result.cost).toBe(10);
  });

  it('does not audit a pattern that hides a zero', async () => {
    const problem = { ...sound, cells: { ALL: 18, a: 0, b: 8, c: 10 }, suppressed: ['a'] };
    await expect(audit(problem)).rejects.toMatchObject({ code: 'zero_suppressed', cell: 'a' });
  });
});

import { describe, expect, it } from 'vitest';
import { audit } from '#disclosure/audit.ts';
import { checkCertificate } from '#disclosure/check-certificate.ts';
import type { DisclosureProblem } from '#disclosure/disclosure-problem.ts';
import { protect } from '#disclosure/protect.ts';
import { seededRandom } from './sample-systems.ts';

type Pair = readonly [number, number];

const triangles: Pair[] = [
  [0, 1],
  [1, 2],
  [0, 2],
  [3, 4],
  [4, 5],
  [3, 5],
];

/**
 * Six cells with their sum `z`, and for each pair a printed total of the two and a slack. Around a
 * triangle of pairs the relaxed solution takes halves, so the relaxed maximum of `z` is higher than
 * any table of persons allows.
 */
function pairSums(counts: readonly number[], pairs: readonly Pair[], total: number, need: number) {
  const cells: Record<string, number> = { ALL: 100 };
  const names = counts.map((count, at) => {
    cells[`x${at}`] = count;
    return `x${at}`;
  });
  const relations = [
    { total: 'ALL', parts: ['z', 'rest'] },
    { total: 'z', parts: names },
  ];
  for (const [a, b] of pairs) {
    cells[`p${a}${b}`] = total;
    cells[`s${a}${b}`] = total - (counts[a] ?? 0) - (counts[b] ?? 0);
    relations.push({ total: `p${a}${b}`, parts: [`x${a}`, `x${b}`, `s${a}${b}`] });
  }
  cells.z = counts.reduce((sum, count) => sum + count, 0);
  cells.rest = 100 - cells.z;
  return { threshold: 2, cells, relations, cellThresholds: { z: cells.z + need } };
}

/** All assignments of 1 to 4 to the six cells. */
function* assignments(size: number): Generator<number[]> {
  if (size === 0) yield [];
  else for (const rest of assignments(size - 1)) for (const x of [1, 2, 3, 4]) yield [...rest, x];
}

/** The cells that differ from the truth, for each way to make up for changed `x` in the pairs. */
function changes(
  problem: DisclosureProblem,
  pairs: readonly Pair[],
  x: readonly number[],
): { moved: string[]; slacks: Map<string, number> }[] {
  const { cells } = problem;
  const moved = x.flatMap((value, at) => (value === cells[`x${at}`] ? [] : [`x${at}`]));
  const sum = x.reduce((partial, value) => partial + value, 0);
  if (sum !== cells.z) moved.push('z', 'rest');
  let ways = [{ moved, slacks: new Map<string, number>() }];
  for (const [a, b] of pairs) {
    const [p, s] = [`p${a}${b}`, `s${a}${b}`];
    const slack = (cells[p] ?? 0) - (x[a] ?? 0) - (x[b] ?? 0);
    if (slack === cells[s]) continue;
    const changed = ways.map((way) => ({ ...way, moved: [...way.moved, p] }));
    if (slack < 1) ways = changed;
    else {
      const taken = ways.map((way) => ({
        moved: [...way.moved, s],
        slacks: new Map([...way.slacks, [s, slack]]),
      }));
      ways = [...changed, ...taken];
    }
  }
  return ways;
}

function leastCost(problem: DisclosureProblem, pairs: readonly Pair[]): number {
  const { cells } = problem;
  const needed = (id: string) => (id === 'z' ? (problem.cellThresholds?.z ?? 0) : 2);
  const ids = Object.keys(cells).filter((id) => id !== 'ALL');
  const primary = ids.filter((id) => (cells[id] ?? 0) < needed(id));
  const candidates = ids.filter((id) => !primary.includes(id));
  const bitOf = new Map(candidates.map((id, bit) => [id, 1 << bit]));
  const masks = new Map(primary.map((id) => [id, new Set<number>()]));
  for (const x of assignments(6)) {
    const sum = x.reduce((partial, value) => partial + value, 0);
    for (const { moved, slacks } of changes(problem, pairs, x)) {
      const mask = moved.reduce((bits, id) => bits | (bitOf.get(id) ?? 0), 0);
      for (const id of primary) {
        const at = Number(id.slice(1));
        const value = id === 'z' ? sum : id.startsWith('x') ? x[at] : slacks.get(id);
        if ((value ?? 0) >= needed(id)) masks.get(id)?.add(mask);
      }
    }
  }
  let best = Number.POSITIVE_INFINITY;
  for (let hidden = 0; hidden < 1 << candidates.length; hidden += 1) {
    const chosen = candidates.filter((_, bit) => (hidden >> bit) & 1);
    const cost = [...primary, ...chosen].reduce((sum, id) => sum + (cells[id] ?? 0), 0);
    if (cost >= best) continue;
    const isSafe = [...masks.values()].every((ways) => {
      for (const mask of ways) if ((mask & hidden) === mask) return true;
      return false;
    });
    if (isSafe) best = cost;
  }
  return best;
}

describe('counts are whole numbers of persons', () => {
  const problem = pairSums([2, 1, 1, 1, 1, 1], triangles, 4, 2);
  const onlyRelaxedSafe = Object.keys(problem.cells).filter((id) => /^[xsz]|^rest/.test(id));

  it('finds a cell whose relaxed maximum reaches the threshold while no table does', async () => {
    const { ranges, below_threshold } = await audit({ ...problem, suppressed: onlyRelaxedSafe });
    expect(ranges.z).toEqual({ lp_min: 6, lp_max: 9, int_min: 6, int_max: 8 });
    expect(below_threshold).toEqual(['z']);
  });

  it('hides more than the relaxed attacker asks for, and no more than needed', async () => {
    const result = await protect(problem);
    expect(result.status).toBe('optimal');
    expect(result.ranges.z?.int_max).toBeGreaterThanOrEqual(9);
    expect(result.suppressed.some((id) => id.startsWith('p'))).toBe(true);
    expect(result.cost).toBe(leastCost(problem, triangles));
  });

  it('costs what the best of all subsets costs on random pairs', async () => {
    const random = seededRandom(11);
    const pick = (size: number) => Math.floor(random() * size);
    for (let run = 0; run < 5; run += 1) {
      const left = pick(12);
      const pairs = triangles.filter((_, at) => at !== left);
      // At most one 2, so that no slack is zero: a zero would be printed and could not move.
      const larger = pick(7);
      const counts = Array.from({ length: 6 }, (_, at) => (at === larger ? 2 : 1));
      const system = pairSums(counts, pairs, 5 - (run % 2), 1 + pick(2));
      const result = await protect(system);
      expect(result.cost).toBe(leastCost(system, pairs));
      expect(checkCertificate(system, result.certificate).valid).toBe(true);
    }
  });
});

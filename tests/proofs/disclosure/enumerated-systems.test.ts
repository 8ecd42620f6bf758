import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '#disclosure/audit.ts';
import { checkCertificate } from '#disclosure/check-certificate.ts';
import { populationCell } from '#disclosure/check-problem.ts';
import type { DisclosureProblem } from '#disclosure/disclosure-problem.ts';
import { protect } from '#disclosure/protect.ts';
import { anySystem, leastCost, listRanges, listTables } from './enumerated-tables.ts';

const assertFor = (runs: number, property: fc.IAsyncProperty<unknown>) =>
  fc.assert(property, { numRuns: runs, seed: 2_026, endOnFailure: true });

function isRefusedUnseen(problem: DisclosureProblem): boolean {
  const population = populationCell(problem, new Map(Object.entries(problem.cells)));
  const total = population === undefined ? 0 : (problem.cells[population] ?? 0);
  const isSmall = (id: string) => {
    const count = problem.cells[id] ?? 0;
    return count > 0 && count < problem.threshold;
  };
  return (total > 0 && total < 2 * problem.threshold) || (problem.keep ?? []).some(isSmall);
}

describe('any system of sums', () => {
  it('is protected at the least cost there is, or refused where nothing protects it', async () => {
    const outcomes = { optimal: 0, refused: 0 };
    await assertFor(
      250,
      fc.asyncProperty(anySystem, async (problem) => {
        const result = await protect(problem);
        if (isRefusedUnseen(problem)) {
          expect(result.status).toBe('refused');
          return;
        }
        const best = leastCost(problem);
        expect(result.status).toBe(best === undefined ? 'refused' : 'optimal');
        expect(result.cost).toBe(best ?? null);
        outcomes[best === undefined ? 'refused' : 'optimal'] += 1;
        if (best === undefined) return;
        expect(checkCertificate(problem, result.certificate)).toEqual({
          valid: true,
          failures: [],
        });
      }),
    );
    expect(outcomes.optimal).toBeGreaterThan(40);
    expect(outcomes.refused).toBeGreaterThan(2);
  });

  it('has the ranges that listing all tables gives, whatever is hidden', async () => {
    let compared = 0;
    await assertFor(
      120,
      fc.asyncProperty(
        anySystem,
        fc.array(fc.boolean(), { minLength: 8 }),
        async (problem, coins) => {
          // Only there does listing find the largest: everything is part of a printed total.
          if (problem.cells.ALL === undefined || problem.cells.lone !== undefined) return;
          const { primary, candidates } = listTables(problem);
          const suppressed = [...primary, ...candidates.filter((_, at) => coins[at])].sort();
          const { ranges, below_threshold } = await audit({ ...problem, suppressed });
          const listed = listRanges(problem, suppressed);
          expect(Object.keys(ranges)).toEqual(suppressed);
          for (const [id, { int_min, int_max }] of listed) {
            expect(ranges[id]).toMatchObject({ int_min, int_max });
            expect(ranges[id]?.lp_min).toBeLessThanOrEqual(int_min);
            expect(ranges[id]?.lp_max).toBeGreaterThanOrEqual(int_max);
          }
          const isBelow = (id: string) => (listed.get(id)?.int_max ?? 0) < problem.threshold;
          const fixedSmall = Object.keys(problem.cells).filter((id) => {
            const count = problem.cells[id] ?? 0;
            return !suppressed.includes(id) && count > 0 && count < problem.threshold;
          });
          expect(below_threshold).toEqual([...primary.filter(isBelow), ...fixedSmall].sort());
          compared += 1;
        },
      ),
    );
    expect(compared).toBeGreaterThan(40);
  });
});

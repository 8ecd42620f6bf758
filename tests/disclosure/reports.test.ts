import { describe, expect, it } from 'vitest';
import { audit } from '#disclosure/audit.ts';
import { DisclosureCancelledError } from '#disclosure/disclosure-input-error.ts';
import { protect } from '#disclosure/protect.ts';
import type { RunProgress } from '#disclosure/run-control.ts';
import { cube, quarterlyReport, yearlyReport } from './sample-systems.ts';

describe('reports of an association', () => {
  it('protects a quarterly report of 150 people exactly', async () => {
    const problem = quarterlyReport();
    expect(Object.keys(problem.cells)).toHaveLength(63);
    const result = await protect(problem);
    expect(result).toMatchObject({ status: 'optimal', cost: 103 });
    expect(result.suppressed).toHaveLength(30);
    expect(result.published.ALL).toBe(150);
    const naive = await audit({ ...problem, suppressed: result.primary });
    expect(naive.below_threshold.length).toBeGreaterThan(0);
  });

  it('protects five linked tables of 300 people exactly', async () => {
    const result = await protect(yearlyReport(2));
    expect(result).toMatchObject({ status: 'optimal', cost: 302 });
  });

  it('protects a three-way table of 60 people exactly', async () => {
    const result = await protect(cube(2));
    expect(result).toMatchObject({ status: 'optimal', cost: 167 });
  });

  it('falls back to an audited approximation when the time is up', async () => {
    let time = 0;
    const now = () => {
      time += 1000;
      return time;
    };
    const result = await protect(cube(4), { now, exactMilliseconds: 1500 });
    expect(result.status).toBe('heuristic');
    const { below_threshold } = await audit({ ...cube(4), suppressed: result.suppressed });
    expect(below_threshold).toEqual([]);
  });

  it('stops when it is cancelled and lets other work run meanwhile', async () => {
    const signal = { aborted: false };
    setTimeout(() => {
      signal.aborted = true;
    }, 0);
    const running = protect(yearlyReport(), { signal });
    await expect(running).rejects.toBeInstanceOf(DisclosureCancelledError);
    await expect(audit({ ...cube(), suppressed: [] }, { signal })).resolves.toBeDefined();
    const suppressed = Object.keys(cube().cells).filter((id) => cube().cells[id] === 7);
    await expect(audit({ ...cube(), suppressed }, { signal })).rejects.toBeInstanceOf(
      DisclosureCancelledError,
    );
  });

  it('reports its progress without any number of the register', async () => {
    const seen: RunProgress[] = [];
    await protect(quarterlyReport(2), { onProgress: (progress) => seen.push(progress) });
    const steps = new Set(seen.map(({ step }) => step));
    expect([...steps]).toEqual(['preparing', 'relaxing', 'optimising', 'auditing']);
  });
});

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createAttackerProgram } from '#disclosure/attacker-program.ts';
import { audit } from '#disclosure/audit.ts';
import { checkProblem } from '#disclosure/check-problem.ts';
import type { DisclosureProblem } from '#disclosure/disclosure-problem.ts';
import { relax } from '#disclosure/exact-suppression.ts';
import { splitSystem } from '#disclosure/independent-parts.ts';
import { buildLinkedSystem } from '#disclosure/linked-system.ts';
import { protect } from '#disclosure/protect.ts';
import { createProtectionCheck } from '#disclosure/protection-check.ts';
import { startRun } from '#disclosure/run-control.ts';
import { loadSolver } from '#solving/solver.ts';
import { quarterlyReport, yearlyReport } from '../../tests/disclosure/sample-systems.ts';
import { refusalSeconds } from './disclosure-refusal.ts';
import { compared, type Finding, measureInTurn } from './measure.ts';

/** The baseline: the linear relaxation alone, which bounds the cost and protects nobody. */
async function relaxOnly(problem: DisclosureProblem): Promise<void> {
  const highs = await loadSolver();
  for (const { system } of splitSystem(buildLinkedSystem(problem, checkProblem(problem)))) {
    const attacker = createAttackerProgram(highs, system);
    const check = createProtectionCheck(system, attacker);
    const master = await relax(highs, { system, attacker, check, control: startRun({}) });
    master.dispose();
    attacker.dispose();
  }
}

/** Megabytes; in a process of its own, because this one holds what other benchmarks need, and their garbage. */
function memoryOfTheYear(): number {
  const child = fileURLToPath(new URL('./disclosure-memory-child.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [child], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the year was not protected: ${stderr}`);
  return Number(JSON.parse(stdout).megabytes);
}

async function measureReport(
  name: string,
  report: DisclosureProblem,
  { limit, runs }: { limit: number; runs: number },
): Promise<Finding[]> {
  const { suppressed, status } = await protect(report);
  if (status !== 'optimal') throw new Error('the reports of the benchmark are protected exactly');
  const timings = await measureInTurn(
    {
      relax: () => relaxOnly(report),
      protect: () => protect(report),
      audit: () => audit({ ...report, suppressed }),
    },
    runs,
  );
  const cells = Object.keys(report.cells).length;
  const relaxed = { name: 'the LP relaxation alone', value: timings.relax.median };
  return [
    compared(
      {
        name: `${name}, ${cells} cells: protecting it exactly, with its audit`,
        value: timings.protect.median,
        unit: 'ms',
      },
      relaxed,
      { value: limit },
    ),
    compared(
      { name: `${name}, ${cells} cells: the audit alone`, value: timings.audit.median, unit: 'ms' },
      relaxed,
      { value: 2000 },
    ),
  ];
}

/** Exact protection of reports, their independent audit, and the refusal of what is far too large. */
export async function benchDisclosure(): Promise<Finding[]> {
  const quarter = await measureReport('a quarter, 150 people, three tables', quarterlyReport(), {
    limit: 1000,
    runs: 7,
  });
  const year = await measureReport('a year, 300 people, five tables', yearlyReport(), {
    limit: 5000,
    runs: 3,
  });
  return [
    ...quarter,
    ...year,
    compared(
      {
        name: 'most memory of a process that protects and audits the year',
        value: memoryOfTheYear(),
        unit: 'MB',
      },
      undefined,
      { value: 300 },
    ),
    compared(
      {
        name: 'a file with a million cells: refused by the command line',
        value: await refusalSeconds(1_000_000),
        unit: 's',
      },
      { name: 'the same with 10 cells, not additive', value: await refusalSeconds(10) },
      { value: 1 },
    ),
  ];
}

import { audit } from '#disclosure/audit.ts';
import { checkCertificate } from '#disclosure/check-certificate.ts';
import { DisclosureInputError } from '#disclosure/disclosure-input-error.ts';
import {
  type DisclosureProblem,
  maxCells,
  maxEntries,
  parseProblem,
} from '#disclosure/disclosure-problem.ts';
import { protect } from '#disclosure/protect.ts';
import { readJsonFile } from './input.ts';
import { readOptions, UsageError } from './options.ts';

/** Cells may be named once as cells, and again among weights, thresholds, roles and lists. */
const limits = { names: maxCells, texts: maxEntries + 8 * maxCells };

interface Outcome {
  result: unknown;
  exitCode: number;
}

async function withProblem(
  args: string[],
  work: (problem: DisclosureProblem, json: unknown) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const { words } = readOptions(args, []);
  const [path, ...rest] = words;
  if (path === undefined || rest.length > 0) throw new UsageError('one FILE.json is needed');
  const json = await readJsonFile(path, limits);
  try {
    return await work(parseProblem(json), json);
  } catch (error) {
    if (!(error instanceof DisclosureInputError)) throw error;
    const { code, message, cell, relation } = error;
    const place = [
      ...(cell === undefined ? [] : [`cell ${JSON.stringify(cell)}`]),
      ...(relation === undefined ? [] : [`relation ${relation}`]),
    ];
    throw new UsageError([`${code}: ${message}`, ...place].join(', '));
  }
}

/** `protect FILE.json`: which cells to hide, and proof. Exit code 1 when no release is safe. */
export function protectCommand(args: string[], now: () => number): Promise<Outcome> {
  return withProblem(args, async (problem) => {
    const start = now();
    const { status, reasons, cost, suppressed, published, ranges, certificate } = await protect(
      problem,
      { now },
    );
    const ms = Math.round(now() - start);
    return {
      result: { status, reasons, cost, suppressed, published, ranges, certificate, ms },
      exitCode: status === 'refused' ? 1 : 0,
    };
  });
}

/** `audit FILE.json`: what a reader can work out. Exit code 1 when a small count is exposed. */
export function auditCommand(args: string[]): Promise<Outcome> {
  return withProblem(args, async (problem) => {
    const found = await audit(problem);
    const isSmall = (id: string) => {
      const count = problem.cells[id] ?? 0;
      return count > 0 && count < Math.max(problem.threshold, problem.cellThresholds?.[id] ?? 0);
    };
    const isExposed = found.below_threshold.length > 0 || found.exactly_known.some(isSmall);
    return { result: found, exitCode: isExposed ? 1 : 0 };
  });
}

/** `check-certificate FILE.json`: a problem with its `certificate`, checked without a solver. */
export function checkCertificateCommand(args: string[]): Promise<Outcome> {
  return withProblem(args, (problem, json) => {
    const { certificate } = json as { certificate?: unknown };
    const checked = checkCertificate(problem, certificate);
    return { result: checked, exitCode: checked.valid ? 0 : 1 };
  });
}

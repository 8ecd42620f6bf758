import { DisclosureInputError } from '#disclosure/disclosure-input-error.ts';
import {
  type DisclosureProblem,
  maxCells,
  maxEntries,
  parseProblem,
} from '#disclosure/disclosure-problem.ts';
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
  problemIn: (json: unknown) => unknown = (json) => json,
): Promise<Outcome> {
  const { words } = readOptions(args, []);
  const [path, ...rest] = words;
  if (path === undefined || rest.length > 0) throw new UsageError('one FILE.json is needed');
  const json = await readJsonFile(path, limits);
  try {
    return await work(parseProblem(problemIn(json)), json);
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

// The engine is loaded once the file is known to be worth it: a file too large is refused before.

/** `protect FILE.json`: which cells to hide, and proof. Exit code 1 when no release is safe. */
export function protectCommand(args: string[], now: () => number): Promise<Outcome> {
  return withProblem(args, async (problem) => {
    const { protect } = await import('#disclosure/protect.ts');
    const start = now();
    const { status, reasons, cost, suppressed, published, ranges, certificate } = await protect(
      problem,
      { now },
    );
    const ms = Math.round(now() - start);
    // With the problem in it the certificate can be checked by itself.
    const proof = certificate && { problem, ...certificate };
    return {
      result: { status, reasons, cost, suppressed, published, ranges, certificate: proof, ms },
      exitCode: status === 'refused' ? 1 : 0,
    };
  });
}

/** `audit FILE.json`: what a reader can work out. Exit code 1 when a small count is exposed. */
export function auditCommand(args: string[]): Promise<Outcome> {
  return withProblem(args, async (problem) => {
    const { audit } = await import('#disclosure/audit.ts');
    const found = await audit(problem);
    const isSmall = (id: string) => {
      const count = problem.cells[id] ?? 0;
      return count > 0 && count < Math.max(problem.threshold, problem.cellThresholds?.[id] ?? 0);
    };
    const isExposed = found.below_threshold.length > 0 || found.exactly_known.some(isSmall);
    return { result: found, exitCode: isExposed ? 1 : 0 };
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The certificate in a file, which may be a certificate, or have one beside whatever else. */
function certificateIn(json: unknown): unknown {
  return isObject(json) && 'certificate' in json ? json.certificate : json;
}

/** The problem that a certificate is about: the file itself, or what the certificate brings along. */
function certifiedProblem(json: unknown): unknown {
  if (isObject(json) && 'cells' in json) return json;
  const certificate = certificateIn(json);
  return isObject(certificate) ? certificate.problem : undefined;
}

/**
 * `check-certificate FILE.json`: a problem with its `certificate`, what `protect` printed, or a certificate alone;
 * checked without a solver.
 */
export function checkCertificateCommand(args: string[]): Promise<Outcome> {
  return withProblem(
    args,
    async (problem, json) => {
      const { checkCertificate } = await import('#disclosure/check-certificate.ts');
      const checked = checkCertificate(problem, certificateIn(json));
      return { result: checked, exitCode: checked.valid ? 0 : 1 };
    },
    certifiedProblem,
  );
}

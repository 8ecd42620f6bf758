import highsModule, { type Highs, type InitOptions, type Model } from 'highs';

export type { Highs, Model };

type Loader = (options?: InitOptions) => Promise<Highs>;

// The package types itself as CommonJS but is imported as a module, so that the function and the
// object that holds it under `default` both occur, depending on who bundles.
function findLoader(candidate: unknown): Loader {
  if (typeof candidate === 'function') return candidate as Loader;
  if (typeof candidate === 'object' && candidate !== null && 'default' in candidate) {
    return findLoader(candidate.default);
  }
  throw new Error('highs has no loader');
}

let runtime: Promise<Highs> | undefined;

/** The WebAssembly runtime, loaded once per process: about 3.5 MB, compiled on first use. */
export function loadSolver(): Promise<Highs> {
  runtime ??= findLoader(highsModule)();
  return runtime;
}

/** Forgets a runtime that trapped; the next call loads a fresh one. */
export function forgetSolver(): void {
  runtime = undefined;
}

/** A row of a sparse matrix: column indices and their coefficients, of equal length. */
export interface SparseRow {
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** Packs rows the way `createModel` wants them. */
export function packRows(rows: readonly SparseRow[], numCols: number) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (const index of row.indices) indices.push(index);
    for (const value of row.values) values.push(value);
    starts.push(indices.length);
  }
  return { format: 'csr' as const, numRows: rows.length, numCols, starts, indices, values };
}

/** Median and spread of repeated runs, in milliseconds. */
export interface Timing {
  median: number;
  fastest: number;
  slowest: number;
  runs: number;
}

export function timingOf(milliseconds: number[]): Timing {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return {
    median: at(Math.floor(sorted.length / 2)),
    fastest: at(0),
    slowest: at(sorted.length - 1),
    runs: sorted.length,
  };
}

/**
 * Runs the works in turn, `runs` times each, so that a busy moment of the machine hits all of them alike.
 * The first round warms up and does not count.
 */
export async function measureInTurn<Name extends string>(
  works: Record<Name, () => Promise<unknown> | unknown>,
  runs: number,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(works) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >;
  for (let run = -1; run < runs; run++) {
    for (const name of names) {
      const start = performance.now();
      await works[name]();
      if (run >= 0) taken[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, timingOf(taken[name])])) as Record<
    Name,
    Timing
  >;
}

/** What should be: no more than `value` and `ratio`, no less than `atLeast`. */
interface Limit {
  ratio?: number;
  value?: number;
  atLeast?: number;
}

/** One line of the benchmark: what was measured beside what, and what it should be. */
export interface Finding {
  name: string;
  value: number;
  unit: 'ms' | 's' | 'KB' | 'MB' | '%' | 'clicks' | 'keys';
  baseline?: { name: string; value: number };
  ratio?: number;
  limit?: Limit;
  isMet?: boolean;
}

export function compared(
  finding: Pick<Finding, 'name' | 'value' | 'unit'>,
  baseline?: { name: string; value: number },
  limit?: Limit,
): Finding {
  const ratio = baseline && finding.value / baseline.value;
  const isMet =
    limit &&
    (limit.value === undefined || finding.value <= limit.value) &&
    (limit.atLeast === undefined || finding.value >= limit.atLeast) &&
    (limit.ratio === undefined || (ratio !== undefined && ratio <= limit.ratio));
  return {
    ...finding,
    ...(baseline ? { baseline } : {}),
    ...(ratio === undefined ? {} : { ratio }),
    ...(limit ? { limit } : {}),
    ...(isMet === undefined ? {} : { isMet }),
  };
}

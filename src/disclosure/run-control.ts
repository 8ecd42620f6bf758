import { DisclosureCancelledError } from './disclosure-input-error.ts';

export interface RunProgress {
  readonly step: 'preparing' | 'relaxing' | 'optimising' | 'approximating' | 'auditing';
  /** Rounds or cells done in this step. */
  readonly done: number;
  /** Known only for steps with a fixed amount of work. */
  readonly total?: number;
}

/**
 * `signal`: an `AbortSignal` or anything with `aborted`. `now`: milliseconds of a clock that only
 * goes forward; without it there is no time limit.
 */
export interface RunOptions {
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (progress: RunProgress) => void;
  readonly now?: () => number;
}

export interface RunControl {
  /** Lets other work of the process run, now and then. @throws DisclosureCancelledError */
  readonly pause: () => Promise<void>;
  readonly report: (progress: RunProgress) => void;
  readonly hasClock: boolean;
  /** Milliseconds since the start; 0 without a clock. */
  readonly elapsed: () => number;
}

const callsBetweenYields = 16;

export function startRun(options: RunOptions): RunControl {
  const now = options.now ?? (() => 0);
  const startedAt = now();
  let calls = 0;
  return {
    async pause() {
      calls += 1;
      if (calls % callsBetweenYields === 1) await new Promise((resolve) => setTimeout(resolve, 0));
      if (options.signal?.aborted) throw new DisclosureCancelledError();
    },
    report: (progress) => options.onProgress?.(progress),
    hasClock: options.now !== undefined,
    elapsed: () => now() - startedAt,
  };
}

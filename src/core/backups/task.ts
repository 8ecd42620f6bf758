/*
 * One copy, trial or restore at a time. It can be stopped by whoever asked for it, and is when the register is
 * closed, because its keys are overwritten then.
 */
import { ProcedureError } from '#api/errors.ts';
import type { CoreContext } from '../context.ts';
import type { OnBytes } from './container.ts';

interface RunningTask {
  stop: AbortController;
  ended: Promise<unknown>;
}

const running = new WeakMap<CoreContext, RunningTask>();

export interface Task {
  onBytes: OnBytes;
  /** How many bytes there will be in all. */
  expect(bytes: number): void;
  checkStopped(): void;
}

const STEPS_SHOWN = 200;

/** Fails with `backup_running` beside another one; with `backup_stopped` when it was stopped. */
export async function runTask<T>(
  context: CoreContext,
  name: 'backup' | 'restore',
  work: (task: Task) => Promise<T>,
): Promise<T> {
  if (running.has(context)) throw new ProcedureError('backup_running');
  const stop = new AbortController();
  let [total, done, shown] = [0, 0, 0];
  const task: Task = {
    expect: (bytes) => {
      total = bytes;
    },
    checkStopped: () => {
      if (stop.signal.aborted) throw new ProcedureError('backup_stopped');
    },
    onBytes: (count) => {
      task.checkStopped();
      done += count;
      const step = total === 0 ? 0 : Math.floor((Math.min(done, total) / total) * STEPS_SHOWN);
      if (step === shown) return;
      shown = step;
      context.ports.emit({
        name: 'progress',
        payload: { task: name, done: step, total: STEPS_SHOWN },
      });
    },
  };
  const result = work(task);
  running.set(context, { stop, ended: result.catch(() => undefined) });
  try {
    return await result;
  } finally {
    running.delete(context);
  }
}

/** Stops what is under way and waits until it has put its things away. */
export async function stopTask(context: CoreContext): Promise<void> {
  const task = running.get(context);
  task?.stop.abort();
  await task?.ended;
}

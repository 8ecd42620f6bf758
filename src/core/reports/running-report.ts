/*
 * Protecting a large report takes seconds, and somebody at a desk may want the computer back. Each run says how
 * far it is and can be stopped between two steps of the search; what was not finished leaves no trace. A second
 * run ends the first: nobody waits for both.
 */
import { ProcedureError } from '#api/errors.ts';
import { DisclosureCancelledError } from '#disclosure/disclosure-input-error.ts';
import type { ProtectOptions } from '#disclosure/protect.ts';
import type { RunProgress } from '#disclosure/run-control.ts';
import { type CoreContext, type OpenRegister, registerOf } from '../context.ts';

const TASK = 'report';

/** By the open register: locking forgets it. */
const running = new WeakMap<OpenRegister, AbortController>();

/** In percent. How many rounds a search takes is not known before: each brings it half of the way that is left. */
const stretches: Readonly<Record<RunProgress['step'], readonly [number, number]>> = {
  preparing: [0, 5],
  relaxing: [5, 35],
  optimising: [35, 70],
  approximating: [35, 70],
  auditing: [70, 90],
};

function percentOf({ step, done, total }: RunProgress): number {
  const [from, to] = stretches[step];
  const share = total === undefined ? 1 - 1 / (1 + done / 8) : done / Math.max(1, total);
  return Math.round(from + (to - from) * Math.min(1, share));
}

/** Fails with `report_stopped` when `stopReport` or another run came in between. */
export async function whileStoppable<Made>(
  context: CoreContext,
  make: (options: ProtectOptions) => Promise<Made>,
): Promise<Made> {
  const register = registerOf(context);
  running.get(register)?.abort();
  const stop = new AbortController();
  running.set(register, stop);
  let told = -1;
  const tell = (percent: number) => {
    if (percent <= told) return;
    told = percent;
    context.ports.emit({ name: 'progress', payload: { task: TASK, done: percent, total: 100 } });
  };
  try {
    return await make({
      signal: stop.signal,
      now: context.ports.sinceStart,
      onProgress: (progress) => tell(percentOf(progress)),
    });
  } catch (failure) {
    if (failure instanceof DisclosureCancelledError) throw new ProcedureError('report_stopped');
    throw failure;
  } finally {
    if (running.get(register) === stop) running.delete(register);
  }
}

export function stopReport(context: CoreContext): Record<string, never> {
  running.get(registerOf(context))?.abort();
  return {};
}

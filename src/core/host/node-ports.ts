import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { CorePorts } from '../ports.ts';
import { createFileGrants, type FileGrants } from './granted-files.ts';
import { sinceStart, systemClock } from './system-clock.ts';
import { timeOrderedIds } from './time-ordered-ids.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Ports of a core that runs in plain Node beside its sources: the command line and the tests. */
export function nodePorts(options: Partial<CorePorts> = {}): CorePorts & { files: FileGrants } {
  const clock = options.clock ?? systemClock;
  const now = () => clock.now().getTime();
  return {
    clock,
    ids: timeOrderedIds(now),
    random: (below) => randomInt(below),
    sinceStart,
    resourcesDir: at('resources'),
    localesDir: at('locales'),
    emit: () => undefined,
    registerOpened: () => undefined,
    reportFailure: () => undefined,
    ...options,
    files: createFileGrants(now),
  };
}

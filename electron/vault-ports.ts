/** What the core needs from its host when the host is the vault process. */
import { randomInt } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { createFileGrants, type FileGrants } from '#core/host/granted-files.ts';
import { sinceStart, systemClock } from '#core/host/system-clock.ts';
import { timeOrderedIds } from '#core/host/time-ordered-ids.ts';
import type { CorePorts } from '#core/ports.ts';
import type { FromVault, VaultSettings } from './vault-messages.ts';

export function createVaultPorts(
  settings: VaultSettings,
  post: (message: FromVault) => void,
): CorePorts & { files: FileGrants } {
  const now = () => systemClock.now().getTime();
  return {
    clock: systemClock,
    ids: timeOrderedIds(now),
    random: (below) => randomInt(below),
    sinceStart,
    resourcesDir: settings.resourcesDir,
    localesDir: settings.localesDir,
    programVersion: settings.programVersion,
    files: createFileGrants(now),
    typesetWorkerUrl: pathToFileURL(settings.typesetWorker),
    emit: (event) => post({ type: 'event', event }),
    registerOpened: (minutes) => post({ type: 'lockAfter', minutes }),
    // A failure's text could quote a record, so it is not written anywhere.
    reportFailure: () => undefined,
  };
}

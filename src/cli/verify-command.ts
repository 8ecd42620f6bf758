import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { openFrom, openOptions } from './open-register.ts';
import { readOptions, UsageError } from './options.ts';

/**
 * `verify --register DIR [--name NAME] [--passphrase-file FILE]`: opens the register, which is itself noted in
 * its audit log, and looks whether every page and every line of the log is as it was written.
 */
export async function verifyCommand(
  args: string[],
): Promise<{ result: unknown; exitCode: number }> {
  const options = readOptions(args, openOptions);
  const folder = options.value('register');
  if (folder === undefined || options.words.length > 0)
    throw new UsageError('verify --register DIR');
  const core = createCore(nodePorts());
  try {
    const unlocked = await openFrom(core, folder, options);
    if (!unlocked.ok) return { result: unlocked, exitCode: 1 };
    const checked = await core.dispatch('audit.check', {});
    if (!checked.ok) return { result: checked, exitCode: 1 };
    const { firstBad, isRolledBack, isDamaged } = checked.data as {
      firstBad?: number;
      isRolledBack: boolean;
      isDamaged: boolean;
    };
    const isSound = firstBad === undefined && !isRolledBack && !isDamaged;
    return { result: { isSound, ...(checked.data as object) }, exitCode: isSound ? 0 : 1 };
  } finally {
    await core.close();
  }
}

import type { Release } from '#api/releases.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { verifyReport } from '#core/reports/verify-report.ts';
import { limitedFile } from './input.ts';
import { openFrom, openOptions } from './open-register.ts';
import { readOptions, UsageError } from './options.ts';

const MAX_REPORT_BYTES = 64 * 1024 * 1024;

/**
 * `verify-report FILE [--register DIR …]`: whether a report is as it was written; with a register, also whether
 * it was sent from there, when and to whom. Exit code 1 for one that was changed, or is not of that register.
 */
export async function verifyReportCommand(
  args: string[],
): Promise<{ result: unknown; exitCode: number }> {
  const options = readOptions(args, openOptions);
  const [path, ...rest] = options.words;
  if (path === undefined || rest.length > 0) throw new UsageError('verify-report FILE');
  const checked = verifyReport(await limitedFile(path, MAX_REPORT_BYTES));
  const folder = options.value('register');
  if (folder === undefined) return { result: checked, exitCode: checked.isUnchanged ? 0 : 1 };
  const core = createCore(nodePorts());
  try {
    const unlocked = await openFrom(core, folder, options);
    if (!unlocked.ok) return { result: unlocked, exitCode: 1 };
    const listed = await core.dispatch('releases.list', {});
    if (!listed.ok) return { result: listed, exitCode: 1 };
    const { items } = listed.data as { items: Release[] };
    const sent = items.find(({ files }) => files.some((file) => file.sha256 === checked.sha256));
    const sentAs = sent && {
      number: sent.number,
      sentOn: sent.sentOn,
      sentBy: sent.sentBy,
      recipient: sent.recipient,
    };
    const result = {
      ...checked,
      isOfThisRegister: sent !== undefined,
      ...(sentAs ? { sentAs } : {}),
    };
    return { result, exitCode: checked.isUnchanged && sent ? 0 : 1 };
  } finally {
    await core.close();
  }
}

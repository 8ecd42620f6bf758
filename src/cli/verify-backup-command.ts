import { ProcedureError } from '#api/errors.ts';
import { verifyBackup } from '#core/backups/verify-backup.ts';
import { readPassphrase } from './input.ts';
import { readOptions, UsageError } from './options.ts';

/** `verify-backup FILE [--name NAME] [--passphrase-file FILE]` */
export async function verifyBackupCommand(
  args: string[],
): Promise<{ result: unknown; exitCode: number }> {
  const options = readOptions(args, ['name', 'passphrase-file']);
  const [path, ...rest] = options.words;
  if (path === undefined || rest.length > 0) throw new UsageError('verify-backup FILE');
  const passphrase = await readPassphrase(options);
  const name = options.value('name');
  try {
    const found = await verifyBackup(path, { passphrase, ...(name ? { name } : {}) });
    return { result: { ok: true, ...found }, exitCode: 0 };
  } catch (failure) {
    if (!(failure instanceof ProcedureError)) throw failure;
    const { code, details } = failure;
    return { result: { ok: false, error: { code, ...(details ? { details } : {}) } }, exitCode: 1 };
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWithWay, type Way } from './open-with-way.ts';
import { checkDatabase, extract, openBackup, withBackupFile } from './read-backup.ts';

/** Everything a restore checks, without one. What it needs on the disk for a moment is encrypted. */
export async function verifyBackup(path: string, way: Way) {
  const into = await mkdtemp(join(tmpdir(), 'approdo-verify-'));
  try {
    return await withBackupFile(path, async (backup) => {
      const slot = await openWithWay(backup.keyring, way);
      const opened = await openBackup(backup, slot.keys);
      await extract(backup, opened, { into, withAttachments: false, onBytes: () => undefined });
      await checkDatabase(into, opened, () => undefined);
      const { madeAt, programVersion, schemaVersion, counts, attachments, missing } =
        opened.manifest;
      return {
        madeAt,
        programVersion,
        schemaVersion,
        byteCount: backup.byteCount,
        people: counts.person ?? 0,
        attachments: counts.attachment ?? 0,
        attachmentFiles: attachments.length,
        missingAttachments: missing.length,
        rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
      };
    });
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}

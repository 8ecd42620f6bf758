import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CoreContext } from '../context.ts';
import { record } from '../vault/audit-log.ts';
import { writeSynced } from '../vault/register-folder.ts';

const fileName = 'restored.json';

const markSchema = z.strictObject({ madeAt: z.string().max(40), restoredAt: z.string().max(40) });

/** Beside a register that was just made from a copy, until somebody opens it. */
export async function restoredMark(
  folder: string,
  { ports }: CoreContext,
  madeAt: string,
): Promise<void> {
  const mark = { madeAt, restoredAt: ports.clock.now().toISOString() };
  await writeSynced(join(folder, fileName), JSON.stringify(markSchema.parse(mark)));
}

/** At the first unlock: that this register comes from a copy goes into the audit log. */
export async function noteRestored(context: CoreContext, folder: string): Promise<void> {
  const path = join(folder, fileName);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  await record(context, 'register.restored');
  await rm(path, { force: true });
}

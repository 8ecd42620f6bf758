/*
 * The copy that is made when the register is closed, if the stick is there: at most one a day, and only for a
 * bounded time, because whoever locks wants the keys gone. The host decides how long it waits and ends the
 * process in any case; a copy that was not finished by then never had its name.
 */
import { stat } from 'node:fs/promises';
import type { ErrorCode } from '#api/errors.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { keepBackup } from './keep-backup.ts';
import { listBackups, settingOf } from './queries.ts';
import { runTask } from './task.ts';

/** A little less than a day, so that the hour of closing may vary. */
const HOURS_BETWEEN = 20;

async function isDue(context: CoreContext): Promise<boolean> {
  const { db } = registerOf(context);
  const setting = await settingOf(db);
  if (setting?.is_automatic !== 1) return false;
  const place = await stat(setting.place).catch(() => undefined);
  if (!place?.isDirectory()) return false;
  const [newest] = await listBackups(db);
  if (!newest) return true;
  const age = context.ports.clock.now().getTime() - Date.parse(newest.made_at);
  // A clock that was set back must not put it off for ever.
  return age < 0 || age > HOURS_BETWEEN * 3_600_000;
}

export type AutomaticBackup = { ok: true } | { ok: false; code: ErrorCode };

/** Makes the copy if it is due. `onBegin` is told before the first byte; undefined when none is due. */
export async function makeDueBackup(
  context: CoreContext,
  onBegin: () => void,
): Promise<AutomaticBackup | undefined> {
  if (!context.register || !(await isDue(context))) return undefined;
  onBegin();
  try {
    await runTask(context, 'backup', (task) => keepBackup(context, { task, isAutomatic: true }));
    return { ok: true };
  } catch (failure) {
    const { code } = failure as { code?: ErrorCode };
    return { ok: false, code: code ?? 'internal' };
  }
}

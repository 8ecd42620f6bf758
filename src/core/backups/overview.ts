import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OutputOf, VaultContract } from '#api/contract.ts';
import type { ErrorCode } from '#api/errors.ts';
import { errorCodes } from '#api/errors.ts';
import { destroyAfterDays } from '#domain/backups/rotation.ts';
import { type CalendarDate, daysBetween } from '#domain/dates/calendar-date.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { listErased } from '../erasures/erase-again.ts';
import { keyringOf } from '../vault/keyring-changes.ts';
import { firstDay, isThere, lastDrill, lastProvenOn, listBackups, settingOf } from './queries.ts';

/** A week of work is what an association can write again from memory and paper, more is not. */
const REMIND_AFTER_DAYS = 7;
const DRILL_AFTER_DAYS = 31;

type Overview = OutputOf<VaultContract, 'backups.get'>;

const dayOf = (instant: string): CalendarDate => instant.slice(0, 10);

async function itemsOf(context: CoreContext): Promise<Overview['items']> {
  const register = registerOf(context);
  const { generation } = keyringOf(register);
  const rows = await listBackups(register.db);
  const erased = await listErased(register.db);
  const today = context.ports.clock.today();
  return Promise.all(
    rows.map(async (row) => {
      const opensWithFormerKeys = row.generation < generation;
      const erasedSince = erased.filter(({ erasedAt }) => erasedAt > row.made_at).length;
      const isOld = daysBetween(dayOf(row.made_at), today) > destroyAfterDays;
      return {
        id: row.id,
        madeAt: row.made_at,
        fileName: row.file_name,
        byteCount: row.byte_count,
        isAutomatic: row.is_automatic === 1,
        isThere: await isThere(row),
        opensWithFormerKeys,
        erasedSince,
        isToDestroy: isOld && (opensWithFormerKeys || erasedSince > 0),
      };
    }),
  );
}

function drillOf(
  row: Awaited<ReturnType<typeof lastDrill>>,
  today: CalendarDate,
): Pick<Overview, 'lastDrill'> {
  if (!row) return {};
  const failure = errorCodes.find((code) => code === row.failure) as ErrorCode | undefined;
  return {
    lastDrill: {
      doneOn: row.done_on,
      daysAgo: daysBetween(row.done_on, today),
      madeAt: row.backup_made_at,
      ...(failure ? { failure } : {}),
    },
  };
}

async function placeOf(context: CoreContext) {
  const setting = await settingOf(registerOf(context).db);
  if (!setting) return { isPlaceThere: false, isAutomatic: false };
  const facts = await stat(setting.place).catch(() => undefined);
  return {
    place: basename(setting.place) || setting.place,
    isPlaceThere: facts?.isDirectory() === true,
    isAutomatic: setting.is_automatic === 1,
  };
}

/** A demonstration is nobody's loss, and a register of this very day has no history to lose. */
async function dueFrom(context: CoreContext, today: CalendarDate): Promise<number | undefined> {
  const { db, isDemo } = registerOf(context);
  const first = isDemo ? undefined : await firstDay(db);
  return first === undefined ? undefined : daysBetween(first, today);
}

export async function backupOverview(context: CoreContext): Promise<Overview> {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  const items = await itemsOf(context);
  const drill = await lastDrill(db);
  const provenOn = await lastProvenOn(db);
  const daysOpen = await dueFrom(context, today);
  const [newest] = items;
  // The day of the instant is that of Greenwich: shortly after midnight it may be behind the wall's.
  const daysSinceBackup = newest && Math.max(0, daysBetween(dayOf(newest.madeAt), today));
  const daysSinceProven = provenOn === undefined ? undefined : daysBetween(provenOn, today);
  const hasFailed = drill !== undefined && drill.failure !== null;
  return {
    ...(await placeOf(context)),
    items,
    ...(daysSinceBackup === undefined ? {} : { daysSinceBackup }),
    ...drillOf(drill, today),
    ...(daysSinceProven === undefined ? {} : { daysSinceProvenRestore: daysSinceProven }),
    remindAfterDays: REMIND_AFTER_DAYS,
    drillAfterDays: DRILL_AFTER_DAYS,
    destroyAfterDays,
    toDestroy: items.filter(({ isToDestroy }) => isToDestroy).length,
    isBackupDue: daysOpen !== undefined && (daysSinceBackup ?? daysOpen) >= REMIND_AFTER_DAYS,
    // Where there is no copy yet, there is nothing to try.
    isDrillDue:
      daysOpen !== undefined &&
      newest !== undefined &&
      (hasFailed || (daysSinceProven ?? daysOpen) > DRILL_AFTER_DAYS),
  };
}

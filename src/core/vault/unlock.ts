import type { Kysely } from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import { normaliseSignInName } from '#domain/vault/sign-in-name.ts';
import { sealOpenNeeds } from '../assessments/sealed-needs.ts';
import { removeLeftovers } from '../attachments/leftovers.ts';
import { afterUnlock } from '../backups/after-unlock.ts';
import { type CoreContext, type OpenRegister, registerOf } from '../context.ts';
import { kyselyOver } from '../database/kysely-dialect.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open-database.ts';
import type { Tables } from '../database/tables.ts';
import { finishErasures } from '../erasures/erase-person.ts';
import { bringIndexUpToDate } from '../people/findable-people.ts';
import { refreshByTime } from '../people/present-rows.ts';
import { record } from './audit-log.ts';
import { beginAttempt, doorDelay } from './door-delay.ts';
import { openFormerPassphraseSlot, openFormerRecoverySlot } from './former-keyring.ts';
import { openWithPassphrase, openWithRecoveryKey } from './keyring.ts';
import { keyringOf, keysFor, putSlot } from './keyring-changes.ts';
import type { DataKeys } from './keyring-format.ts';
import { type Door, openDoor } from './open-door.ts';
import { hasDamagedPages, isPutBack, noteOpened } from './register-condition.ts';
import { checkDatabaseFile, databasePath, readKeyrings } from './register-folder.ts';
import { costOf } from './registers.ts';
import { finishRenewal } from './renewal.ts';
import { repairCaseAccess } from './restricted.ts';
import { hiddenPeopleFor, withoutHidden } from './restricted-cases.ts';
import { makePassphraseSlot, type OpenedSlot, type Secret } from './slots.ts';
import { improveOwnSlot, upgradeKeyring } from './upgrade-keyring.ts';

/**
 * While the data keys are being renewed the file may have either; nothing is written before one fits. Somebody
 * suspended has none.
 */
function openWithOneOf(path: string, candidates: DataKeys[]) {
  for (const [index, keys] of candidates.entries()) {
    try {
      return { sqlite: openDatabase(path, keys.general), keys };
    } catch (error) {
      const isLast = index === candidates.length - 1;
      if (isLast || (error as { code?: unknown }).code !== 'register_foreign') throw error;
    }
  }
  throw new ProcedureError('user_suspended');
}

async function openWith(
  context: CoreContext,
  { folder, keyring: found, opened, file: fileAsFound }: Door,
): Promise<OpenRegister> {
  const path = databasePath(folder);
  const newestFirst = [...opened.keys].sort(([a], [b]) => b - a).map(([, keys]) => keys);
  const { sqlite, keys } = openWithOneOf(path, newestFirst);
  try {
    const isDamaged = fileAsFound === 'differs' && hasDamagedPages(sqlite);
    const door = { folder, keyring: found, keysByGeneration: opened.keys };
    await noteOpened(door);
    const { keyring } = door;
    await migrate(sqlite, path);
    const file = { sqlite };
    const db = kyselyOver(file);
    const row = await db.selectFrom('register').selectAll().executeTakeFirst();
    if (row?.vault_id !== keyring.vaultId) throw new ProcedureError('register_foreign');
    await bringIndexUpToDate(db);
    await refreshByTime(db, context.ports.clock.today());
    const user = await userOf(db, opened);
    const hiddenPeople = await hiddenPeopleFor(db, user);
    context.register = {
      folder,
      file,
      db: withoutHidden(db, hiddenPeople),
      keys,
      keysByGeneration: opened.keys,
      privateKey: opened.privateKey,
      keyring,
      user,
      isDemo: row.is_demo === 1,
      recoveryConfirmed: row.recovery_confirmed === 1,
      unconfirmedRecoveryKey: undefined,
      unconfirmedRecoveryParts: undefined,
      hiddenPeople,
      isRolledBack:
        found.format === 2 && (await isPutBack(db, found, { file: fileAsFound, isDamaged })),
      isDamaged,
    };
    await removeLeftovers(context.register);
    await finishErasures(context.register);
    context.ports.registerOpened(row.lock_after_minutes);
    return context.register;
  } catch (error) {
    context.register = undefined;
    sqlite.close();
    throw error;
  }
}

/** The user behind a slot; the recovery key opens as the first coordinator. */
async function userOf(db: Kysely<Tables>, opened: OpenedSlot): Promise<OpenRegister['user']> {
  const rows = await db
    .selectFrom('user')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  const row =
    opened.type === 'recovery'
      ? rows.find((user) => user.role === 'coordinator')
      : rows.find((user) => user.slot_id === opened.slotId);
  if (!row) throw new ProcedureError('user_suspended');
  return { id: row.id, name: row.name, role: row.role, slotId: row.slot_id };
}

/** What a coordinator's presence allows to be brought in order, each step so that it can be done again. */
async function putInOrder(context: CoreContext, secret: Secret | undefined): Promise<void> {
  const register = registerOf(context);
  const holdsRestricted = register.keys.restricted !== undefined;
  if (holdsRestricted && register.user.role === 'coordinator') {
    if (secret) await upgradeKeyring(context, secret);
    if (register.keyring.format === 1) return;
    await finishRenewal(context).catch((failure: unknown) => {
      // It waits for room; until then both keys are kept and the register opens with the former one.
      if ((failure as { code?: unknown }).code !== 'disk_full') throw failure;
    });
    await repairCaseAccess(context);
    await sealOpenNeeds(context);
  }
}

async function noteUnlock(context: CoreContext, action: string, failuresBefore = 0): Promise<void> {
  const { db, user, keyring, isDamaged, isRolledBack } = registerOf(context);
  await db
    .updateTable('user')
    .set({ last_unlocked_at: context.ports.clock.now().toISOString() })
    .where('id', '=', user.id)
    .execute();
  if (isDamaged) await record(context, 'register.damaged');
  if (isRolledBack) await record(context, 'register.rolledBack');
  // Nobody can write into a closed register: the next who opens it finds how many tried in vain.
  if (failuresBefore > 0) await record(context, 'vault.wrongAttempts', String(failuresBefore));
  await record(context, action, keyring.format === 2 ? keyring.session : undefined);
}

/** A step after opening that fails must not leave the register half open. */
async function orClose(context: CoreContext, steps: () => Promise<void>): Promise<void> {
  try {
    await steps();
  } catch (failure) {
    const { register } = context;
    context.register = undefined;
    context.ports.registerOpened(null);
    await register?.db.destroy();
    throw failure;
  }
}

/**
 * Fails with `wrong_passphrase` for a wrong name and a wrong passphrase alike, `too_many_attempts`,
 * `user_suspended`, and the codes of a missing, foreign or damaged register.
 */
export async function unlockRegister(
  context: CoreContext,
  { folder, name, passphrase }: { folder: string; name?: string | undefined; passphrase: string },
): Promise<void> {
  await checkDatabaseFile(folder);
  await readKeyrings(folder);
  const attempt = await beginAttempt(folder, context.ports);
  const secret = { passphrase, name: name === undefined ? undefined : normaliseSignInName(name) };
  const before = context.ports.sinceStart();
  const opening = openDoor(folder, (keyring) =>
    keyring.format === 1
      ? openFormerPassphraseSlot(keyring, passphrase)
      : openWithPassphrase(keyring, secret),
  );
  // The passphrase is derived while the count is written, and nothing is known of it before.
  const [door] = await Promise.all([opening, attempt.counted]);
  if (!door) {
    const waitSeconds = await doorDelay(folder, context.ports);
    throw new ProcedureError('wrong_passphrase', { waitSeconds });
  }
  const milliseconds = context.ports.sinceStart() - before;
  await attempt.wasRight();
  await openWith(context, door);
  await orClose(context, async () => {
    await putInOrder(context, secret);
    // The passphrase of a demonstration stands on the screen: nobody waits for it to become dearer.
    if (!registerOf(context).isDemo) await improveOwnSlot(context, secret, milliseconds);
    await noteUnlock(context, 'vault.unlock', attempt.failuresBefore);
    await afterUnlock(context);
  });
}

/** Opens with the recovery key and gives the first coordinator a new passphrase. */
export async function recoverRegister(
  context: CoreContext,
  { folder, recoveryKey, passphrase }: { folder: string; recoveryKey: string; passphrase: string },
): Promise<void> {
  await checkDatabaseFile(folder);
  const door = await openDoor(folder, (keyring) =>
    keyring.format === 1
      ? openFormerRecoverySlot(keyring, recoveryKey)
      : openWithRecoveryKey(keyring, recoveryKey),
  );
  if (!door) throw new ProcedureError('wrong_recovery_key');
  const register = await openWith(context, door);
  await orClose(context, async () => {
    if (register.keyring.format === 1) await upgradeKeyring(context, { passphrase });
    else await giveNewPassphrase(context, register, passphrase);
    await putInOrder(context, undefined);
    await noteUnlock(context, 'vault.recover');
    await afterUnlock(context);
  });
}

async function giveNewPassphrase(
  context: CoreContext,
  register: OpenRegister,
  passphrase: string,
): Promise<void> {
  const { vaultId, doorSalt, slots } = keyringOf(register);
  const { slotId, id } = register.user;
  const isAlone = !slots.some((slot) => slot.type !== 'recovery' && slot.id !== slotId);
  const { sign_in_name } = await register.db
    .selectFrom('user')
    .select('sign_in_name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const name = isAlone ? undefined : (sign_in_name ?? undefined);
  const keys = keysFor(register.keysByGeneration, true);
  const head = { id: slotId, vaultId, doorSalt, keys };
  await putSlot(
    register,
    await makePassphraseSlot(head, { passphrase, name }, await costOf(context)),
  );
}

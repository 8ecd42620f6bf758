import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import type { AssociationDetails } from '#domain/casework/association.ts';
import { removeLeftovers } from '../attachments/leftovers.ts';
import type { CoreContext, OpenRegister } from '../context.ts';
import { kyselyOver } from '../database/kysely-dialect.ts';
import { migrate } from '../database/migrate.ts';
import { createDatabase, openDatabase } from '../database/open-database.ts';
import type { Tables } from '../database/tables.ts';
import { refreshByTime } from '../people/present-rows.ts';
import {
  type DataKeys,
  isKeyringAuthentic,
  type Keyring,
  makePassphraseSlot,
  makeRecoverySlot,
  newDataKeys,
  type OpenedSlot,
  openWithPassphrase,
  openWithRecoveryKey,
  type Slot,
  signKeyring,
} from './keyring.ts';
import { calibrateCost } from './passphrase-key.ts';
import { newRecoveryKey } from './recovery-key.ts';
import {
  checkDatabaseFile,
  databasePath,
  prepareNewFolder,
  readKeyring,
  removeNewRegister,
  writeKeyring,
} from './register-folder.ts';

/** Until a coordinator chooses otherwise. */
const LOCK_AFTER_MINUTES = 5;

export interface NewRegister {
  folder: string;
  newFolderName?: string | undefined;
  passphrase: string;
  userName: string;
  association: Pick<AssociationDetails, 'name' | 'casePrefix'>;
  isDemo: boolean;
}

async function costOf(context: CoreContext) {
  const { passphraseCost, clock } = context.ports;
  return passphraseCost ?? calibrateCost(() => clock.now().getTime());
}

/** Makes a register and leaves it open. Returns the recovery key, which is stored nowhere. */
export async function createRegister(
  context: CoreContext,
  wanted: NewRegister,
): Promise<{ folder: string; recoveryKey: string[] }> {
  const { ids } = context.ports;
  const folder = wanted.newFolderName ? join(wanted.folder, wanted.newFolderName) : wanted.folder;
  await prepareNewFolder(folder);
  const keys = newDataKeys();
  const head = { vaultId: ids.next(), generation: 1, keys };
  const slotId = ids.next();
  const cost = await costOf(context);
  const recoveryKey = newRecoveryKey();
  const slots = [
    await makePassphraseSlot({ ...head, id: slotId }, wanted.passphrase, cost),
    makeRecoverySlot({ ...head, id: ids.next() }, recoveryKey),
  ];
  const keyring = signKeyring({ vaultId: head.vaultId, generation: 1, slots }, keys);
  // The keyring first: a database whose keyring was never written could not be opened by anybody.
  await writeKeyring(folder, keyring);
  const user = { id: ids.next(), name: wanted.userName, role: 'coordinator' as const, slotId };
  const db = await firstDatabase(context, { folder, wanted, user, keys, vaultId: head.vaultId });
  context.register = {
    folder,
    db,
    keys,
    keyring,
    user,
    recoveryConfirmed: false,
    unconfirmedRecoveryKey: recoveryKey,
  };
  context.ports.registerOpened(LOCK_AFTER_MINUTES);
  return { folder, recoveryKey };
}

/** When it fails half way, what it made is taken away again: the folder was empty before. */
async function firstDatabase(
  context: CoreContext,
  made: {
    folder: string;
    wanted: NewRegister;
    user: OpenRegister['user'];
    keys: DataKeys;
    vaultId: string;
  },
): Promise<Kysely<Tables>> {
  const path = databasePath(made.folder);
  const sqlite = createDatabase(path, made.keys.general);
  try {
    await migrate(sqlite, path);
    const db = kyselyOver(sqlite);
    await firstRows(db, context, made);
    return db;
  } catch (failure) {
    sqlite.close();
    await removeNewRegister(made.folder);
    throw failure;
  }
}

async function firstRows(
  db: Kysely<Tables>,
  context: CoreContext,
  { wanted, user, vaultId }: { wanted: NewRegister; user: OpenRegister['user']; vaultId: string },
): Promise<void> {
  const changed = { changed_at: context.ports.clock.now().toISOString(), changed_by: user.id };
  const { name, casePrefix } = wanted.association;
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('register')
      .values({
        only_row: 1,
        vault_id: vaultId,
        is_demo: wanted.isDemo ? 1 : 0,
        recovery_confirmed: 0,
        lock_after_minutes: LOCK_AFTER_MINUTES,
        association: JSON.stringify({ name, casePrefix }),
        ...changed,
      })
      .execute();
    const { slotId, ...row } = user;
    await tx
      .insertInto('user')
      .values({ ...row, slot_id: slotId, ...changed })
      .execute();
  });
}

async function openWith(
  context: CoreContext,
  { folder, keyring, opened }: { folder: string; keyring: Keyring; opened: OpenedSlot },
): Promise<OpenRegister> {
  if (!isKeyringAuthentic(keyring, opened.keys)) throw new ProcedureError('keyring_damaged');
  const path = databasePath(folder);
  const sqlite = openDatabase(path, opened.keys.general);
  try {
    await migrate(sqlite, path);
    const db = kyselyOver(sqlite);
    const register = await db.selectFrom('register').selectAll().executeTakeFirst();
    if (register?.vault_id !== keyring.vaultId) throw new ProcedureError('register_foreign');
    await refreshByTime(db, context.ports.clock.today());
    const user = await userOf(db, opened.slotId);
    context.register = {
      folder,
      db,
      keys: opened.keys,
      keyring,
      user,
      recoveryConfirmed: register.recovery_confirmed === 1,
      unconfirmedRecoveryKey: undefined,
    };
    await removeLeftovers(context.register);
    context.ports.registerOpened(register.lock_after_minutes);
    return context.register;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** The user behind a slot; the recovery slot opens as the first coordinator. */
async function userOf(db: Kysely<Tables>, slotId: string): Promise<OpenRegister['user']> {
  const rows = await db.selectFrom('user').selectAll().orderBy('id').execute();
  const row =
    rows.find((user) => user.slot_id === slotId) ??
    rows.find((user) => user.role === 'coordinator');
  if (!row) throw new ProcedureError('register_damaged');
  return { id: row.id, name: row.name, role: row.role, slotId: row.slot_id };
}

/** Fails with `wrong_passphrase` and the codes of a missing, foreign or damaged register. */
export async function unlockRegister(
  context: CoreContext,
  folder: string,
  passphrase: string,
): Promise<OpenRegister> {
  await checkDatabaseFile(folder);
  const keyring = await readKeyring(folder);
  const opened = await openWithPassphrase(keyring, passphrase);
  if (!opened) throw new ProcedureError('wrong_passphrase');
  return openWith(context, { folder, keyring, opened });
}

/** Opens with the recovery key and gives the first coordinator a new passphrase. */
export async function recoverRegister(
  context: CoreContext,
  { folder, recoveryKey, passphrase }: { folder: string; recoveryKey: string; passphrase: string },
): Promise<OpenRegister> {
  await checkDatabaseFile(folder);
  const keyring = await readKeyring(folder);
  const opened = openWithRecoveryKey(keyring, recoveryKey);
  if (!opened) throw new ProcedureError('wrong_recovery_key');
  const register = await openWith(context, { folder, keyring, opened });
  const { vaultId, generation } = keyring;
  const slot = await makePassphraseSlot(
    { id: register.user.slotId, vaultId, generation, keys: opened.keys },
    passphrase,
    await costOf(context),
  );
  await replaceSlots(register, (slots) => [
    slot,
    ...slots.filter((one) => one.id !== register.user.slotId),
  ]);
  return register;
}

/** Writes a keyring with changed slots and keeps it in the session. */
async function replaceSlots(
  register: OpenRegister,
  change: (slots: Slot[]) => Slot[],
): Promise<void> {
  const { vaultId, generation, slots } = register.keyring;
  const keyring = signKeyring({ vaultId, generation, slots: change(slots) }, register.keys);
  await writeKeyring(register.folder, keyring);
  register.keyring = keyring;
}

/** A new recovery key in place of the old one, which stops working. */
export async function renewRecoveryKey(
  context: CoreContext,
  register: OpenRegister,
): Promise<string[]> {
  const recoveryKey = newRecoveryKey();
  const { vaultId, generation } = register.keyring;
  const { keys } = register;
  const slot = makeRecoverySlot(
    { id: context.ports.ids.next(), vaultId, generation, keys },
    recoveryKey,
  );
  await replaceSlots(register, (slots) => [
    ...slots.filter((one) => one.type !== 'recovery'),
    slot,
  ]);
  register.unconfirmedRecoveryKey = recoveryKey;
  return recoveryKey;
}

/** A passphrase slot for another user; only coordinators hold the restricted key. */
export async function addUserSlot(
  context: CoreContext,
  register: OpenRegister,
  { passphrase, isCoordinator }: { passphrase: string; isCoordinator: boolean },
): Promise<string> {
  const id = context.ports.ids.next();
  const { vaultId, generation } = register.keyring;
  const keys = isCoordinator ? register.keys : { general: register.keys.general };
  const slot = await makePassphraseSlot(
    { id, vaultId, generation, keys },
    passphrase,
    await costOf(context),
  );
  await replaceSlots(register, (slots) => [...slots, slot]);
  return id;
}

/** Closes the file and overwrites the keys that this process holds. */
export async function closeRegister(context: CoreContext): Promise<void> {
  const { register } = context;
  context.register = undefined;
  context.ports.registerOpened(null);
  if (!register) return;
  await register.db.destroy();
  register.keys.general.fill(0);
  register.keys.restricted?.fill(0);
}

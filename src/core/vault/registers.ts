import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { AssociationDetails } from '#domain/casework/association.ts';
import { proposeSignInName } from '#domain/vault/sign-in-name.ts';
import { keepErased } from '../backups/erased-list.ts';
import { stopTask } from '../backups/task.ts';
import { type CoreContext, changedNow, type OpenRegister } from '../context.ts';
import { kyselyOver, type RegisterFile } from '../database/kysely-dialect.ts';
import { migrate } from '../database/migrate.ts';
import { createDatabase } from '../database/open-database.ts';
import type { Tables } from '../database/tables.ts';
import { bringIndexUpToDate } from '../people/findable-people.ts';
import { headOf } from './audit-log.ts';
import { newKeyPair } from './key-pair.ts';
import { newDataKeys, signKeyring } from './keyring.ts';
import { changeSlots, keyringOf, keysFor } from './keyring-changes.ts';
import type { DataKeys } from './keyring-format.ts';
import { calibrateCost } from './passphrase-key.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { noteClosed } from './register-condition.ts';
import {
  databasePath,
  prepareNewFolder,
  removeNewRegister,
  writeKeyring,
} from './register-folder.ts';
import { makePassphraseSlot, makeRecoverySlot, newSalt } from './slots.ts';

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

/** What a new slot should cost to open: as the host says, or measured on this computer. */
export async function costOf({ ports }: CoreContext) {
  return ports.passphraseCost ?? calibrateCost(ports.sinceStart);
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
  const keysByGeneration = new Map([[1, keys]]);
  const head = { vaultId: ids.next(), doorSalt: newSalt(), keys: keysByGeneration };
  const slotId = ids.next();
  const cost = await costOf(context);
  const recoveryKey = newRecoveryKey();
  const { passphrase } = wanted;
  const ownKeys = newKeyPair();
  const slots = [
    // Alone, nobody is asked for a name at the door.
    await makePassphraseSlot({ ...head, id: slotId }, { passphrase }, cost, ownKeys),
    makeRecoverySlot({ ...head, id: ids.next() }, recoveryKey),
  ];
  const { vaultId, doorSalt } = head;
  const keyring = signKeyring({ vaultId, generation: 1, doorSalt, slots }, keys);
  // The keyring first: a database whose keyring was never written could not be opened by anybody.
  await writeKeyring(folder, keyring);
  const user = { id: ids.next(), name: wanted.userName, role: 'coordinator' as const, slotId };
  const file = await firstDatabase(context, { folder, wanted, user, keys, vaultId });
  context.register = {
    folder,
    file,
    db: kyselyOver(file),
    keys,
    keysByGeneration,
    privateKey: ownKeys.privateKey,
    keyring,
    user,
    isDemo: wanted.isDemo,
    recoveryConfirmed: false,
    unconfirmedRecoveryKey: recoveryKey,
    unconfirmedRecoveryParts: undefined,
    hiddenPeople: new Set(),
    isRolledBack: false,
    isDamaged: false,
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
): Promise<RegisterFile> {
  const path = databasePath(made.folder);
  const sqlite = createDatabase(path, made.keys.general);
  try {
    await migrate(sqlite, path);
    const file = { sqlite };
    const db = kyselyOver(file);
    await writeFirstRows(db, context, made);
    await bringIndexUpToDate(db);
    return file;
  } catch (failure) {
    sqlite.close();
    await removeNewRegister(made.folder);
    throw failure;
  }
}

/** What a register has from its first moment: itself and its first user. */
export async function writeFirstRows(
  db: Kysely<Tables>,
  context: CoreContext,
  {
    wanted,
    user,
    vaultId,
  }: {
    wanted: Pick<NewRegister, 'association' | 'isDemo'>;
    user: OpenRegister['user'];
    vaultId: string;
  },
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
      .values({
        ...row,
        slot_id: slotId,
        sign_in_name: proposeSignInName(row.name, []),
        last_unlocked_at: changed.changed_at,
        ...changed,
      })
      .execute();
  });
}

/** A new recovery key in place of the old one, which stops working. */
export async function renewRecoveryKey(
  context: CoreContext,
  register: OpenRegister,
): Promise<string[]> {
  const recoveryKey = newRecoveryKey();
  const { vaultId } = keyringOf(register);
  const keys = keysFor(register.keysByGeneration, true);
  const slot = makeRecoverySlot({ id: context.ports.ids.next(), vaultId, keys }, recoveryKey);
  // First: should the program stop before it is typed back, the next unlock asks for a new one.
  await register.db
    .updateTable('register')
    .set({ recovery_confirmed: 0, ...changedNow(context) })
    .execute();
  await changeSlots(register, (slots) => [
    ...slots.filter((one) => (one.type === 'former' ? one.former.type : one.type) !== 'recovery'),
    slot,
  ]);
  register.unconfirmedRecoveryKey = recoveryKey;
  register.unconfirmedRecoveryParts = undefined;
  return recoveryKey;
}

/** Closes the file and overwrites the keys that this process holds. */
export async function closeRegister(context: CoreContext): Promise<void> {
  await stopTask(context);
  const { register } = context;
  if (register) await keepErased(context).catch(() => undefined);
  context.register = undefined;
  context.ports.registerOpened(null);
  if (!register) return;
  const head = await headOf(register.db).catch(() => undefined);
  await register.db.destroy();
  await noteClosed(register, head).catch(() => undefined);
  for (const { general, restricted } of register.keysByGeneration.values()) {
    general.fill(0);
    restricted?.fill(0);
  }
  register.privateKey?.fill(0);
}

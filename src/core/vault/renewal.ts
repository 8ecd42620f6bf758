/*
 * Renews the data keys, so that somebody who leaves cannot open the register with a copy of the keyring they
 * may have kept. The new keys are sealed to everybody else's public key, so nobody needs to be present. It
 * happens in an order in which every interruption leaves a register that opens: the keyring first gets both
 * keys, then the cases and the file take the new one, the file is opened with it and checked, and only then
 * the old one is dropped. What a copy made earlier shows, no renewal can take back.
 */
import { stat, statfs } from 'node:fs/promises';
import { ProcedureError } from '#api/errors.ts';
import type { Role } from '#domain/vault/role.ts';
import { type CoreContext, changedNow, type OpenRegister, registerOf } from '../context.ts';
import { changeKey, openDatabase } from '../database/open-database.ts';
import { newDataKeys } from './keyring.ts';
import { changeKeyring, fullKeys, keyringOf } from './keyring-changes.ts';
import {
  type DataKeys,
  isKeyPairSlot,
  type Renewal,
  type SealedKeys,
  type Slot,
} from './keyring-format.ts';
import { databasePath, removeFormerCopies } from './register-folder.ts';
import { renewAllCaseKeys } from './restricted.ts';
import { sealKeys } from './slots.ts';

const SPARE_BYTES = 1024 * 1024;

/** Whose access ends; `newRole` null means altogether. */
export interface Leaving {
  userId: string;
  slotId: string;
  newRole: Role | null;
}

function nextSlot(
  vaultId: string,
  slot: Slot,
  {
    leaving,
    generation,
    keys,
  }: { leaving: Leaving[]; generation: number; keys: Required<DataKeys> },
): Slot[] {
  const left = leaving.find((one) => one.slotId === slot.id);
  if (left?.newRole === null) return [];
  // Nothing can be sealed to a slot of the first kind; dropping it would lock somebody out.
  if (!isKeyPairSlot(slot)) throw new ProcedureError('keyring_outdated');
  if (slot.keys.length === 0) return [slot];
  const former: SealedKeys[] = left
    ? slot.keys.map((one) => ({ generation: one.generation, general: one.general }))
    : slot.keys;
  const holdsRestricted = former.some((one) => one.restricted !== undefined);
  const held = holdsRestricted ? keys : { general: keys.general };
  return [{ ...slot, keys: [...former, sealKeys(vaultId, slot, { generation, keys: held })] }];
}

async function beginRenewal(register: OpenRegister, leaving: Leaving[]): Promise<void> {
  const { vaultId, generation: former } = keyringOf(register);
  const generation = former + 1;
  const keys = newDataKeys();
  const renewal: Renewal = {
    generation,
    leaving: leaving.map(({ userId, newRole }) => ({ userId, newRole })),
  };
  await changeKeyring(register, (keyring) => ({
    ...keyring,
    renewal,
    slots: keyring.slots.flatMap((slot) => nextSlot(vaultId, slot, { leaving, generation, keys })),
  }));
  register.keysByGeneration = new Map([...register.keysByGeneration, [generation, keys]]);
}

async function applyToRows(context: CoreContext, { leaving }: Renewal): Promise<void> {
  await registerOf(context)
    .db.transaction()
    .execute(async (tx) => {
      const changed = changedNow(context);
      for (const { userId, newRole } of leaving) {
        const change =
          newRole === null ? { removed_at: changed.changed_at } : { role: newRole as Role };
        await tx
          .updateTable('user')
          .set({ ...change, ...changed })
          .where('id', '=', userId)
          .where('removed_at', 'is', null)
          .execute();
      }
      await renewAllCaseKeys(context, tx);
    });
}

/** The whole file under the new key, opened with it anew and checked. */
function takeNewKey(register: OpenRegister, keys: DataKeys): void {
  const path = databasePath(register.folder);
  if (!register.keys.general.equals(keys.general)) {
    const reopenWith = (key: Buffer) => {
      register.file.sqlite.close();
      register.file.sqlite = openDatabase(path, key);
    };
    try {
      changeKey(register.file.sqlite, keys.general);
    } catch {
      // The file is as it was, but this connection no longer reads it, nor says what went wrong.
      reopenWith(register.keys.general);
      throw new ProcedureError('disk_failed');
    }
    reopenWith(keys.general);
  }
  const [check] = register.file.sqlite
    .prepare('PRAGMA integrity_check(1)')
    .all<{ integrity_check: string }>();
  if (check?.integrity_check !== 'ok') throw new ProcedureError('register_damaged');
  register.keys = keys;
}

/** Every page is written once to the log and once to the file. Fails with `disk_full`. */
async function checkRoom({ folder }: OpenRegister): Promise<void> {
  const { size } = await stat(databasePath(folder));
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < size * 2 + SPARE_BYTES) throw new ProcedureError('disk_full');
}

/** Goes on where a renewal stopped, wherever that was. For coordinators. */
export async function finishRenewal(context: CoreContext): Promise<void> {
  const register = registerOf(context);
  const { renewal } = keyringOf(register);
  if (!renewal) return;
  const { generation } = renewal;
  const keys = fullKeys(register.keysByGeneration.get(generation));
  await checkRoom(register);
  await applyToRows(context, renewal);
  takeNewKey(register, keys);
  await changeKeyring(register, ({ renewal: _, ...keyring }) => ({
    ...keyring,
    generation,
    slots: keyring.slots.map((slot) =>
      isKeyPairSlot(slot)
        ? { ...slot, keys: slot.keys.filter((one) => one.generation === generation) }
        : slot,
    ),
  }));
  register.keysByGeneration = new Map([[generation, keys]]);
  await removeFormerCopies(register.folder);
}

/** Fails with `keyring_outdated` while somebody who stays has a slot of the first kind. */
export async function renewDataKeys(context: CoreContext, leaving: Leaving[]): Promise<void> {
  await finishRenewal(context);
  await checkRoom(registerOf(context));
  await beginRenewal(registerOf(context), leaving);
  await finishRenewal(context);
}

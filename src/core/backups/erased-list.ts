/*
 * Who was erased stays erased. The ids of erased people (random numbers, no names) stand in the register; so
 * that an older copy of it does not bring anybody back, they also lie sealed beside the register and beside its
 * copies, and a restored register takes them over and erases those people again when it is first opened
 * (GDPR, art. 17: a restore must not undo an erasure). What was erased after the last copy, on a computer that is
 * lost with everything on it, no file can know.
 */
import { readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from '@signalapp/sqlcipher';
import { z } from 'zod';
import { erasureManners } from '#domain/erasures/erasure.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { type ErasedPerson, eraseAgain, listErased } from '../erasures/erase-again.ts';
import { syncFolder, writeSynced } from '../vault/register-folder.ts';
import { deriveKey, seal, unseal } from '../vault/seal.ts';

const fileName = 'erased.bin';
const MAX_BYTES = 16 * 1024 * 1024;

const listSchema = z.array(
  z.strictObject({
    personId: z.uuid(),
    erasedAt: z.string().max(40),
    manner: z.enum(erasureManners),
  }),
);

/** Opens the list of one register. Unlike the data key it outlives the removal of a user, and is in every copy. */
interface ListKey {
  vaultId: string;
  key: Buffer;
}

export function listKeyOf(db: InstanceType<typeof Database>): ListKey {
  const secret = db.prepare('SELECT key FROM audit_secret').get<{ key: Uint8Array<ArrayBuffer> }>();
  const register = db.prepare('SELECT vault_id FROM register').get<{ vault_id: string }>();
  if (!secret || !register) throw new RangeError('not a register');
  return { vaultId: register.vault_id, key: deriveKey(secret.key, 'erased people') };
}

const boundTo = ({ vaultId }: ListKey) => `approdo erased people|${vaultId}`;

/** Nothing for a file that is missing, of another register or not as it was written. */
async function readList(path: string, list: ListKey): Promise<ErasedPerson[]> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile() || facts.size > MAX_BYTES) return [];
  const sealed = await readFile(path).catch(() => Buffer.alloc(0));
  const plain = unseal(list.key, sealed, boundTo(list));
  const parsed = listSchema.safeParse(plain && JSON.parse(plain.toString('utf8')));
  return parsed.success ? parsed.data : [];
}

/** Beside it and then over it: at every moment there is a whole one. */
async function writeList(path: string, list: ListKey, people: ErasedPerson[]): Promise<void> {
  const plain = Buffer.from(JSON.stringify(people), 'utf8');
  const fresh = `${path}.new`;
  await writeSynced(fresh, seal(list.key, plain, boundTo(list)));
  await rename(fresh, path);
  await syncFolder(dirname(path));
}

function union(...lists: (readonly ErasedPerson[])[]): ErasedPerson[] {
  const all = new Map(lists.flat().map((one) => [one.personId, one]));
  return [...all.values()].sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

/** Brings the file up to what is known, and leaves it alone when it is. */
async function bringUpToDate(
  path: string,
  list: ListKey,
  known: readonly ErasedPerson[],
): Promise<void> {
  const before = await readList(path, list);
  const after = union(before, known);
  if (after.length > before.length) await writeList(path, list, after);
}

/** Beside the copies of this register; copies of others may lie in the same folder. */
const besideCopies = (place: string, tag: string) => join(place, `erased-${tag}.bin`);

/** After a copy: whoever finds only the stick knows who must not come back. */
export async function keepErasedBesideCopies(
  context: CoreContext,
  { place, tag }: { place: string; tag: string },
): Promise<void> {
  const { db, file } = registerOf(context);
  await bringUpToDate(besideCopies(place, tag), listKeyOf(file.sqlite), await listErased(db));
}

/** At every unlock and closing: the file beside the register says what the register says, and the other way round. */
export async function keepErased(context: CoreContext): Promise<void> {
  const { db, file, folder } = registerOf(context);
  const list = listKeyOf(file.sqlite);
  const path = join(folder, fileName);
  const inRegister = await listErased(db);
  const known = new Set(inRegister.map(({ personId }) => personId));
  const missing = (await readList(path, list)).filter(({ personId }) => !known.has(personId));
  if (missing.length > 0) await eraseAgain(context, missing);
  await bringUpToDate(path, list, inRegister);
}

/** For a register being restored: what the other lists know of it. `copy` is the path of the copy. */
export async function carryErased(
  into: string,
  list: ListKey,
  { copy, tag, beside }: { copy: string; tag: string; beside: string | undefined },
): Promise<void> {
  const sources = [
    besideCopies(dirname(copy), tag),
    ...(beside === undefined ? [] : [join(beside, fileName)]),
  ];
  const lists = await Promise.all(sources.map((source) => readList(source, list)));
  const people = union(...lists);
  if (people.length > 0) await writeList(join(into, fileName), list, people);
}

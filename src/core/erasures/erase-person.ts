/*
 * Takes a person out of the register (Art. 17 GDPR): every row that hangs from them, in one transaction, with
 * what others were typing about them, what merges keep of them, and their whole name and numbers in other
 * people's files. What stays is their id with the day, so that an older backup cannot bring them back, and
 * sums for counting. The audit log keeps ids and nothing else, as it must.
 */
import { sql } from 'kysely';
import type { ErasureManner } from '#domain/erasures/erasure.ts';
import { removeLeftovers } from '../attachments/leftovers.ts';
import { type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { Snapshot } from '../duplicates/snapshot.ts';
import { keepCount } from '../reports/counted-files.ts';
import { forgetRemovals } from '../undo-removal.ts';
import { removeFormerCopies } from '../vault/register-folder.ts';
import { crossOutElsewhere, crossOutSealed } from './cross-out.ts';
import { type Identity, identityOf, wordsOfNobody } from './identity-of-person.ts';
import { lookForTraces } from './look-for-traces.ts';
import { byKind } from './removed-kinds.ts';
import { rowsOfPerson } from './rows-of-person.ts';
import type { SealedText } from './sealed-texts.ts';

/** What anybody was typing about the person, also in forms that are not of one person. */
async function removeDrafts(tx: Db, personId: string, ids: ReadonlySet<string>): Promise<number> {
  const all = JSON.stringify([...ids]);
  const { rows } = await sql<{ form: string }>`
    DELETE FROM draft WHERE person_id = ${personId}
      OR EXISTS (SELECT 1 FROM json_each(${all})
        WHERE instr(draft.subject_id, value) > 0 OR instr(draft.content, value) > 0)
    RETURNING form`.execute(tx);
  return rows.length;
}

interface KeptMerge {
  merged: Snapshot;
  kept: Snapshot;
}

/** Merges of others remember rows that name the person: they could not be written back anyway. */
async function forgetInMerges(tx: Db, personId: string): Promise<void> {
  const rows = await tx
    .selectFrom('person_merge')
    .select(['id', 'snapshot', 'moved'])
    .where((eb) =>
      eb.or([
        sql<boolean>`instr(snapshot, ${personId}) > 0`,
        sql<boolean>`instr(moved, ${personId}) > 0`,
      ]),
    )
    .execute();
  const mentions = (value: unknown) => JSON.stringify(value).includes(personId);
  const without = (snapshot: Snapshot): Snapshot =>
    snapshot.map(({ table, rows: kept }) => ({
      table,
      rows: kept.filter((row) => !mentions(row)),
    }));
  for (const row of rows) {
    const { merged, kept } = JSON.parse(row.snapshot) as KeptMerge;
    const moved = (JSON.parse(row.moved) as unknown[]).filter((one) => !mentions(one));
    await tx
      .updateTable('person_merge')
      .set({
        snapshot: JSON.stringify({ merged: without(merged), kept: without(kept) }),
        moved: JSON.stringify(moved),
      })
      .where('id', '=', row.id)
      .execute();
  }
}

/** The person, and the records that were made one with theirs: a backup may hold them apart. */
async function idsToRemember(tx: Db, personId: string): Promise<string[]> {
  const merged = await tx
    .selectFrom('person_merge')
    .select('merged_id')
    .where('kept_id', '=', personId)
    .execute();
  return [personId, ...merged.map((row) => row.merged_id)];
}

export async function rememberErased(
  tx: Db,
  erased: { personId: string; erasedAt: string; manner: ErasureManner },
): Promise<void> {
  await tx
    .insertInto('erased_person')
    .values({ person_id: erased.personId, erased_at: erased.erasedAt, manner: erased.manner })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute();
}

export interface Removal {
  /** Rows by kind. */
  removed: Record<string, number>;
  identity: Identity;
}

/**
 * Inside a transaction; `sealed`: what other people's case keys opened before it. Call `cleanFile` when it is committed: until then the
 * disk still holds the rows.
 */
export async function erasePerson(
  context: CoreContext,
  tx: Db,
  {
    personId,
    manner,
    sealed = [],
  }: { personId: string; manner: ErasureManner; sealed?: readonly SealedText[] },
): Promise<Removal> {
  const identity = await identityOf(tx, personId);
  const { counts, ids } = await rowsOfPerson(tx, personId);
  const today = context.ports.clock.today();
  await keepCount(tx, personId, { manner, today });
  const remembered = await idsToRemember(tx, personId);
  counts.set('draft', await removeDrafts(tx, personId, ids));
  await tx.deleteFrom('person').where('id', '=', personId).execute();
  await forgetInMerges(tx, personId);
  const covered =
    (await crossOutElsewhere(tx, identity.unique)) +
    (await crossOutSealed(context, tx, { sealed, texts: identity.unique }));
  const erasedAt = context.ports.clock.now().toISOString();
  for (const id of remembered) await rememberErased(tx, { personId: id, erasedAt, manner });
  return {
    removed: { ...byKind(counts), ...(covered > 0 ? { mentions: covered } : {}) },
    identity,
  };
}

interface NewErasure {
  id: string;
  manner: ErasureManner;
  ground: string;
  proposedBy: string;
  removed: Record<string, number>;
}

/** The line the certificate is printed from, in the same transaction. */
export async function keepErasure(context: CoreContext, tx: Db, erasure: NewErasure) {
  const { user } = registerOf(context);
  await tx
    .insertInto('erasure')
    .values({
      id: erasure.id,
      manner: erasure.manner,
      ground: erasure.ground,
      done_on: context.ports.clock.today(),
      proposed_by: erasure.proposedBy,
      confirmed_by: user.id,
      removed: JSON.stringify(erasure.removed),
      is_cleaned: 0,
      searched_words: null,
      found_places: null,
      ...changedNow(context),
    })
    .execute();
}

/**
 * Writes the file anew without what was removed, and removes the files, copies and memories beside it. Fails
 * as a full disk does; then it is done again at the next unlock.
 */
export async function cleanFile(register: { db: Db; folder: string }): Promise<void> {
  const { db, folder } = register;
  forgetRemovals(db);
  await removeLeftovers(register);
  await removeFormerCopies(folder);
  await sql`VACUUM`.execute(db);
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  await db.updateTable('erasure').set({ is_cleaned: 1 }).where('is_cleaned', '=', 0).execute();
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}

/** At unlock: what a power cut or a full disk left half done. */
export async function finishErasures(register: { db: Db; folder: string }): Promise<void> {
  const row = await register.db
    .selectFrom('erasure')
    .select('id')
    .where('is_cleaned', '=', 0)
    .limit(1)
    .executeTakeFirst();
  if (row) await cleanFile(register).catch(() => undefined);
}

/** Looks for what is left and notes it for the certificate. */
export async function noteTraces(db: Db, erasureId: string, identity: Identity): Promise<void> {
  const texts = [...identity.unique, ...(await wordsOfNobody(db, identity.words))];
  const { searchedWords, places } = await lookForTraces(db, texts);
  await db
    .updateTable('erasure')
    .set({ searched_words: searchedWords, found_places: JSON.stringify(places) })
    .where('id', '=', erasureId)
    .execute();
}

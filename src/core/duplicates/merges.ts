/*
 * Two records of one person made one. Everything done for the one goes over to the other, so that both
 * histories are read together; the record that is no longer shown is kept whole beside the merge, so that a
 * mistake can be undone exactly, months later, without anybody retyping anything.
 */
import { sql } from 'kysely';
import type { Merge } from '#api/duplicates.ts';
import { ProcedureError } from '#api/errors.ts';
import { listedName } from '#domain/names/person-name.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { indexPerson } from '../people/findable-people.ts';
import { rowsOfPerson } from '../people/person-rows.ts';
import { refreshLegalStatus, refreshReception } from '../people/present-rows.ts';
import { getCaseFile, getDetails } from '../people/queries.ts';
import { writeLists } from '../people/register-person.ts';
import { checkCodes } from '../resources/check-codes.ts';
import { type MovedRow, moveBack, moveRows, type Reference, referencesTo } from './move-rows.ts';
import { type Snapshot, takeSnapshot, writeSnapshot } from './snapshot.ts';

/** Written anew from the chosen details. */
const RECORD_TABLES = ['person_name', 'person_nationality', 'person_language'];
/** Computed from the rest. */
const DERIVED_TABLES = ['person_line', 'person_word'];
/** Belong to a record, not to a person: they are kept with the one that is no longer shown. */
const STAYING_TABLES = ['case_file', 'not_same_person', 'person_merge'];
/** Sealed for the person they stand with; nobody who has any is merged away. */
const SEALED_TABLES = ['protected_case', 'protected_note', 'protected_note_version'];

const NOT_MOVED = [...RECORD_TABLES, ...DERIVED_TABLES, ...STAYING_TABLES, ...SEALED_TABLES];

/** What a record consists of, in an order in which it can be written. */
const OWN_PLACES: Reference[] = [
  { table: 'person', column: 'id' },
  { table: 'case_file', column: 'person_id' },
  ...RECORD_TABLES.map((table) => ({ table, column: 'person_id' })),
];

interface Before {
  merged: Snapshot;
  kept: Snapshot;
}

interface WantedMerge {
  keptId: string;
  keptRevision: number;
  mergedId: string;
  mergedRevision: number;
  details: PersonDetails;
}

async function checkRevision(tx: Db, id: string, revision: number): Promise<void> {
  const row = await tx
    .selectFrom('person')
    .select('revision')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  if (row.revision !== revision) throw new ProcedureError('changed_meanwhile');
}

async function refuseSealed(tx: Db, references: Reference[], mergedId: string): Promise<void> {
  const sealed = references.filter(({ table }) => SEALED_TABLES.includes(table));
  if ((await takeSnapshot(tx, sealed, mergedId)).length > 0) {
    throw new ProcedureError('merge_protected');
  }
}

/** The kept case file began with the first of the two, and is open if either is. */
async function joinCaseFiles(tx: Db, keptId: string, mergedId: string): Promise<void> {
  const merged = await getCaseFile(tx, mergedId);
  const own = await getCaseFile(tx, keptId);
  const isReopened = own.closedOn !== undefined && merged.closedOn === undefined;
  await tx
    .updateTable('case_file')
    .set({
      opened_on: merged.openedOn < own.openedOn ? merged.openedOn : own.openedOn,
      ...(isReopened ? { closed_on: null, closure_reason: null } : {}),
    })
    .where('person_id', '=', keptId)
    .execute();
}

/** Everything that refers to the merged person or to their case file, taken to the kept one. */
async function takeOver(tx: Db, keptId: string, mergedId: string): Promise<MovedRow[]> {
  const ofPerson = (await referencesTo(tx, 'person')).filter(
    ({ table }) => !NOT_MOVED.includes(table),
  );
  const moved = await moveRows(tx, ofPerson, { from: mergedId, to: keptId });
  const [from, to] = [await getCaseFile(tx, mergedId), await getCaseFile(tx, keptId)];
  const ofCase = await referencesTo(tx, 'case_file');
  return [...moved, ...(await moveRows(tx, ofCase, { from: from.id, to: to.id }))];
}

async function refresh(tx: Db, id: string, today: string): Promise<void> {
  await refreshLegalStatus(tx, id, today);
  await refreshReception(tx, id);
  await indexPerson(tx, id);
}

async function mergeRows(
  context: CoreContext,
  tx: Db,
  { keptId, keptRevision, mergedId, details }: WantedMerge,
): Promise<string> {
  const today = context.ports.clock.today();
  const references = await referencesTo(tx, 'person');
  await refuseSealed(tx, references, mergedId);
  const mergedName = (await getDetails(tx, mergedId, today)).names[0];
  const { number } = await getCaseFile(tx, mergedId);
  const keptBefore = await takeSnapshot(tx, OWN_PLACES, keptId);
  const moved = await takeOver(tx, keptId, mergedId);
  await joinCaseFiles(tx, keptId, mergedId);
  const left = references.filter(
    ({ table }) =>
      !DERIVED_TABLES.includes(table) && !OWN_PLACES.some((one) => one.table === table),
  );
  const before: Before = {
    merged: await takeSnapshot(tx, [...OWN_PLACES, ...left], mergedId),
    kept: keptBefore,
  };
  await tx.deleteFrom('person').where('id', '=', mergedId).execute();
  const rows = rowsOfPerson(keptId, details);
  await tx
    .updateTable('person')
    .set({ ...rows.person, revision: keptRevision + 1, ...changedNow(context) })
    .where('id', '=', keptId)
    .execute();
  await writeLists(tx, keptId, rows);
  const id = context.ports.ids.next();
  await tx
    .insertInto('person_merge')
    .values({
      id,
      kept_id: keptId,
      merged_id: mergedId,
      merged_name: mergedName ? listedName(mergedName) : '',
      merged_case_number: number,
      kept_revision: keptRevision + 1,
      snapshot: JSON.stringify(before),
      moved: JSON.stringify(moved),
      ...changedNow(context),
    })
    .execute();
  await refresh(tx, keptId, today);
  return id;
}

/** Fails with `not_found`, `changed_meanwhile`, `merge_with_self` and `merge_protected`. */
export async function createMerge(context: CoreContext, wanted: WantedMerge) {
  if (wanted.keptId === wanted.mergedId) throw new ProcedureError('merge_with_self');
  checkCodes(context.resources, wanted.details);
  const id = await registerOf(context)
    .db.transaction()
    .execute(async (tx) => {
      await checkRevision(tx, wanted.keptId, wanted.keptRevision);
      await checkRevision(tx, wanted.mergedId, wanted.mergedRevision);
      return mergeRows(context, tx, wanted);
    });
  announceChange(context, 'people');
  return { id };
}

/** Newest first. */
export async function listMerges(context: CoreContext): Promise<{ items: Merge[] }> {
  const rows = await registerOf(context)
    .db.selectFrom('person_merge')
    .innerJoin('person_line', 'person_line.person_id', 'person_merge.kept_id')
    .leftJoin('user', 'user.id', 'person_merge.changed_by')
    .select([
      'person_merge.id',
      'kept_id',
      'listed_name',
      'merged_name',
      'merged_case_number',
      'person_merge.changed_at',
      'user.name as changed_by_name',
    ])
    .orderBy('person_merge.id', 'desc')
    .limit(200)
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      keptId: row.kept_id,
      keptName: row.listed_name,
      mergedName: row.merged_name,
      mergedCaseNumber: row.merged_case_number,
      changedAt: row.changed_at,
      changedBy: row.changed_by_name ?? '',
    })),
  };
}

/** The kept record as it was, unless somebody has worked on it since the merge. */
async function restoreKept(tx: Db, keptId: string, before: Snapshot, mergeRevision: number) {
  const { revision } = await tx
    .selectFrom('person')
    .select('revision')
    .where('id', '=', keptId)
    .executeTakeFirstOrThrow();
  if (revision !== mergeRevision) return true;
  for (const { table, rows } of before) {
    if (RECORD_TABLES.includes(table)) continue;
    // The row itself stays, since others hang from it; only what it says goes back.
    for (const { id, ...row } of rows) {
      const cells = table === 'person' ? { ...row, revision: revision + 1 } : row;
      const set = Object.entries(cells).map(([column, cell]) => sql`${sql.ref(column)} = ${cell}`);
      await sql`UPDATE ${sql.table(table)} SET ${sql.join(set)} WHERE id = ${id}`.execute(tx);
    }
  }
  for (const table of RECORD_TABLES) {
    await sql`DELETE FROM ${sql.table(table)} WHERE person_id = ${keptId}`.execute(tx);
  }
  await writeSnapshot(
    tx,
    before.filter(({ table }) => RECORD_TABLES.includes(table)),
  );
  return false;
}

/** Fails with `not_found` and, when the kept person has been merged with others since, `merge_not_last`. */
export async function undoMerge(context: CoreContext, { id }: { id: string }) {
  const today = context.ports.clock.today();
  const answer = await registerOf(context)
    .db.transaction()
    .execute(async (tx) => {
      const merge = await tx
        .selectFrom('person_merge')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      if (!merge) throw new ProcedureError('not_found');
      const { kept_id: keptId, merged_id: mergedId } = merge;
      const later = await tx
        .selectFrom('person_merge')
        .select('id')
        .where('kept_id', '=', keptId)
        .where('id', '>', id)
        .executeTakeFirst();
      if (later) throw new ProcedureError('merge_not_last');
      const before = JSON.parse(merge.snapshot) as Before;
      await writeSnapshot(tx, before.merged);
      await moveBack(tx, JSON.parse(merge.moved) as MovedRow[]);
      const keptWasChanged = await restoreKept(tx, keptId, before.kept, merge.kept_revision);
      await tx.deleteFrom('person_merge').where('id', '=', id).execute();
      await refresh(tx, keptId, today);
      await refresh(tx, mergedId, today);
      return { keptId, mergedId, keptWasChanged };
    });
  announceChange(context, 'people');
  return answer;
}

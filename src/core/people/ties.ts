/*
 * Ties between two people are one row. Whoever did not record it sees the inverse relation; of what was said
 * about the other one only living together is true both ways, and saving from the far side keeps the rest.
 */
import { sql } from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import type { Household, Relation, Tie } from '#api/ties.ts';
import { inverseOf, type TieDetails, tieDetails } from '#domain/people/tie.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { TieTable } from '../database/tables/person-record-tables.ts';
import { birthOf } from './person-rows.ts';
import { getCaseFile } from './queries.ts';
import { cellsOf, detailsFrom, type SaveInput, touchPerson } from './record-rows.ts';

const isFromFarSide = (row: TieTable, personId: string) => row.person_id !== personId;

/** A tie as `personId` sees it. */
function seenBy(personId: string, row: TieTable): TieDetails {
  const stored = detailsFrom(tieDetails, row);
  if (!isFromFarSide(row, personId)) return stored;
  return {
    ...stored,
    kind: inverseOf(stored.kind),
    otherPersonId: row.person_id,
    place: stored.place === 'sameHousehold' ? 'sameHousehold' : 'unknown',
    life: 'unknown',
    // Whom to call is said of the one who said it.
    isEmergency: undefined,
  };
}

/** What is stored when the far side saves: the same tie, told back to front. */
function fromFarSide(row: TieTable, told: TieDetails): TieDetails {
  const stored = detailsFrom(tieDetails, row);
  const apart = stored.place === 'sameHousehold' ? 'unknown' : stored.place;
  return {
    ...told,
    kind: inverseOf(told.kind),
    otherPersonId: stored.otherPersonId,
    place: told.place === 'sameHousehold' ? 'sameHousehold' : apart,
    life: stored.life,
    isEmergency: stored.isEmergency,
  };
}

async function rowsOf(db: Db, personId: string): Promise<TieTable[]> {
  return db
    .selectFrom('tie')
    .selectAll()
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('other_person_id', '=', personId)]))
    .orderBy('id')
    .execute();
}

/** Every tie of a person, from their side. */
export async function getTies(db: Db, personId: string): Promise<TieDetails[]> {
  return (await rowsOf(db, personId)).map((row) => seenBy(personId, row));
}

async function relationsOf(db: Db, ids: string[]): Promise<Map<string, Relation>> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('person_line', 'person_line.person_id', 'person.id')
    .select([
      'person.id',
      'listed_name',
      'is_open',
      'birth_year',
      'birth_month',
      'birth_day',
      'birth_last_year',
      'birth_certainty',
    ])
    .where('person.id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute();
  return new Map(
    rows.map((row) => {
      const birth = birthOf(row);
      const { id: personId, listed_name: listedName } = row;
      return [
        personId,
        { personId, listedName, isOpen: row.is_open === 1, ...(birth ? { birth } : {}) },
      ];
    }),
  );
}

/** Everybody reached from a person by living together, without the person. */
async function housemates(db: Db, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE household (id) AS (
      SELECT ${personId}
      UNION
      SELECT CASE WHEN tie.person_id = household.id THEN tie.other_person_id ELSE tie.person_id END
      FROM tie JOIN household ON household.id IN (tie.person_id, tie.other_person_id)
      WHERE tie.place = 'sameHousehold' AND tie.other_person_id IS NOT NULL
    )
    SELECT id FROM household WHERE id <> ${personId}`.execute(db);
  return rows.map((row) => row.id);
}

const BIRTH_ORDER = (one: Relation) => one.birth?.year ?? 9999;

async function listTies(context: CoreContext, { personId }: { personId: string }) {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  const rows = await rowsOf(db, personId);
  const direct = rows.flatMap((row) => seenBy(personId, row).otherPersonId ?? []);
  const indirect = (await housemates(db, personId)).filter((id) => !direct.includes(id));
  const relations = await relationsOf(db, [...direct, ...indirect]);
  const items: Tie[] = rows.map((row) => {
    const details = seenBy(personId, row);
    const other = relations.get(details.otherPersonId ?? '');
    return {
      id: row.id,
      revision: row.revision,
      details,
      ...(other ? { other } : {}),
      changedAt: row.changed_at,
    };
  });
  const household = indirect.flatMap((id) => relations.get(id) ?? []);
  return { items, household: household.sort((a, b) => BIRTH_ORDER(a) - BIRTH_ORDER(b)) };
}

async function mustBeNew(tx: Db, personId: string, id: string, told: TieDetails): Promise<void> {
  if (told.otherPersonId === undefined) return;
  const same = (await rowsOf(tx, personId)).some((row) => {
    const seen = seenBy(personId, row);
    return row.id !== id && seen.kind === told.kind && seen.otherPersonId === told.otherPersonId;
  });
  if (same) throw new ProcedureError('tie_exists');
}

async function changeTie(
  tx: Db,
  context: CoreContext,
  { personId, id, revision, details }: Required<SaveInput<TieDetails>>,
): Promise<void> {
  const row = (await rowsOf(tx, personId)).find((one) => one.id === id);
  if (!row) throw new ProcedureError('not_found');
  if (row.revision !== revision) throw new ProcedureError('changed_meanwhile');
  const isFar = isFromFarSide(row, personId);
  // Told from the far side, a tie stays with the same two people.
  if (isFar && details.otherPersonId !== row.person_id) throw new ProcedureError('not_found');
  const stored = isFar ? fromFarSide(row, details) : details;
  await tx
    .updateTable('tie')
    .set({ ...cellsOf(tieDetails, stored), revision: row.revision + 1, ...changedNow(context) })
    .where('id', '=', row.id)
    .execute();
}

async function saveTie(context: CoreContext, input: SaveInput<TieDetails>) {
  const { personId, details, revision = 0 } = input;
  if (details.otherPersonId === personId) throw new ProcedureError('tie_with_self');
  const id = input.id ?? context.ports.ids.next();
  await registerOf(context)
    .db.transaction()
    .execute(async (tx) => {
      await getCaseFile(tx, personId);
      if (details.otherPersonId !== undefined) await getCaseFile(tx, details.otherPersonId);
      await mustBeNew(tx, personId, id, details);
      if (input.id !== undefined) {
        await changeTie(tx, context, { personId, id, revision, details });
      } else {
        const cells = cellsOf(tieDetails, details) as Omit<TieTable, 'id' | 'person_id'>;
        await tx
          .insertInto('tie')
          .values({ ...cells, id, person_id: personId, revision: 1, ...changedNow(context) })
          .execute();
      }
      await touchPerson(tx, context, personId);
    });
  announceChange(context, 'people');
  return { id, revision: revision + 1 };
}

async function removeTie(context: CoreContext, { id }: { id: string }) {
  const row = await registerOf(context)
    .db.deleteFrom('tie')
    .where('id', '=', id)
    .returning('person_id')
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  announceChange(context, 'people');
  return {};
}

/** Groups of people joined by living together, as lists of ids and names. */
function groupsOf(rows: Pick<TieTable, 'person_id' | 'other_person_id' | 'other_name'>[]) {
  const leaders = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let leader = id;
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) {
      leader = next;
    }
    return leader;
  };
  for (const { person_id, other_person_id } of rows) {
    if (other_person_id === null) continue;
    const [one, other] = [leaderOf(person_id), leaderOf(other_person_id)];
    if (one !== other) leaders.set(other, one);
  }
  const groups = new Map<string, { ids: Set<string>; named: Set<string> }>();
  for (const { person_id, other_person_id, other_name } of rows) {
    const leader = leaderOf(person_id);
    const group = groups.get(leader) ?? { ids: new Set(), named: new Set() };
    group.ids.add(person_id);
    if (other_person_id !== null) group.ids.add(other_person_id);
    if (other_name !== null) group.named.add(other_name);
    groups.set(leader, group);
  }
  return [...groups.values()];
}

async function listHouseholds(
  context: CoreContext,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: Household[]; total: number }> {
  const { db } = registerOf(context);
  const rows = await db
    .selectFrom('tie')
    .select(['person_id', 'other_person_id', 'other_name'])
    .where('place', '=', 'sameHousehold')
    .where('life', '<>', 'dead')
    .orderBy('id')
    .execute();
  const size = ({ ids, named }: { ids: Set<string>; named: Set<string> }) => ids.size + named.size;
  const groups = groupsOf(rows).sort((a, b) => b.ids.size - a.ids.size || size(b) - size(a));
  const page = groups.slice(offset, offset + limit);
  const relations = await relationsOf(
    db,
    page.flatMap(({ ids }) => [...ids]),
  );
  const items = page.map(({ ids, named }) => ({
    members: [...ids]
      .flatMap((id) => relations.get(id) ?? [])
      .sort((a, b) => BIRTH_ORDER(a) - BIRTH_ORDER(b)),
    named: [...named],
  }));
  return { items, total: groups.length };
}

export const tieHandlers = {
  'ties.list': listTies,
  'ties.save': saveTie,
  'ties.remove': removeTie,
  'households.list': listHouseholds,
};

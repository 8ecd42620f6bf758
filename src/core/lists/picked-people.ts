import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import { mostAssigned, mostExported, type Picked } from '#api/lists.ts';
import type { ListQuestion, PersonLine } from '#api/people.ts';
import type { Sorting } from '#domain/lists/list-column.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { linesOf } from '../people/person-lines.ts';
import { listPeople } from '../people/queries.ts';
import type { PersonId } from './filter.ts';
import { peopleQueryOf } from './list-as-asked.ts';

const isRestricted = (id: PersonId): RawBuilder<SqlBool> => sql`EXISTS (
  SELECT 1 FROM protected_case AS r WHERE r.person_id = ${id} AND r.is_restricted = 1)`;

/** Everybody the list holds, in its order. Fails with `list_too_long`. */
export async function everybodyListed(
  context: CoreContext,
  {
    list,
    sort,
    most,
    withoutRestricted = false,
  }: {
    list: ListQuestion;
    sort?: Sorting | undefined;
    most: number;
    withoutRestricted?: boolean;
  },
): Promise<PersonLine[]> {
  const wanted = await peopleQueryOf(context, list, sort);
  const { where } = wanted;
  const open = (id: PersonId): RawBuilder<SqlBool> =>
    sql`NOT ${isRestricted(id)} AND ${where ? where(id) : sql`1`}`;
  const page = await listPeople(registerOf(context).db, {
    ...wanted,
    where: withoutRestricted ? open : where,
    offset: 0,
    limit: most + 1,
    mostHits: most + 1,
  });
  if (page.items.length > most || page.hasMore) throw new ProcedureError('list_too_long', { most });
  return page.items;
}

/** The people who were picked. Fails with `list_changed` when the list holds others by now, or `not_found`. */
export async function pickedPeople(context: CoreContext, picked: Picked): Promise<PersonLine[]> {
  if ('list' in picked) {
    const people = await everybodyListed(context, { list: picked.list, most: mostAssigned });
    if (people.length !== picked.expected) throw new ProcedureError('list_changed');
    return people;
  }
  const ids = [...new Set(picked.personIds)];
  const hits = ids.map((person_id) => ({ person_id, matchedBy: 'none' as const }));
  const people = await linesOf(registerOf(context).db, hits);
  if (people.length !== ids.length) throw new ProcedureError('not_found');
  return people;
}

export async function checkPicked(
  context: CoreContext,
  { picked, purpose }: { picked: Picked; purpose: 'assign' | 'export' },
) {
  const people =
    purpose === 'export' && 'list' in picked
      ? await everybodyListed(context, { list: picked.list, most: mostExported })
      : await pickedPeople(context, picked);
  const ids = JSON.stringify(people.map(({ id }) => id));
  const { restricted } = await registerOf(context)
    .db.selectFrom('protected_case')
    .select((eb) => eb.fn.countAll<number>().as('restricted'))
    .where('is_restricted', '=', 1)
    .where('person_id', 'in', sql<string>`(SELECT value FROM json_each(${ids}))`)
    .executeTakeFirstOrThrow();
  const followed = people.filter(({ assignedTo }) => assignedTo !== undefined).length;
  return { total: people.length, followed, restricted };
}

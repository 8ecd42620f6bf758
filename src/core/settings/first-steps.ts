import { sql } from 'kysely';
import { type FirstStep, firstSteps } from '#domain/casework/first-steps.ts';
import type { Db } from '../context.ts';
import type { Tables } from '../database/tables.ts';
import { getAssociation } from './association.ts';

async function hasAny(db: Db, table: keyof Tables): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    select exists(select 1 from ${sql.table(table)}) as found`.execute(db);
  return rows[0]?.found === 1;
}

/** Which steps are done, in their order. */
export async function firstStepsDone(db: Db): Promise<FirstStep[]> {
  const { address, phone, email, pec } = await getAssociation(db);
  const { count } = await db
    .selectFrom('user')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  const isDone: Record<FirstStep, boolean> = {
    association: Boolean(address && (phone || email || pec)),
    letterhead: await hasAny(db, 'letterhead'),
    // Each was read back and opened before it was noted down.
    backup: await hasAny(db, 'backup'),
    team: count > 1,
    directory: await hasAny(db, 'organisation'),
    programme: await hasAny(db, 'programme'),
    person: await hasAny(db, 'person'),
    letter: await hasAny(db, 'letter'),
  };
  return firstSteps.filter((step) => isDone[step]);
}

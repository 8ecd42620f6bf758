import type { ReferralWay } from '#domain/referrals/referral.ts';
import { type CoreContext, changedNow, type Db } from '../context.ts';

/** The next free number of this year. Taken only together with `keepEntry`, inside one call. */
export async function nextNumber(
  context: CoreContext,
  db: Db,
): Promise<{ year: number; number: number }> {
  const year = Number(context.ports.clock.today().slice(0, 4));
  const row = await db
    .selectFrom('protocol_entry')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('year', '=', year)
    .executeTakeFirst();
  return { year, number: Number(row?.last ?? 0) + 1 };
}

export interface EntryToKeep {
  year: number;
  number: number;
  direction: 'in' | 'out';
  correspondent: string;
  subject: string;
  way?: ReferralWay | undefined;
  documentOn?: string | undefined;
  theirProtocol?: string | undefined;
  note?: string | undefined;
  organisationId?: string | undefined;
  personId?: string | undefined;
  letterId?: string | undefined;
  answersId?: string | undefined;
}

/** A line of the protocol, for good. The number is the one `nextNumber` gave in the same call. */
export async function keepEntry(context: CoreContext, tx: Db, entry: EntryToKeep): Promise<string> {
  const id = context.ports.ids.next();
  await tx
    .insertInto('protocol_entry')
    .values({
      id,
      year: entry.year,
      number: entry.number,
      direction: entry.direction,
      entered_on: context.ports.clock.today(),
      correspondent: entry.correspondent,
      subject: entry.subject,
      way: entry.way ?? null,
      document_on: entry.documentOn ?? null,
      their_protocol: entry.theirProtocol || null,
      note: entry.note || null,
      organisation_id: entry.organisationId ?? null,
      person_id: entry.personId ?? null,
      letter_id: entry.letterId ?? null,
      answers_id: entry.answersId ?? null,
      annulled_on: null,
      annulled_why: null,
      ...changedNow(context),
    })
    .execute();
  return id;
}

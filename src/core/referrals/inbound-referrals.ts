import { sql } from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import type { InboundReferral } from '#api/inbound-referrals.ts';
import { addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { InboundReferralDetails, InboundReply } from '#domain/referrals/inbound-referral.ts';
import { replyByFor } from '#domain/referrals/referral.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { InboundReferralTable } from '../database/tables/referral-tables.ts';
import { getOrganisation } from '../directory/organisations.ts';
import { hasOpenFile } from '../people/open-line.ts';
import { getCaseFile } from '../people/queries.ts';
import { keepForUndo, undoRemoval } from '../undo-removal.ts';

const YEARS_FOR_A_REPLY = 2;

type ReadRow = InboundReferralTable & {
  listed_name: string;
  organisation_name: string | null;
  recorder: string | null;
};

function replyOf(row: InboundReferralTable): { reply?: InboundReply } {
  if (row.replied_on === null || row.reply === null || row.reply_way === null) return {};
  return {
    reply: {
      on: row.replied_on,
      kind: row.reply,
      way: row.reply_way,
      ...(row.reply_words === null ? {} : { words: row.reply_words }),
    },
  };
}

function fromRow(row: ReadRow, today: CalendarDate): InboundReferral {
  return {
    id: row.id,
    revision: row.revision,
    personId: row.person_id,
    listedName: row.listed_name,
    senderName: row.organisation_name ?? row.sender ?? '',
    details: {
      ...(row.organisation_id === null ? {} : { organisationId: row.organisation_id }),
      ...(row.sender === null ? {} : { sender: row.sender }),
      receivedOn: row.received_on,
      way: row.way,
      ...(row.their_protocol === null ? {} : { theirProtocol: row.their_protocol }),
      request: row.request,
      urgency: row.urgency,
      replyBy: row.reply_by,
    },
    replyBy: row.reply_by,
    ...replyOf(row),
    recordedBy: row.recorder ?? '',
    isOverdue: row.replied_on === null && row.reply_by < today,
  };
}

interface Wanted {
  personId?: string | undefined;
  onlyToAnswer: boolean;
  offset: number;
  limit: number;
}

export async function listInboundReferrals(context: CoreContext, wanted: Wanted) {
  const { db } = registerOf(context);
  const { personId, onlyToAnswer, offset, limit } = wanted;
  const found = db
    .selectFrom('inbound_referral')
    .innerJoin('person_line', 'person_line.person_id', 'inbound_referral.person_id')
    .leftJoin('organisation', 'organisation.id', 'inbound_referral.organisation_id')
    .leftJoin('user', 'user.id', 'inbound_referral.recorded_by')
    .$if(personId !== undefined, (query) =>
      query.where('inbound_referral.person_id', '=', personId ?? ''),
    )
    .$if(onlyToAnswer, (query) => query.where('replied_on', 'is', null));
  const { total } = await found
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .selectAll('inbound_referral')
    .select(['listed_name', 'organisation.name as organisation_name', 'user.name as recorder'])
    .orderBy(sql`replied_on IS NOT NULL`)
    .orderBy(sql`iif(replied_on IS NULL, reply_by, NULL)`)
    .orderBy('replied_on', 'desc')
    .orderBy('inbound_referral.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const today = context.ports.clock.today();
  return { items: rows.map((row) => fromRow(row, today)), total };
}

async function rowFor(db: Db, id: string, revision?: number): Promise<InboundReferralTable> {
  const row = await db
    .selectFrom('inbound_referral')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  if (revision !== undefined && row.revision !== revision) {
    throw new ProcedureError('changed_meanwhile');
  }
  return row;
}

async function columnsOf(context: CoreContext, details: InboundReferralDetails) {
  const today = context.ports.clock.today();
  const { organisationId, receivedOn, urgency } = details;
  if (receivedOn > today) throw new ProcedureError('date_not_possible', { field: 'receivedOn' });
  const replyBy = details.replyBy ?? replyByFor(urgency, receivedOn);
  if (replyBy > addMonths(today, 12 * YEARS_FOR_A_REPLY)) {
    throw new ProcedureError('date_not_possible', { field: 'replyBy' });
  }
  if (organisationId !== undefined) await getOrganisation(registerOf(context).db, organisationId);
  return {
    organisation_id: organisationId ?? null,
    sender: details.sender ?? null,
    received_on: receivedOn,
    way: details.way,
    their_protocol: details.theirProtocol || null,
    request: details.request,
    urgency,
    reply_by: replyBy,
    ...changedNow(context),
  };
}

type Saving = { details: InboundReferralDetails } & (
  | { personId: string }
  | { id: string; revision: number }
);

export async function saveInboundReferral(context: CoreContext, saving: Saving) {
  const { db, user } = registerOf(context);
  const columns = await columnsOf(context, saving.details);
  if ('personId' in saving) {
    await getCaseFile(db, saving.personId);
    const id = context.ports.ids.next();
    await db
      .insertInto('inbound_referral')
      .values({ id, revision: 1, person_id: saving.personId, recorded_by: user.id, ...columns })
      .execute();
    announceChange(context, 'referrals');
    return { id };
  }
  const row = await rowFor(db, saving.id, saving.revision);
  if (row.replied_on !== null && row.replied_on < columns.received_on) {
    throw new ProcedureError('date_not_possible', { field: 'receivedOn' });
  }
  await db
    .updateTable('inbound_referral')
    .set({ revision: row.revision + 1, ...columns })
    .where('id', '=', row.id)
    .execute();
  announceChange(context, 'referrals');
  return { id: row.id };
}

export async function replyToInboundReferral(
  context: CoreContext,
  { id, revision, reply }: { id: string; revision: number; reply: InboundReply | null },
) {
  const { db } = registerOf(context);
  const row = await rowFor(db, id, revision);
  if (reply && (reply.on > context.ports.clock.today() || reply.on < row.received_on)) {
    throw new ProcedureError('date_not_possible', { field: 'on' });
  }
  await db
    .updateTable('inbound_referral')
    .set({
      revision: revision + 1,
      replied_on: reply?.on ?? null,
      reply: reply?.kind ?? null,
      reply_way: reply?.way ?? null,
      reply_words: reply?.words || null,
      ...changedNow(context),
    })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'referrals');
  return {};
}

export async function removeInboundReferral(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const row = await rowFor(db, id);
  await db.deleteFrom('inbound_referral').where('id', '=', id).execute();
  keepForUndo(context, id, async (tx) => {
    await getCaseFile(tx, row.person_id);
    await tx.insertInto('inbound_referral').values(row).execute();
  });
  announceChange(context, 'referrals');
  return {};
}

export async function restoreInboundReferral(context: CoreContext, { id }: { id: string }) {
  await undoRemoval(context, id);
  announceChange(context, 'referrals');
  return {};
}

/** Those of open files nobody has answered yet, earliest first. */
export function repliesOwed(db: Db, until: CalendarDate) {
  return db
    .selectFrom('inbound_referral')
    .innerJoin('person_line', 'person_line.person_id', 'inbound_referral.person_id')
    .leftJoin('organisation', 'organisation.id', 'inbound_referral.organisation_id')
    .select(['inbound_referral.id', 'inbound_referral.person_id', 'listed_name', 'reply_by'])
    .select(sql<string>`coalesce(organisation.name, sender)`.as('sender_name'))
    .where('replied_on', 'is', null)
    .where(hasOpenFile)
    .where('reply_by', '<=', until)
    .orderBy('reply_by')
    .limit(500)
    .execute();
}

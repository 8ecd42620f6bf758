/*
 * A proposal to erase a file, and who carries it out. See the rule of two in the domain; here it meets the
 * keyring, which alone says who can open the register as a coordinator.
 */
import { sql } from 'kysely';
import type { ErasureRequest } from '#api/erasures.ts';
import { ProcedureError } from '#api/errors.ts';
import { addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import {
  answerWithinMonths,
  confirmationBy,
  type ErasureGround,
  type ErasureManner,
  erasureGrounds,
} from '#domain/erasures/erasure.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { ErasureRequestTable } from '../database/tables/erasure-tables.ts';
import { getCaseFile } from '../people/queries.ts';
import { holdsInForce, refuseOnHold } from '../retention/legal-holds.ts';
import { stateOf } from '../users/user-slots.ts';
import { doorActions } from '../vault/register-condition.ts';
import { byKind } from './removed-kinds.ts';
import { rowsOfPerson } from './rows-of-person.ts';

/** Other coordinators who can open the register today. */
async function hasOtherCoordinators(context: CoreContext): Promise<boolean> {
  const register = registerOf(context);
  const rows = await register.db
    .selectFrom('user')
    .select('slot_id')
    .where('role', '=', 'coordinator')
    .where('removed_at', 'is', null)
    .where('id', '<>', register.user.id)
    .execute();
  return rows.some((row) => stateOf(register, row.slot_id) === 'active');
}

/** Days after `day`, today at the latest, on which somebody came in by the door. */
async function daysOpenedSince(context: CoreContext, day: CalendarDate): Promise<number> {
  const { db } = registerOf(context);
  const on = sql<string>`substr(at, 1, 10)`;
  const { days } = await db
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.count<number>(on).distinct().as('days'))
    .where('action', 'in', doorActions)
    .where(on, '>', day)
    .where(on, '<=', context.ports.clock.today())
    .executeTakeFirstOrThrow();
  return days;
}

export async function confirmationOf(
  context: CoreContext,
  request: Pick<ErasureRequestTable, 'proposed_by' | 'proposed_on'>,
) {
  const isProposer = request.proposed_by === registerOf(context).user.id;
  const hasOthers = isProposer && (await hasOtherCoordinators(context));
  return confirmationBy(
    { isProposer, hasOthers },
    {
      on: request.proposed_on,
      daysOpenedSince: await daysOpenedSince(context, request.proposed_on),
    },
    context.ports.clock.today(),
  );
}

const requests = (db: Db) =>
  db
    .selectFrom('erasure_request')
    .innerJoin('person_line', 'person_line.person_id', 'erasure_request.person_id')
    .innerJoin('case_file', 'case_file.person_id', 'erasure_request.person_id')
    .leftJoin('user', 'user.id', 'erasure_request.proposed_by')
    .selectAll('erasure_request')
    .select(['listed_name', 'number', 'user.name as proposer'])
    .orderBy('proposed_on')
    .orderBy('erasure_request.id');

type Row = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number];

async function standing(
  context: CoreContext,
  row: Row,
  isOnHold: boolean,
): Promise<Pick<ErasureRequest, 'confirmation' | 'possibleFrom' | 'daysMissing'>> {
  if (isOnHold) return { confirmation: 'onHold' };
  const answer = await confirmationOf(context, row);
  if (answer.may) return { confirmation: answer.needsPassphrase ? 'needsPassphrase' : 'ready' };
  if (answer.because === 'needsOther') return { confirmation: 'needsOther' };
  if (answer.because === 'tooFewDays') {
    return { confirmation: 'tooFewDays', daysMissing: answer.days };
  }
  return { confirmation: 'tooEarly', possibleFrom: answer.from };
}

async function requestFromRow(
  context: CoreContext,
  row: Row,
  held: ReadonlySet<string>,
): Promise<ErasureRequest> {
  const ground = erasureGrounds.find((one) => one === row.ground) ?? 'other';
  return {
    id: row.id,
    personId: row.person_id,
    listedName: row.listed_name,
    caseNumber: row.number,
    manner: row.manner,
    ground,
    ...(row.asked_on === null
      ? {}
      : { askedOn: row.asked_on, answerBy: addMonths(row.asked_on, answerWithinMonths) }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    proposedOn: row.proposed_on,
    proposedBy: row.proposer ?? '',
    ...(await standing(context, row, held.has(row.person_id))),
  };
}

/** Oldest first. */
export async function listRequests(
  context: CoreContext,
  personId?: string,
): Promise<ErasureRequest[]> {
  const { db } = registerOf(context);
  const rows = await requests(db)
    .$if(personId !== undefined, (query) =>
      query.where('erasure_request.person_id', '=', personId ?? ''),
    )
    .execute();
  const holds = await holdsInForce(db, context.ports.clock.today()).select('person_id').execute();
  const held = new Set(holds.map((hold) => hold.person_id));
  const items: ErasureRequest[] = [];
  for (const row of rows) items.push(await requestFromRow(context, row, held));
  return items;
}

export async function getErasure(context: CoreContext, { personId }: { personId: string }) {
  const { db } = registerOf(context);
  const { closedOn } = await getCaseFile(db, personId);
  const [request = null] = await listRequests(context, personId);
  return {
    request,
    wouldRemove: byKind((await rowsOfPerson(db, personId)).counts),
    isClosed: closedOn !== undefined,
  };
}

interface Proposal {
  personId: string;
  manner: ErasureManner;
  ground: ErasureGround;
  askedOn?: CalendarDate | undefined;
  reason?: string | undefined;
}

export async function startErasure(context: CoreContext, proposal: Proposal) {
  const { personId, manner, ground, askedOn, reason } = proposal;
  const { db, user } = registerOf(context);
  const today = context.ports.clock.today();
  const { closedOn } = await getCaseFile(db, personId);
  await refuseOnHold(db, personId, today);
  if (ground === 'periodOver' && closedOn === undefined) throw new ProcedureError('case_file_open');
  if (askedOn !== undefined && askedOn > today) throw new ProcedureError('not_yet_happened');
  if ((await listRequests(context, personId)).length > 0)
    throw new ProcedureError('erasure_exists');
  const id = context.ports.ids.next();
  await db
    .insertInto('erasure_request')
    .values({
      id,
      person_id: personId,
      manner,
      ground,
      asked_on: askedOn ?? null,
      reason: reason || null,
      proposed_on: today,
      proposed_by: user.id,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'erasures');
  return { id };
}

export async function withdrawErasure(context: CoreContext, { id }: { id: string }) {
  const { numDeletedRows } = await registerOf(context)
    .db.deleteFrom('erasure_request')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new ProcedureError('not_found');
  announceChange(context, 'erasures');
  return {};
}

import type { Erasure } from '#api/erasures.ts';
import { ProcedureError } from '#api/errors.ts';
import { keepErased } from '../backups/erased-list.ts';
import { announceChange, type CoreContext, type Db, registerOf } from '../context.ts';
import type { ErasureRequestTable } from '../database/tables/erasure-tables.ts';
import { refuseOnHold } from '../retention/legal-holds.ts';
import { openOwnSlot } from '../users/own-passphrase.ts';
import { cleanFile, erasePerson, keepErasure, noteTraces } from './erase-person.ts';
import { confirmationOf } from './erasure-requests.ts';
import { sealedTextsElsewhere } from './sealed-texts.ts';

const erasures = (db: Db) =>
  db
    .selectFrom('erasure')
    .leftJoin('user as proposer', 'proposer.id', 'erasure.proposed_by')
    .leftJoin('user as confirmer', 'confirmer.id', 'erasure.confirmed_by')
    .selectAll('erasure')
    .select(['proposer.name as proposer_name', 'confirmer.name as confirmer_name'])
    .orderBy('erasure.changed_at', 'desc')
    .orderBy('erasure.id', 'desc');

type Row = Awaited<ReturnType<ReturnType<typeof erasures>['execute']>>[number];

const countsFrom = (json: string) => JSON.parse(json) as Record<string, number>;

/** What was looked for and where it was still found. */
export function placesOf(row: { found_places: string | null }): Record<string, number> {
  return row.found_places === null ? {} : countsFrom(row.found_places);
}

function erasureFromRow(row: Row): Erasure {
  const isFound = Object.keys(placesOf(row)).length > 0;
  return {
    id: row.id,
    manner: row.manner,
    doneOn: row.done_on,
    proposedBy: row.proposer_name ?? '',
    confirmedBy: row.confirmer_name ?? '',
    removed: countsFrom(row.removed),
    check:
      row.found_places === null || row.is_cleaned === 0 ? 'cutShort' : isFound ? 'found' : 'clean',
  };
}

/** Newest first. */
export async function listErasures(db: Db): Promise<Erasure[]> {
  return (await erasures(db).limit(200).execute()).map(erasureFromRow);
}

/** Fails with `not_found`. */
export async function getErasureRow(db: Db, id: string): Promise<Row> {
  const row = await erasures(db).where('erasure.id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

async function checkMayConfirm(
  context: CoreContext,
  request: ErasureRequestTable,
  passphrase: string | undefined,
): Promise<void> {
  await refuseOnHold(registerOf(context).db, request.person_id, context.ports.clock.today());
  const answer = await confirmationOf(context, request);
  if (!answer.may) {
    if (answer.because === 'needsOther') throw new ProcedureError('erasure_not_alone');
    if (answer.because === 'tooFewDays') {
      throw new ProcedureError('erasure_too_few_days', { days: answer.days });
    }
    throw new ProcedureError('erasure_too_early', { from: answer.from });
  }
  if (answer.needsPassphrase) await openOwnSlot(context, passphrase ?? '');
}

/** In one transaction; then the file is written anew and looked through. */
export async function confirmErasure(
  context: CoreContext,
  { id, passphrase }: { id: string; passphrase?: string | undefined },
): Promise<Erasure> {
  const register = registerOf(context);
  const { db } = register;
  const request = await db
    .selectFrom('erasure_request')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!request) throw new ProcedureError('not_found');
  await checkMayConfirm(context, request, passphrase);
  const { manner, ground, person_id: personId, proposed_by: proposedBy } = request;
  const sealed = await sealedTextsElsewhere(context, personId);
  const { identity } = await db.transaction().execute(async (tx) => {
    const removal = await erasePerson(context, tx, { personId, manner, sealed });
    await keepErasure(context, tx, { id, manner, ground, proposedBy, removed: removal.removed });
    return removal;
  });
  try {
    await cleanFile(register);
    await noteTraces(db, id, identity);
  } catch (failure) {
    // The person is gone; what is left on the disk goes at the next unlock, and the certificate says so.
    context.ports.reportFailure('erasures.confirm', failure);
  }
  // Beside the register as well, so that no older copy of it brings them back. Tried again at closing.
  await keepErased(context).catch(() => undefined);
  for (const feature of ['people', 'erasures', 'retention']) announceChange(context, feature);
  return erasureFromRow(await getErasureRow(db, id));
}

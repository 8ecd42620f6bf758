import { ProcedureError } from '#api/errors.ts';
import type { MigrantAssociation } from '#domain/directory/migrant-association.ts';
import type { CoreContext, Db } from '../context.ts';
import { checkCode, checkCommunity } from '../resources/check-codes.ts';

/** Fails with `unknown_code`, `date_in_future`. */
export function checkAssociation(context: CoreContext, details: MigrantAssociation): void {
  const { resources } = context;
  checkCode(resources, 'memberBands', details.membersBand);
  checkCode(resources, 'associationForms', details.legalForm);
  checkCode(resources, 'associationReaches', details.reach);
  for (const field of details.fields) checkCode(resources, 'activityFields', field);
  for (const one of details.communities) checkCommunity(resources, one);
  const today = context.ports.clock.today();
  const isAhead = (details.registered?.on ?? '') > today;
  if (isAhead || (details.foundedIn ?? 0) > Number(today.slice(0, 4))) {
    throw new ProcedureError('date_in_future');
  }
}

/** There is one own entry: the other must give it up first. Fails with `ours_already`. */
export async function writeAssociation(
  tx: Db,
  id: string,
  details: MigrantAssociation | undefined,
): Promise<void> {
  await tx.deleteFrom('migrant_association').where('organisation_id', '=', id).execute();
  if (!details) return;
  if (details.isOurs) {
    const ours = await tx
      .selectFrom('migrant_association')
      .select('organisation_id')
      .where('is_ours', '=', 1)
      .executeTakeFirst();
    if (ours) throw new ProcedureError('ours_already');
  }
  const { foundedByMigrants: founded, members, board, registered } = details;
  await tx
    .insertInto('migrant_association')
    .values({
      organisation_id: id,
      founded_by_migrants: founded === undefined ? null : Number(founded),
      founded_in: details.foundedIn ?? null,
      members: members?.all ?? null,
      migrant_members: members?.migrants ?? null,
      members_band: details.membersBand ?? null,
      board: board?.all ?? null,
      migrant_board: board?.migrants ?? null,
      legal_form: details.legalForm ?? null,
      reach: details.reach ?? null,
      communities: JSON.stringify(details.communities),
      fields: JSON.stringify(details.fields),
      is_registered: Number(registered !== undefined),
      register_number: registered?.number || null,
      registered_on: registered?.on ?? null,
      is_ours: Number(details.isOurs),
    })
    .execute();
}

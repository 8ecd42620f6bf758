import type { Agreement } from '#api/network.ts';
import type { AgreementDetails } from '#domain/network/agreement.ts';
import { type CoreContext, changedNow, registerOf } from '../context.ts';
import { checkCode } from '../resources/check-codes.ts';
import { keepForUndo } from '../undo-removal.ts';
import {
  checkOrganisations,
  checkProgramme,
  idToSave,
  networkChanged,
  type OfProgramme,
  orNull,
  type Saved,
  told,
} from './rows.ts';

/** Those that end first come first; without an end last. */
export async function listAgreements(
  context: CoreContext,
  { programmeId, organisationId }: OfProgramme & { organisationId?: string | undefined },
): Promise<{ items: Agreement[] }> {
  const rows = await registerOf(context)
    .db.selectFrom('agreement')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .leftJoin('programme', 'programme.id', 'programme_id')
    .selectAll('agreement')
    .select((eb) => [
      'organisation.name as organisation_name',
      'programme.name as programme_name',
      eb
        .selectFrom('referral')
        .innerJoin('person', 'person.id', 'referral.person_id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('referral.organisation_id', '=', 'agreement.organisation_id')
        .whereRef('referral.opened_on', '>=', 'agreement.signed_on')
        .as('referrals'),
    ])
    .$if(programmeId !== undefined, (query) => query.where('programme_id', '=', programmeId ?? ''))
    .$if(organisationId !== undefined, (query) =>
      query.where('organisation_id', '=', organisationId ?? ''),
    )
    .orderBy((eb) => eb.fn.coalesce('expires_on', eb.val('9999')))
    .orderBy('signed_on')
    .orderBy('agreement.id')
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      organisationName: row.organisation_name,
      ...told('programmeName', row.programme_name),
      details: {
        organisationId: row.organisation_id,
        ...told('programmeId', row.programme_id),
        title: row.title,
        signedOn: row.signed_on,
        ...told('expiresOn', row.expires_on),
        services: JSON.parse(row.services),
        ...told('changed', row.changed),
      },
      referralsSince: row.referrals ?? 0,
    })),
  };
}

/** Fails with `not_found`, `unknown_code`. */
export async function saveAgreement(context: CoreContext, wanted: Saved<AgreementDetails>) {
  const { db } = registerOf(context);
  const { details } = wanted;
  await checkOrganisations(db, [details.organisationId]);
  await checkProgramme(db, details.programmeId);
  for (const service of details.services) checkCode(context.resources, 'serviceTypes', service);
  const id = await idToSave(context, 'agreement', wanted.id);
  const columns = {
    organisation_id: details.organisationId,
    programme_id: details.programmeId ?? null,
    title: details.title,
    signed_on: details.signedOn,
    expires_on: details.expiresOn ?? null,
    services: JSON.stringify(details.services),
    changed: orNull(details.changed),
    ...changedNow(context),
  };
  await db
    .insertInto('agreement')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  networkChanged(context);
  return { id };
}

export async function removeAgreement(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  await idToSave(context, 'agreement', id);
  const row = await db
    .deleteFrom('agreement')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  keepForUndo(context, id, (tx) => tx.insertInto('agreement').values(row).execute());
  networkChanged(context);
  return {};
}

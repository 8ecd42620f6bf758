import { ProcedureError } from '#api/errors.ts';
import { type OrganisationDetails, weekdays } from '#domain/directory/organisation.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { checkCode, checkLanguages } from '../resources/check-codes.ts';
import { checkAssociation, writeAssociation } from './save-association.ts';

type OrganisationToSave = OrganisationDetails & {
  id?: string | undefined;
  revision?: number | undefined;
  isVerified: boolean;
};

const orNull = (text: string | undefined) => text || null;

async function writeParts(tx: Db, id: string, details: OrganisationDetails): Promise<void> {
  const { contacts, openingHours, languages, services } = details;
  const tables = [
    'organisation_contact',
    'organisation_hours',
    'organisation_language',
    'organisation_service',
  ] as const;
  for (const table of tables) {
    await tx.deleteFrom(table).where('organisation_id', '=', id).execute();
  }
  for (const [position, contact] of contacts.entries()) {
    await tx
      .insertInto('organisation_contact')
      .values({
        organisation_id: id,
        position,
        name: contact.name,
        role: orNull(contact.role),
        phone: orNull(contact.phone),
        email: orNull(contact.email),
        pec: orNull(contact.pec),
        body: contact.body ?? null,
      })
      .execute();
  }
  for (const { weekday, hours } of openingHours) {
    const row = { organisation_id: id, weekday: weekdays.indexOf(weekday) + 1, hours };
    await tx.insertInto('organisation_hours').values(row).execute();
  }
  for (const language of languages) {
    const row = { organisation_id: id, language };
    await tx.insertInto('organisation_language').values(row).execute();
  }
  for (const service of services) {
    const row = { organisation_id: id, service };
    await tx.insertInto('organisation_service').values(row).execute();
  }
}

function columnsOf(context: CoreContext, details: OrganisationToSave) {
  const changed = changedNow(context);
  return {
    kind: details.kind,
    name: details.name,
    office: orNull(details.office),
    address: orNull(details.address),
    place: orNull(details.place),
    phone: orNull(details.phone),
    email: orNull(details.email),
    pec: orNull(details.pec),
    access_rules: orNull(details.accessRules),
    note: orNull(details.note),
    ...(details.isVerified
      ? { verified_on: context.ports.clock.today(), verified_by: changed.changed_by }
      : {}),
    ...changed,
  };
}

/** Fails with `unknown_code`, `not_found`, `changed_meanwhile`, or `ours_already` for a second own entry. */
export async function saveOrganisation(
  context: CoreContext,
  details: OrganisationToSave,
): Promise<{ id: string }> {
  checkCode(context.resources, 'organisationKinds', details.kind);
  checkLanguages(context.resources, details.languages);
  for (const service of details.services) checkCode(context.resources, 'serviceTypes', service);
  if (details.association) checkAssociation(context, details.association);
  const { db } = registerOf(context);
  const columns = columnsOf(context, details);
  const id = details.id ?? context.ports.ids.next();
  await db.transaction().execute(async (tx) => {
    if (details.id === undefined) {
      await tx
        .insertInto('organisation')
        .values({
          id,
          verified_on: null,
          verified_by: null,
          ...columns,
          revision: 1,
          is_archived: 0,
        })
        .execute();
    } else {
      await updateRow(tx, { id, revision: details.revision ?? 0 }, columns);
    }
    await writeParts(tx, id, details);
    await writeAssociation(tx, id, details.association);
  });
  announceChange(context, 'organisations');
  return { id };
}

async function updateRow(
  tx: Db,
  { id, revision }: { id: string; revision: number },
  columns: ReturnType<typeof columnsOf>,
): Promise<void> {
  const row = await tx
    .selectFrom('organisation')
    .select('revision')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  if (row.revision !== revision) throw new ProcedureError('changed_meanwhile');
  await tx
    .updateTable('organisation')
    .set({ ...columns, revision: revision + 1 })
    .where('id', '=', id)
    .execute();
}

import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { Handlers } from '#api/server.ts';
import type { Organisation, settingsProcedures } from '#api/settings.ts';
import { type AssociationDetails, associationDetails } from '#domain/casework/association.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { OrganisationTable } from '../database/tables/casework-tables.ts';
import { checkCode } from '../resources/check-codes.ts';

type SettingsHandlers = Handlers<Pick<VaultContract, keyof typeof settingsProcedures>, CoreContext>;

export async function getAssociation(db: Db): Promise<AssociationDetails> {
  const row = await db.selectFrom('register').select('association').executeTakeFirstOrThrow();
  return associationDetails.parse(JSON.parse(row.association));
}

function organisationFromRow(row: OrganisationTable): Organisation {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    ...(row.office === null ? {} : { office: row.office }),
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.pec === null ? {} : { pec: row.pec }),
  };
}

/** Fails with `not_found`. */
export async function getOrganisation(db: Db, id: string): Promise<Organisation> {
  const row = await db
    .selectFrom('organisation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return organisationFromRow(row);
}

async function saveOrganisation(
  context: CoreContext,
  { id: existing, ...details }: Omit<Organisation, 'id'> & { id?: string | undefined },
): Promise<{ id: string }> {
  checkCode(context.resources, 'organisationKinds', details.kind);
  const { db } = registerOf(context);
  if (existing !== undefined) await getOrganisation(db, existing);
  const id = existing ?? context.ports.ids.next();
  const values = {
    kind: details.kind,
    name: details.name,
    office: details.office || null,
    address: details.address || null,
    pec: details.pec || null,
    ...changedNow(context),
  };
  await db
    .insertInto('organisation')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
  announceChange(context, 'organisations');
  return { id };
}

export const settingsHandlers: SettingsHandlers = {
  'association.get': (context) => getAssociation(registerOf(context).db),
  'association.save': async (context, details) => {
    await registerOf(context)
      .db.updateTable('register')
      .set({ association: JSON.stringify(details), ...changedNow(context) })
      .execute();
    announceChange(context, 'association');
    return {};
  },
  'vocabularies.get': (context) => context.resources.vocabularies,
  'organisations.list': async (context) => {
    const rows = await registerOf(context)
      .db.selectFrom('organisation')
      .selectAll()
      .orderBy('kind')
      .orderBy('name')
      .execute();
    return { items: rows.map(organisationFromRow) };
  },
  'organisations.save': saveOrganisation,
};

import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import type { settingsProcedures } from '#api/settings.ts';
import { type AssociationDetails, associationDetails } from '#domain/casework/association.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';

type SettingsHandlers = Handlers<Pick<VaultContract, keyof typeof settingsProcedures>, CoreContext>;

export async function getAssociation(db: Db): Promise<AssociationDetails> {
  const row = await db.selectFrom('register').select('association').executeTakeFirstOrThrow();
  return associationDetails.parse(JSON.parse(row.association));
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
};

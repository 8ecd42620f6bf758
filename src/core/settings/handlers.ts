import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import type { settingsProcedures } from '#api/settings.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getAssociation } from './association.ts';
import { firstStepsDone } from './first-steps.ts';

type SettingsHandlers = Handlers<Pick<VaultContract, keyof typeof settingsProcedures>, CoreContext>;

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
  'firstSteps.get': async (context) => ({ done: await firstStepsDone(registerOf(context).db) }),
  'vocabularies.get': (context) => context.resources.vocabularies,
};

import type { VaultContract } from '#api/contract.ts';
import type { directoryProcedures } from '#api/directory.ts';
import { ProcedureError } from '#api/errors.ts';
import type { Handlers } from '#api/server.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { countReferralsTo, getOrganisation, listOrganisations } from './organisations.ts';
import { saveOrganisation } from './save-organisation.ts';

type DirectoryHandlers = Handlers<
  Pick<VaultContract, keyof typeof directoryProcedures>,
  CoreContext
>;

async function setColumns(
  context: CoreContext,
  id: string,
  columns: { is_archived: 0 | 1 } | { verified_on: string; verified_by: string },
) {
  const { numUpdatedRows } = await registerOf(context)
    .db.updateTable('organisation')
    .set({ ...columns, ...changedNow(context) })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new ProcedureError('not_found');
  announceChange(context, 'organisations');
  return {};
}

export const directoryHandlers: DirectoryHandlers = {
  'organisations.list': async (context, input) => ({
    items: await listOrganisations(registerOf(context).db, input),
  }),
  'organisations.get': async (context, { id }) => {
    const { db } = registerOf(context);
    return {
      organisation: await getOrganisation(db, id),
      referralCounts: await countReferralsTo(db, id),
    };
  },
  'organisations.save': saveOrganisation,
  'organisations.confirm': (context, { id }) =>
    setColumns(context, id, {
      verified_on: context.ports.clock.today(),
      verified_by: registerOf(context).user.id,
    }),
  'organisations.close': (context, { id }) => setColumns(context, id, { is_archived: 1 }),
  'organisations.reopen': (context, { id }) => setColumns(context, id, { is_archived: 0 }),
};

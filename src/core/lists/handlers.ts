import type { VaultContract } from '#api/contract.ts';
import type { listProcedures } from '#api/lists.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { assignPeople, undoAssignment } from './assign-people.ts';
import { exportList } from './export-list.ts';
import { checkPicked } from './picked-people.ts';
import { getLook, listViews, removeView, restoreView, saveLook, saveView } from './saved-views.ts';

type ListHandlers = Handlers<Pick<VaultContract, keyof typeof listProcedures>, CoreContext>;

export const listHandlers: ListHandlers = {
  'listLooks.get': getLook,
  'listLooks.save': saveLook,
  'views.list': listViews,
  'views.save': saveView,
  'views.remove': removeView,
  'views.restore': restoreView,
  'lists.check': checkPicked,
  'lists.export': exportList,
  // What is noted is the call itself.
  'lists.recordPrint': () => ({}),
  'assignments.create': assignPeople,
  'assignments.undo': undoAssignment,
};

import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import type { serviceProcedures } from '#api/services.ts';
import { seriesDays } from '../appointments/series-days.ts';
import type { CoreContext } from '../context.ts';
import {
  getService,
  listServices,
  removeService,
  restoreService,
  saveService,
} from './services.ts';
import {
  copySession,
  getSession,
  listSessions,
  removeSession,
  restoreSession,
  saveSession,
} from './sessions.ts';
import { suggestServices } from './suggest-services.ts';

type ServiceHandlers = Handlers<Pick<VaultContract, keyof typeof serviceProcedures>, CoreContext>;

async function repeatSession(
  context: CoreContext,
  { id, everyWeeks, until }: { id: string; everyWeeks: number; until: string },
) {
  const { details } = await getSession(context, { id });
  const recurrence = { unit: 'week', every: everyWeeks, until } as const;
  const days = seriesDays(details.heldOn, recurrence);
  return { added: await copySession(context, { id, days }) };
}

export const serviceHandlers: ServiceHandlers = {
  'services.list': listServices,
  'services.get': getService,
  'services.suggest': suggestServices,
  'services.save': saveService,
  'services.remove': removeService,
  'services.restore': restoreService,
  'sessions.list': listSessions,
  'sessions.get': getSession,
  'sessions.save': saveSession,
  'sessions.repeat': repeatSession,
  'sessions.remove': removeSession,
  'sessions.restore': restoreSession,
};

import type { VaultContract } from '#api/contract.ts';
import type { followUpProcedures } from '#api/follow-ups.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { listFollowUps, recordFollowUp } from './follow-ups.ts';

type FollowUpHandlers = Handlers<Pick<VaultContract, keyof typeof followUpProcedures>, CoreContext>;

export const followUpHandlers: FollowUpHandlers = {
  'followUps.list': listFollowUps,
  'followUps.record': recordFollowUp,
};

import type { VaultContract } from '#api/contract.ts';
import type { retentionProcedures } from '#api/retention.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { keepLonger, listFilesToReview } from './files-to-review.ts';
import { giveHold, listHolds, withdrawHold } from './legal-holds.ts';
import { listRetentionRules, saveRetentionRule } from './retention-rules.ts';

type RetentionHandlers = Handlers<
  Pick<VaultContract, keyof typeof retentionProcedures>,
  CoreContext
>;

export const retentionHandlers: RetentionHandlers = {
  'retention.list': listFilesToReview,
  'retention.record': keepLonger,
  'retentionRules.list': listRetentionRules,
  'retentionRules.save': saveRetentionRule,
  'legalHolds.list': listHolds,
  'legalHolds.give': giveHold,
  'legalHolds.withdraw': withdrawHold,
};

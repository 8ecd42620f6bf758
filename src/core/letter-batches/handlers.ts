import type { VaultContract } from '#api/contract.ts';
import type { letterBatchProcedures } from '#api/letter-batches.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { checkBatch, issueBatch, stopBatch } from './issue-batch.ts';
import { saveBatch } from './save-batch.ts';

type LetterBatchHandlers = Handlers<
  Pick<VaultContract, keyof typeof letterBatchProcedures>,
  CoreContext
>;

export const letterBatchHandlers: LetterBatchHandlers = {
  'letterBatches.check': checkBatch,
  'letterBatches.issue': issueBatch,
  'letterBatches.stop': stopBatch,
  'letterBatches.save': saveBatch,
};

import type { caseFileProcedures } from '#api/case-files.ts';
import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import {
  assignCaseFile,
  closeCaseFile,
  listWorkers,
  reopenCaseFile,
  transferCaseFile,
} from './case-file-steps.ts';

type CaseworkHandlers = Handlers<Pick<VaultContract, keyof typeof caseFileProcedures>, CoreContext>;

export const caseworkHandlers: CaseworkHandlers = {
  'workers.list': listWorkers,
  'caseFiles.assign': assignCaseFile,
  'caseFiles.transfer': transferCaseFile,
  'caseFiles.close': closeCaseFile,
  'caseFiles.reopen': reopenCaseFile,
};

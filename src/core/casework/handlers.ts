import type { caseworkProcedures } from '#api/casework.ts';
import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { closeCaseFile, reopenCaseFile } from './case-files.ts';
import { issueLetter, listLetters, listTemplates, recordReply } from './letters.ts';

type CaseworkHandlers = Handlers<Pick<VaultContract, keyof typeof caseworkProcedures>, CoreContext>;

export const caseworkHandlers: CaseworkHandlers = {
  'caseFiles.close': closeCaseFile,
  'caseFiles.reopen': reopenCaseFile,
  'letters.templates': listTemplates,
  'letters.list': listLetters,
  'letters.issue': issueLetter,
  'letters.recordReply': recordReply,
};

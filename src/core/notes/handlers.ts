import type { VaultContract } from '#api/contract.ts';
import type { notesProcedures } from '#api/notes.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import {
  grantCaseAccess,
  listCaseAccess,
  revokeCaseAccess,
  saveCaseAccess,
} from './case-access.ts';
import { getNote, listNotes, saveNote } from './notes.ts';

type NotesHandlers = Handlers<Pick<VaultContract, keyof typeof notesProcedures>, CoreContext>;

export const notesHandlers: NotesHandlers = {
  'notes.list': listNotes,
  'notes.get': getNote,
  'notes.save': saveNote,
  'caseAccess.list': listCaseAccess,
  'caseAccess.grant': grantCaseAccess,
  'caseAccess.revoke': revokeCaseAccess,
  'caseAccess.save': saveCaseAccess,
};

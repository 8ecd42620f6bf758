import type { VaultContract } from '#api/contract.ts';
import type { diaryProcedures } from '#api/diary.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { readDiary } from './read-diary.ts';

type DiaryHandlers = Handlers<Pick<VaultContract, keyof typeof diaryProcedures>, CoreContext>;

export const diaryHandlers: DiaryHandlers = { 'diary.list': readDiary };

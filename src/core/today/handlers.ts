import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import type { todayProcedures } from '#api/today.ts';
import type { CoreContext } from '../context.ts';
import { getToday } from './get-today.ts';

type TodayHandlers = Handlers<Pick<VaultContract, keyof typeof todayProcedures>, CoreContext>;

export const todayHandlers: TodayHandlers = { 'today.get': getToday };

import type { VaultContract } from '#api/contract.ts';
import type { deadlineProcedures } from '#api/deadlines.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { recordMark, withdrawMark } from './deadline-marks.ts';
import { listRules, saveRule } from './deadline-rules.ts';
import { listDeadlines } from './list-deadlines.ts';
import { listEvents, saveEvent, withdrawEvent } from './procedure-events.ts';
import { getTask, saveTask, withdrawTask } from './tasks.ts';

type DeadlineHandlers = Handlers<Pick<VaultContract, keyof typeof deadlineProcedures>, CoreContext>;

export const deadlineHandlers: DeadlineHandlers = {
  'deadlines.list': listDeadlines,
  'deadlineMarks.record': recordMark,
  'deadlineMarks.withdraw': withdrawMark,
  'procedureEvents.list': listEvents,
  'procedureEvents.save': saveEvent,
  'procedureEvents.withdraw': withdrawEvent,
  'tasks.get': getTask,
  'tasks.save': saveTask,
  'tasks.withdraw': withdrawTask,
  'deadlineRules.list': listRules,
  'deadlineRules.save': saveRule,
};

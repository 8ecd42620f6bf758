import { actionsOverdue } from './actions-overdue.ts';
import { activityFollowUps } from './activity-follow-ups.ts';
import { appointmentsToday } from './appointments-today.ts';
import { consentsDue } from './consents-due.ts';
import { deadlinesDue } from './deadlines-due.ts';
import { erasuresToConfirm } from './erasures-to-confirm.ts';
import { followUpsToAsk } from './follow-ups-due.ts';
import { networkDue } from './network-due.ts';
import { peopleGoneQuiet } from './people-gone-quiet.ts';
import { plansUnsigned } from './plans-unsigned.ts';
import { repliesAwaited } from './replies-awaited.ts';
import { repliesOwed } from './replies-owed.ts';
import { sessionsToday } from './sessions-today.ts';
import type { TodaySource } from './today-source.ts';

export const todaySources: readonly TodaySource[] = [
  deadlinesDue,
  appointmentsToday,
  sessionsToday,
  consentsDue,
  actionsOverdue,
  repliesAwaited,
  repliesOwed,
  plansUnsigned,
  followUpsToAsk,
  networkDue,
  activityFollowUps,
  peopleGoneQuiet,
  erasuresToConfirm,
];

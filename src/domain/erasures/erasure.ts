/*
 * Erasing a file or leaving only numbers of it, and who may decide. Art. 17 GDPR gives people the right to be
 * erased, Art. 5(1)(e) obliges the association when it needs the data no longer. Neither can be undone, so no
 * one person does it alone: one coordinator proposes and another confirms. Where there is only one, a week
 * passes, in which the register is opened on three days, and the passphrase is typed again, because an angry hour or a stolen evening must not be enough.
 */
import { addDays, type CalendarDate } from '../dates/calendar-date.ts';

/** `anonymise` leaves one nameless line for counting; `erase` leaves not even that, only sums. */
export const erasureManners = ['erase', 'anonymise'] as const;
export type ErasureManner = (typeof erasureManners)[number];

export const erasureGrounds = [
  'askedByPerson',
  'periodOver',
  'recordedByMistake',
  'other',
] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** Of one that was done again after an older copy of the register was put back. */
export const againGround = 'restoredCopy';

const waitingDays = 7;
/**
 * On so many days after the proposal somebody has to have come in: a clock set forward passes the week in a minute,
 * and brings one day.
 */
const openedDays = 3;

/** What the law gives the association for its answer (Art. 12(3) GDPR). */
export const answerWithinMonths = 1;

export type Confirmation =
  | { may: true; needsPassphrase: boolean }
  | { may: false; because: 'needsOther' }
  | { may: false; because: 'tooEarly'; from: CalendarDate }
  | { may: false; because: 'tooFewDays'; days: number };

/** Whether a coordinator may carry out a proposal today. `others`: coordinators who can open the register. */
export function confirmationBy(
  user: { isProposer: boolean; hasOthers: boolean },
  proposed: { on: CalendarDate; daysOpenedSince: number },
  today: CalendarDate,
): Confirmation {
  if (!user.isProposer) return { may: true, needsPassphrase: false };
  if (user.hasOthers) return { may: false, because: 'needsOther' };
  const from = addDays(proposed.on, waitingDays);
  if (today < from) return { may: false, because: 'tooEarly', from };
  const days = openedDays - proposed.daysOpenedSince;
  return days > 0
    ? { may: false, because: 'tooFewDays', days }
    : { may: true, needsPassphrase: true };
}

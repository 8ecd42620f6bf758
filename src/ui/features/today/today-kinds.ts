import {
  IconAlarm,
  IconArchive,
  IconCalendarDue,
  IconCalendarEvent,
  IconEraser,
  IconListCheck,
  IconMailForward,
  IconMailOff,
  IconMailQuestion,
  IconPhoneCall,
  IconSignature,
  IconUserCheck,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { TodayKind } from '#api/today.ts';

/** Where one goes to deal with it: a page of the person, or of the association when there is nobody. */
export const todayKinds = {
  deadline: { icon: IconCalendarDue, to: '/people/$personId' },
  ownDeadline: { icon: IconAlarm, to: '/people/$personId' },
  callBack: { icon: IconPhoneCall, to: '/people/$personId' },
  consentExpiring: { icon: IconUserCheck, to: '/people/$personId/consents' },
  consentSignAnew: { icon: IconUserCheck, to: '/people/$personId/consents' },
  consentFollowUp: { icon: IconUserCheck, to: '/people/$personId/consents' },
  actionOverdue: { icon: IconListCheck, to: '/people/$personId/plans' },
  planUnsigned: { icon: IconSignature, to: '/people/$personId/plans' },
  appointment: { icon: IconCalendarEvent, to: '/people/$personId' },
  replyOwed: { icon: IconMailQuestion, to: '/people/$personId/letters' },
  replyOverdue: { icon: IconMailQuestion, to: '/people/$personId/letters' },
  replyAwaited: { icon: IconMailForward, to: '/people/$personId/letters' },
  letterNotSent: { icon: IconMailForward, to: '/people/$personId/letters' },
  waitingList: { icon: IconMailQuestion, to: '/people/$personId/letters' },
  consentWithdrawn: { icon: IconMailOff, to: '/people/$personId/letters' },
  lostContact: { icon: IconUserQuestion, to: '/people/$personId' },
  erasureToConfirm: { icon: IconEraser, to: '/people/$personId/privacy' },
  filesToReview: { icon: IconArchive, to: '/people/$personId' },
} as const satisfies Record<TodayKind, { icon: unknown; to: string }>;

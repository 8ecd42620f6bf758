/*
 * What somebody was typing when the register locked, the program stopped or the battery ended. A draft belongs
 * to one user, one form and one subject, lies inside the encrypted register and is nobody else's to read: it
 * was not saved, so it is not yet something the association says about a person.
 */
import { z } from 'zod';

export const draftForms = [
  'person',
  'plan',
  'letter',
  'letterTemplate',
  'consent',
  'organisation',
  'need',
  'assessment',
  'planReview',
  'planProgress',
  'planSignature',
  'attachment',
  'record',
  'referral',
  'referralStep',
  'inboundReferral',
  'inboundReply',
  'service',
  'session',
  'appointment',
  'deadline',
  'deadlineRule',
  'caseStep',
  'withholding',
  'privacyNotice',
  'specificNeed',
  'note',
  'protocol',
  'programme',
  'enrolment',
  'followUp',
  'ledgerEntry',
  'traineeship',
  'communityMeeting',
  'undertaking',
  'benchmark',
  'pilot',
  'agreement',
  'associationProfile',
  'idea',
  'planSection',
  'loan',
  'firm',
  'mentorMeeting',
  'place',
  'match',
  'activity',
  'activityParticipant',
  'activityCounts',
  'mediaOutput',
  'fileDecision',
  'withdrawal',
  'view',
  'assignment',
  'association',
] as const;
export type DraftForm = (typeof draftForms)[number];

/** What these hold may harm somebody even inside the association: sealed so that only their writer opens them. */
export const sealedDraftForms: readonly DraftForm[] = ['specificNeed', 'note'];

/** Which form, about what: an id, or ids and codes joined by a colon; `new` where nothing exists yet. */
export const draftKey = z.strictObject({
  form: z.enum(draftForms),
  subjectId: z.string().regex(/^[A-Za-z0-9:-]{1,120}$/),
});
export type DraftKey = z.infer<typeof draftKey>;

export const maxDraftLength = 200_000;

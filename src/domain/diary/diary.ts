/** What the diary of a person is made of; each kind has one source in `src/core/diary/sources`. */
export const diaryKinds = [
  'service',
  'session',
  'appointment',
  'letter',
  'referral',
  'plan',
  'consent',
  'need',
  'document',
  'procedure',
  'deadline',
  'tie',
  'programme',
  'caseFile',
] as const;
export type DiaryKind = (typeof diaryKinds)[number];

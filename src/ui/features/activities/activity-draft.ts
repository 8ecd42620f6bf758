import { type ActivityDetails, activityDetails } from '#domain/activities/activity.ts';

export interface ActivityDraft
  extends Omit<ActivityDetails, 'kind' | 'from' | 'to' | 'volunteers'> {
  kind: string | undefined;
  from: string | undefined;
  to: string | undefined;
  volunteers: number | undefined;
}

export const newActivityDraft = (
  programmeId: string | undefined,
  workerId: string,
): ActivityDraft => ({
  kind: undefined,
  title: '',
  ...(programmeId ? { programmeId } : {}),
  from: undefined,
  to: undefined,
  partnerIds: [],
  workerId,
  volunteers: 0,
  bands: 'AMIF',
  isCancelled: false,
});

/** Undefined while kind, title or day are missing, or the days are the wrong way round. */
export function readActivityDraft(draft: ActivityDraft): ActivityDetails | undefined {
  // Most last a day: the last is asked only where it is another.
  const read = activityDetails.safeParse({
    ...draft,
    to: draft.to ?? draft.from,
    volunteers: draft.volunteers ?? 0,
  });
  return read.success ? read.data : undefined;
}

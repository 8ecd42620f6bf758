import { everyRoute } from '../../support/addresses.ts';
import type { RunningApprodo } from './launch.ts';
import { dataOf } from './register.ts';

/** Things of the register that addresses name. */
interface Named {
  personId: string;
  otherId: string;
  planId: string;
  assessmentId: string;
  organisationId: string;
  sessionId: string;
  programmeId: string;
  enrolmentId: string;
  releaseId: string;
  topicId: string;
  activityId: string;
}

/** Every address the program has, with these ids in them. */
export function everyAddress(named: Named): string[] {
  return everyRoute().map((path) =>
    path.replace(/\$(\w+)/g, (_, name: string) => {
      const id = named[name as keyof Named];
      if (!id) throw new Error(`no ${name} for ${path}`);
      return id;
    }),
  );
}

interface Items {
  items: { id: string }[];
}

/** Ids for the addresses, of somebody about whom there is something on every page. */
export async function namedThings(approdo: RunningApprodo): Promise<Named> {
  const first = async (name: string, input: unknown = {}) =>
    (await dataOf<Items>(approdo, name, input)).items[0]?.id ?? '';
  const { items: people } = await dataOf<Items>(approdo, 'people.list', { showClosed: true });
  const named = { personId: '', planId: '', assessmentId: '' };
  for (const { id: personId } of people) {
    const planId = await first('plans.list', { personId });
    const assessmentId = await first('assessments.list', { personId });
    if (planId && assessmentId) Object.assign(named, { personId, planId, assessmentId });
  }
  return {
    ...named,
    otherId: people.find(({ id }) => id !== named.personId)?.id ?? '',
    organisationId: await first('organisations.list'),
    sessionId: await first('sessions.list'),
    programmeId: await first('programmes.list'),
    enrolmentId: await first('enrolments.list'),
    releaseId: await first('releases.list'),
    topicId: 'letter',
    activityId: await first('activities.list'),
  };
}

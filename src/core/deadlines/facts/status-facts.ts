import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import { among, type FactSource, within } from '../fact-source.ts';

const PROTECTION = ['refugee', 'subsidiary', 'special', 'stateless'];

/**
 * Periods of legal status: a refusal that was notified starts the term of the appeal, a recognition the years
 * towards citizenship. The printed term of a refusal is not kept there, so the cautious one counts.
 */
export const statusFacts: FactSource = {
  kinds: ['decisionNotified', 'statusGranted'],

  async ofPeople(db, personIds) {
    const rows = await db
      .selectFrom('legal_status_period')
      .select(['id', 'person_id', 'status', 'from_on', 'decision', 'decided_on', 'notified_on'])
      .where('person_id', 'in', among(personIds))
      .execute();
    return rows.flatMap((row) => {
      const facts: Fact[] = [];
      if (row.decision === 'refused' && row.notified_on) {
        facts.push({ kind: 'decisionNotified', on: row.notified_on, source: row.id });
      }
      const grantedOn = row.decided_on ?? row.from_on;
      const isGranted = row.decision === null || row.decision === 'granted';
      if (isGranted && grantedOn && PROTECTION.includes(row.status)) {
        facts.push({ kind: 'statusGranted', on: grantedOn, source: row.id });
      }
      return facts.map((fact) => ({ personId: row.person_id, fact }));
    });
  },

  async peopleWithin(db, windows) {
    const rows = await db
      .selectFrom('legal_status_period')
      .select('person_id')
      .distinct()
      .where((eb) =>
        eb.or([
          within('notified_on', windows, 'decisionNotified'),
          within('decided_on', windows, 'statusGranted'),
          within('from_on', windows, 'statusGranted'),
        ]),
      )
      .execute();
    return rows.map((row) => row.person_id);
  },
};

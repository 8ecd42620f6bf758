import { type PartialDate, rangeOf } from '#domain/dates/partial-date.ts';
import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import { birthOf } from '../../people/person-rows.ts';
import { among, type FactSource } from '../fact-source.ts';

/** Of a birth date that is partly known the earliest day counts: a term kept too early does no harm. */
function birthFact(birth: PartialDate): Fact {
  const isEstimated =
    birth.day === undefined || birth.certainty === 'estimated' || birth.certainty === 'assigned';
  return { kind: 'birth', on: rangeOf(birth).earliest, ...(isEstimated ? { isEstimated } : {}) };
}

/** Birth, legal status and the last reception stay, as they stand with the person. */
export const personFacts: FactSource = {
  kinds: ['birth', 'legalStatus', 'receptionExit'],

  async ofPeople(db, personIds) {
    const rows = await db
      .selectFrom('person')
      .select([
        'id',
        'birth_year',
        'birth_month',
        'birth_day',
        'birth_certainty',
        'legal_status',
        'reception_type',
        'reception_exit_on',
        'changed_at',
      ])
      .where('id', 'in', among(personIds))
      .execute();
    return rows.flatMap((row) => {
      const birth = birthOf(row);
      const { legal_status: status, reception_type: type, reception_exit_on: exitOn } = row;
      const facts: Fact[] = [];
      if (birth) facts.push(birthFact(birth));
      if (status)
        facts.push({ kind: 'legalStatus', on: row.changed_at.slice(0, 10), code: status });
      if (type && exitOn) facts.push({ kind: 'receptionExit', on: exitOn, code: type });
      return facts.map((fact) => ({ personId: row.id, fact }));
    });
  },

  async peopleWithin(db, windows) {
    const birth = windows.get('birth');
    const exit = windows.get('receptionExit');
    const from = birth === undefined || birth === 'anyDay' ? undefined : birth;
    const rows = await db
      .selectFrom('person')
      .select('id')
      .where((eb) =>
        eb.or([
          eb.and([
            eb('birth_year', '>=', Number(from?.from.slice(0, 4) ?? 1850)),
            eb('birth_year', '<=', Number(from?.to.slice(0, 4) ?? 1850)),
          ]),
          ...(exit && exit !== 'anyDay'
            ? [
                eb.and([
                  eb('reception_exit_on', '>=', exit.from),
                  eb('reception_exit_on', '<=', exit.to),
                ]),
              ]
            : []),
          ...(windows.has('legalStatus') ? [eb('legal_status', '=', 'temporary')] : []),
        ]),
      )
      .execute();
    return rows.map((row) => row.id);
  },
};

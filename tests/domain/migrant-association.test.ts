import { describe, expect, test } from 'vitest';
import {
  criterionOf,
  type MigrantAssociation,
  memberBandOf,
  migrantAssociation,
} from '#domain/directory/migrant-association.ts';
import { agreementDetails, currentAgreement } from '#domain/network/agreement.ts';
import { benchmarkDetails } from '#domain/network/benchmark.ts';
import { undertakingDetails, undertakingStateOn } from '#domain/network/undertaking.ts';

const half = { all: 10, migrants: 5 };
const most = { all: 10, migrants: 6 };

describe('an association is of migrants', () => {
  const outcome = (facts: Partial<MigrantAssociation>) => criterionOf(facts).outcome;

  test('with a majority of migrants on its board only', () => {
    const result = criterionOf({ foundedByMigrants: false, members: half, board: most });
    expect(result).toEqual({
      outcome: 'included',
      held: { founded: 'no', members: 'no', board: 'yes' },
    });
  });

  test('when migrants founded it, or are most of its members', () => {
    expect(outcome({ foundedByMigrants: true, members: half, board: half })).toBe('included');
    expect(outcome({ foundedByMigrants: false, members: most })).toBe('included');
  });

  test('not when none of the three holds: half is no majority', () => {
    expect(outcome({ foundedByMigrants: false, members: half, board: half })).toBe('excluded');
  });

  test('not known while something that could decide is not known', () => {
    expect(outcome({})).toBe('unknown');
    expect(outcome({ foundedByMigrants: false, members: half })).toBe('unknown');
  });

  test('its band comes from the members counted, else from what somebody estimated', () => {
    const bands = [
      { code: 'few', from: 1, to: 20 },
      { code: 'many', from: 21 },
    ];
    expect(memberBandOf({ members: { all: 20, migrants: 0 } }, bands)).toBe('few');
    expect(memberBandOf({ members: { all: 21, migrants: 0 }, membersBand: 'few' }, bands)).toBe(
      'many',
    );
    expect(memberBandOf({ membersBand: 'few' }, bands)).toBe('few');
  });

  test.each<[string, unknown]>([
    ['more migrants than members', { members: { all: 3, migrants: 4 } }],
    ['a community twice', { communities: ['SOM', 'SOM'] }],
    ['a community that is no code', { communities: ["'; DROP"] }],
  ])('is refused with %s', (_, facts) => {
    expect(migrantAssociation.safeParse(facts).success).toBe(false);
  });
});

describe('what was agreed and undertaken', () => {
  test('is late from the day after, and never once it is done', () => {
    const due = { dueOn: '2026-11-21' };
    expect(undertakingStateOn(due, '2026-11-21')).toBe('open');
    expect(undertakingStateOn(due, '2026-11-22')).toBe('overdue');
    expect(undertakingStateOn({ ...due, doneOn: '2026-12-01' }, '2027-01-01')).toBe('done');
  });

  test('a milestone is of a pilot, a follow-up of a meeting, and nothing else is', () => {
    const id = '01900000-0000-7000-8000-000000000001';
    const one = { what: 'Tradurre i moduli', owner: 'Comune', dueOn: '2026-11-21' };
    const isFine = (more: object) => undertakingDetails.safeParse({ ...one, ...more }).success;
    expect(isFine({ kind: 'recommendation' })).toBe(true);
    expect(isFine({ kind: 'milestone', pilotId: id })).toBe(true);
    expect(isFine({ kind: 'milestone' })).toBe(false);
    expect(isFine({ kind: 'followUp', pilotId: id })).toBe(false);
    expect(isFine({ kind: 'recommendation', meetingId: id })).toBe(false);
  });

  test('of several agreements with one body the one that holds longest counts', () => {
    const old = { signedOn: '2024-01-01', expiresOn: '2025-12-31' };
    const renewed = { signedOn: '2026-01-01', expiresOn: '2027-12-31' };
    expect(currentAgreement([renewed, old])).toBe(renewed);
    expect(currentAgreement([{ signedOn: '2023-01-01' }, renewed])).toEqual({
      signedOn: '2023-01-01',
    });
    expect(currentAgreement([])).toBeUndefined();
  });

  test('an agreement does not end before it begins, nor is anything seen after before it was seen', () => {
    const id = '01900000-0000-7000-8000-000000000001';
    const agreed = { organisationId: id, title: 'Posti', signedOn: '2026-11-21' };
    expect(agreementDetails.safeParse(agreed).success).toBe(true);
    expect(agreementDetails.safeParse({ ...agreed, expiresOn: '2026-01-01' }).success).toBe(false);
    const seen = {
      programmeId: id,
      organisationId: id,
      indicator: 'deskOneDoor',
      before: { level: 2, on: '2026-11-21' },
    };
    expect(benchmarkDetails.safeParse(seen).success).toBe(true);
    for (const more of [
      { after: { level: 3, on: '2026-11-20' } },
      { after: { level: 6, on: '2026-11-22' } },
      { ownIndicator: 'Un altro' },
      { indicator: undefined },
    ]) {
      expect(benchmarkDetails.safeParse({ ...seen, ...more }).success).toBe(false);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  followers,
  isFinal,
  isResting,
  mayFollow,
  referralStates,
  reopenedState,
  replyByFor,
} from '#domain/referrals/referral.ts';
import { fieldsOfStep, referralStep } from '#domain/referrals/referral-step.ts';

const aState = fc.constantFrom(...referralStates);

describe('the life of a referral', () => {
  test('no path leaves a final state', () => {
    fc.assert(
      fc.property(aState, fc.array(aState, { maxLength: 30 }), (start, wishes) => {
        let state = start;
        let ended = isFinal(start) ? start : undefined;
        for (const wish of wishes) {
          if (!mayFollow(state, wish)) continue;
          expect(ended).toBeUndefined();
          state = wish;
          if (isFinal(state)) ended = state;
        }
      }),
    );
  });

  test('every path can still reach an end, and a draft every state', () => {
    const reached = new Set(['draft']);
    for (const state of reached) {
      for (const next of followers[state as 'draft']) reached.add(next);
    }
    expect(reached.size).toBe(referralStates.length);
    for (const state of referralStates) {
      const canEnd = isFinal(state) || followers[state].some(isFinal);
      expect(canEnd, state).toBe(true);
    }
  });

  test('nothing is its own follower, and nothing becomes a draft again', () => {
    for (const state of referralStates) {
      expect(followers[state]).not.toContain(state);
      expect(followers[state]).not.toContain('draft');
    }
  });

  test('declined, concluded and withdrawn are final; no reply only rests, offices answer late', () => {
    expect(referralStates.filter(isFinal)).toEqual(['declined', 'concluded', 'withdrawn']);
    expect(isResting('noReply')).toBe(true);
    expect(mayFollow('noReply', 'accepted')).toBe(true);
    expect(mayFollow('noReply', 'sent')).toBe(false);
  });

  test('reopening leads back to where the office is waited for, or to before the sending', () => {
    expect(reopenedState('2026-11-21')).toBe('sent');
    expect(reopenedState(undefined)).toBe('draft');
  });
});

describe('the day a reply is due', () => {
  test.each([
    ['within24h', '2026-11-22'],
    ['within72h', '2026-11-24'],
    ['within2weeks', '2026-12-05'],
    ['normal', '2026-12-21'],
  ] as const)('%s from 21 November is %s', (urgency, due) => {
    expect(replyByFor(urgency, '2026-11-21')).toBe(due);
  });

  test('what a letter usually allows counts only when nothing is urgent', () => {
    expect(replyByFor('normal', '2026-11-21', 14)).toBe('2026-12-05');
    expect(replyByFor('within24h', '2026-12-31', 14)).toBe('2027-01-01');
  });
});

describe('a step', () => {
  const on = '2026-11-21';
  const isValid = (step: unknown) => referralStep.safeParse(step).success;

  test('says what it has to say', () => {
    expect(isValid({ to: 'sent', on })).toBe(false);
    expect(isValid({ to: 'sent', on, way: 'pec' })).toBe(true);
    expect(isValid({ to: 'declined', on })).toBe(false);
    expect(isValid({ to: 'declined', on, declineReason: 'noCapacity' })).toBe(true);
    expect(isValid({ to: 'concluded', on, feedback: 5 })).toBe(false);
    expect(isValid({ to: 'concluded', on, outcome: 'needMet', feedback: 6 })).toBe(false);
  });

  test('says nothing that belongs elsewhere', () => {
    expect(isValid({ to: 'withdrawn', on, outcome: 'needMet' })).toBe(false);
    expect(isValid({ to: 'accepted', on, declineReason: 'noCapacity' })).toBe(false);
    expect(isValid({ to: 'accepted', on, answeredBy: '' })).toBe(true);
    expect(isValid({ to: 'draft', on })).toBe(false);
  });

  test('puts nobody on a waiting list for a day that is past', () => {
    expect(isValid({ to: 'waitingList', on, waitingUntil: '2026-11-20' })).toBe(false);
    expect(isValid({ to: 'waitingList', on, waitingUntil: on })).toBe(true);
  });

  test('has its fields written down for every state it can lead to', () => {
    const targets = new Set(Object.values(followers).flat());
    expect([...targets].sort()).toEqual(Object.keys(fieldsOfStep).sort());
  });

  test('refuses text that is too long and takes direction marks out', () => {
    expect(isValid({ to: 'noReply', on, note: 'a'.repeat(10_000) })).toBe(false);
    const { note } = referralStep.parse({ to: 'noReply', on, note: ' nessuno\u202e risponde ' });
    expect(note).toBe('nessuno  risponde');
  });
});

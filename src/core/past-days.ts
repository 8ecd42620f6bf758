/*
 * Days that say something has happened already: a paper was issued, an assessment made, a notice given. In the
 * future such a day is nearly always a mistyped year, and a permit issued in 2099 would quiet every reminder
 * about it. Checked for all procedures before they run, so that a form cannot forget it.
 */
import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';

const pastDays: Readonly<Partial<Record<keyof VaultContract, readonly string[]>>> = {
  'identityDocuments.save': ['details.askedOn', 'details.issuedOn'],
  'legalStatusPeriods.save': ['details.decidedOn'],
  'risks.save': ['details.assessedOn'],
  'assessments.save': ['details.assessedOn'],
  'specificNeeds.record': ['need.recordedOn'],
  'notes.save': ['note.notedOn'],
  'privacyNotices.give': ['notice.givenOn'],
  'attachments.save': ['details.documentOn', 'details.givenBackOn'],
  'plans.sign': ['signedOn'],
  'plans.recordReview': ['review.reviewedOn'],
  'agreements.save': ['details.signedOn'],
  'communityMeetings.save': ['details.heldOn'],
  'benchmarks.save': ['details.before.on', 'details.after.on'],
  'undertakings.save': ['details.doneOn'],
};

function at(input: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return isThere ? (value as Record<string, unknown>)[key] : undefined;
  }, input);
}

/** Fails with `date_in_future`, naming the field. */
export function checkPastDays(name: string, input: unknown, today: CalendarDate): void {
  const paths = Object.hasOwn(pastDays, name) ? pastDays[name as keyof VaultContract] : undefined;
  for (const path of paths ?? []) {
    const day = at(input, path);
    if (typeof day === 'string' && day > today) {
      throw new ProcedureError('date_in_future', { field: path.split('.').at(-1) ?? path });
    }
  }
}

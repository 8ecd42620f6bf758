import type { DiarySource } from './diary-source.ts';
import { activities } from './sources/activities.ts';
import { appointments } from './sources/appointments.ts';
import { caseFile } from './sources/case-file.ts';
import { consents } from './sources/consents.ts';
import { deadlines } from './sources/deadlines.ts';
import { documents } from './sources/documents.ts';
import { enrolments } from './sources/enrolments.ts';
import { letters } from './sources/letters.ts';
import { needs } from './sources/needs.ts';
import { plans } from './sources/plans.ts';
import { procedure } from './sources/procedure.ts';
import { referrals } from './sources/referrals.ts';
import { services } from './sources/services.ts';
import { sessions } from './sources/sessions.ts';
import { tiesSource } from './sources/ties.ts';

/** Everything the diary of a person is made of. */
export const diarySources: readonly DiarySource[] = [
  services,
  sessions,
  activities,
  appointments,
  letters,
  referrals,
  plans,
  consents,
  needs,
  documents,
  procedure,
  deadlines,
  tiesSource,
  enrolments,
  caseFile,
];

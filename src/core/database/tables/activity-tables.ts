import type { ActivityPart, ImageConsent, MediaOutput } from '#domain/activities/activity.ts';
import type { SessionAttendance } from '#domain/services/session.ts';
import type { Changed } from './changed.ts';

export interface ActivityTable extends Changed {
  id: string;
  revision: number;
  programme_id: string | null;
  kind: string;
  title: string;
  topic: string | null;
  community: string | null;
  place: string | null;
  territory: string | null;
  from_on: string;
  to_on: string;
  organiser: string | null;
  worker_id: string | null;
  volunteers: number;
  bands: string;
  is_cancelled: number;
  note: string | null;
}

export interface ActivityParticipantTable extends Changed {
  id: string;
  activity_id: string;
  person_id: string | null;
  name: string | null;
  organisation_id: string | null;
  office: string | null;
  sex: 'female' | 'male' | 'other' | 'unknown' | null;
  age_band: string | null;
  origin: string | null;
  part: ActivityPart;
  is_spokesperson: number;
  image_given_on: string | null;
  image_way: ImageConsent['way'] | null;
  image_until_on: string | null;
  image_withdrawn_on: string | null;
  evaluated_on: string | null;
  useful: string | null;
  satisfaction: number | null;
  asked_on: string | null;
  uses_skills: string | null;
}

export interface MediaOutputTable extends Changed {
  id: string;
  activity_id: string;
  participant_id: string | null;
  outlet: string;
  kind: MediaOutput['kind'];
  title: string | null;
  published_on: string;
  link: string | null;
}

interface ActivityPartnerTable {
  activity_id: string;
  organisation_id: string;
}

interface SessionGuestTable {
  session_id: string;
  participant_id: string;
  attendance: SessionAttendance;
}

interface ActivityCountTable {
  activity_id: string;
  sex: 'female' | 'male' | 'other' | 'unknown';
  age_band: string;
  origin: string;
  people: number;
  useful: number;
  uses_skills: number;
}

interface ActivityScoreTable {
  activity_id: string;
  score: number;
  forms: number;
}

export interface ActivityTables {
  activity: ActivityTable;
  activity_partner: ActivityPartnerTable;
  activity_participant: ActivityParticipantTable;
  session_guest: SessionGuestTable;
  activity_count: ActivityCountTable;
  activity_score: ActivityScoreTable;
  media_output: MediaOutputTable;
}

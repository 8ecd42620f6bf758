import type { UndertakingKind } from '#domain/network/undertaking.ts';
import type { Changed } from './changed.ts';

export interface MigrantAssociationTable {
  organisation_id: string;
  founded_by_migrants: number | null;
  founded_in: number | null;
  members: number | null;
  migrant_members: number | null;
  members_band: string | null;
  board: number | null;
  migrant_board: number | null;
  legal_form: string | null;
  reach: string | null;
  /** JSON of codes. */
  communities: string;
  fields: string;
  is_registered: number;
  register_number: string | null;
  registered_on: string | null;
  is_ours: number;
}

interface AgreementTable extends Changed {
  id: string;
  organisation_id: string;
  programme_id: string | null;
  title: string;
  signed_on: string;
  expires_on: string | null;
  services: string;
  changed: string | null;
}

interface CommunityMeetingTable extends Changed {
  id: string;
  programme_id: string | null;
  community: string;
  held_on: string;
  place: string | null;
  note: string | null;
}

interface CommunityMeetingAttendeesTable {
  meeting_id: string;
  sex: string;
  age: string;
  people: number;
}

interface CommunityMeetingAssociationTable {
  meeting_id: string;
  organisation_id: string;
}

interface CommunityMeetingNeedTable {
  meeting_id: string;
  position: number;
  need: string;
  words: string | null;
}

export interface BenchmarkTable extends Changed {
  id: string;
  programme_id: string;
  organisation_id: string;
  indicator: string | null;
  own_indicator: string | null;
  before_level: number;
  before_on: string;
  before_seen: string | null;
  after_level: number | null;
  after_on: string | null;
  after_seen: string | null;
}

export interface PilotTable extends Changed {
  id: string;
  programme_id: string;
  organisation_id: string | null;
  name: string;
  grant_cents: number;
  from_on: string | null;
  to_on: string | null;
  about: string | null;
}

interface PilotAssociationTable {
  pilot_id: string;
  organisation_id: string;
}

export interface UndertakingTable extends Changed {
  id: string;
  kind: UndertakingKind;
  programme_id: string | null;
  organisation_id: string | null;
  pilot_id: string | null;
  meeting_id: string | null;
  what: string;
  owner: string;
  due_on: string;
  done_on: string | null;
  outcome: string | null;
}

export interface NetworkTables {
  migrant_association: MigrantAssociationTable;
  agreement: AgreementTable;
  community_meeting: CommunityMeetingTable;
  community_meeting_attendees: CommunityMeetingAttendeesTable;
  community_meeting_association: CommunityMeetingAssociationTable;
  community_meeting_need: CommunityMeetingNeedTable;
  benchmark: BenchmarkTable;
  pilot: PilotTable;
  pilot_association: PilotAssociationTable;
  undertaking: UndertakingTable;
}

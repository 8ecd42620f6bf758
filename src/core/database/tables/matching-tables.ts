import type { PlaceDetails } from '#domain/programmes/matching.ts';
import type { Changed } from './changed.ts';

export interface PlaceTable extends Changed {
  id: string;
  programme_id: string;
  kind: PlaceDetails['kind'];
  name: string;
  town: string;
  room: number;
  households: number;
  languages: string;
  skills: string;
  has_school: number;
  is_step_free: number;
  from_on: string | null;
  until_on: string | null;
  note: string | null;
  is_offered: number;
}

export interface SearchForPlaceTable extends Changed {
  enrolment_id: string;
  size: number;
  skills: string;
  kin_towns: string;
  has_school_children: number;
  needs_step_free: number;
  from_on: string | null;
  until_on: string | null;
}

interface PlacementTable extends Changed {
  id: string;
  enrolment_id: string;
  place_id: string;
  size: number;
  reasons: string;
  decided_on: string;
  decided_by: string;
  talk_on: string;
  consent_on: string;
  /** NULL of matches decided before consents were asked for here. */
  consent_id: string | null;
  host_agreed_on: string | null;
  talk_by: string | null;
  talk_note: string | null;
  arrived_on: string | null;
  ended_on: string | null;
  ended_why: string | null;
}

export interface MatchingTables {
  place: PlaceTable;
  search_for_place: SearchForPlaceTable;
  placement: PlacementTable;
}

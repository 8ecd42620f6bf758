import { sql } from 'kysely';
import type { CopiedSection } from '../copied-section.ts';

const period = { from: 'date', to: 'date' } as const;

export const situationSections: readonly CopiedSection[] = [
  {
    name: 'documents',
    tables: ['identity_document'],
    rows: (id) => sql`
      SELECT type AS "documentType", title AS "residenceTitle", state AS "documentState", number, issuer,
        country, asked_on AS "askedOn", issued_on AS "issuedOn", expires_on AS "expiresOn",
        iif(expiry = 'known', NULL, expiry) AS "expiryKind", seen AS "seenKind", note
      FROM identity_document WHERE person_id = ${id} ORDER BY id`,
    fields: {
      documentType: { label: 'documentTypes' },
      residenceTitle: { label: 'residenceTitles' },
      documentState: { label: 'documentStates' },
      number: 'plain',
      issuer: 'words',
      country: 'country',
      askedOn: 'date',
      issuedOn: 'date',
      expiresOn: 'date',
      expiryKind: { label: 'expiryKinds' },
      seenKind: { label: 'seenKinds' },
      note: 'words',
    },
  },
  {
    name: 'legalStatuses',
    tables: ['legal_status_period'],
    rows: (id) => sql`
      SELECT status AS "legalStatus", from_on AS "from", to_on AS "to", authority, decision,
        decided_on AS "decidedOn", notified_on AS "notifiedOn", reference, lawyer, note
      FROM legal_status_period WHERE person_id = ${id} ORDER BY from_on, id`,
    fields: {
      legalStatus: { label: 'legalStatuses' },
      ...period,
      authority: 'words',
      decision: { label: 'decisions' },
      decidedOn: 'date',
      notifiedOn: 'date',
      reference: 'plain',
      lawyer: 'words',
      note: 'words',
    },
  },
  {
    name: 'reception',
    tables: ['reception_stay'],
    rows: (id) => sql`
      SELECT type AS "receptionType", place, from_on AS "from", to_on AS "to",
        exit_reason AS "exitReason", exit_proof AS "exitProof", note
      FROM reception_stay WHERE person_id = ${id} ORDER BY from_on, id`,
    fields: {
      receptionType: { label: 'receptionTypes' },
      place: 'words',
      ...period,
      exitReason: { label: 'receptionExits' },
      exitProof: 'words',
      note: 'words',
    },
  },
  {
    name: 'education',
    tables: ['person_education'],
    rows: (id) => sql`
      SELECT level AS "educationLevel", subject, country, place, years_completed AS years,
        ended_year AS "endedYear", title_held AS "titleHeld", recognition, recognition_asked_on AS "askedOn", note
      FROM person_education WHERE person_id = ${id} ORDER BY ended_year, id`,
    fields: {
      educationLevel: { label: 'educationLevels' },
      subject: 'words',
      country: 'country',
      place: 'words',
      years: 'plain',
      endedYear: 'plain',
      titleHeld: { label: 'titleHoldings' },
      recognition: { label: 'recognitions' },
      askedOn: 'date',
      note: 'words',
    },
  },
  {
    name: 'work',
    tables: ['person_work'],
    rows: (id) => sql`
      SELECT status AS "employmentStatus", is_now AS "isNow", occupation_group AS "occupationGroup", occupation, employer,
        country, from_on AS "from", to_on AS "to", years, note
      FROM person_work WHERE person_id = ${id} ORDER BY from_on, id`,
    fields: {
      employmentStatus: { label: 'employmentStatuses' },
      isNow: 'yesNo',
      occupationGroup: { label: 'occupationGroups' },
      occupation: 'words',
      employer: 'words',
      country: 'country',
      ...period,
      years: 'plain',
      note: 'words',
    },
  },
  {
    name: 'housing',
    tables: ['person_housing'],
    rows: (id) => sql`
      SELECT situation AS "housingSituation", from_on AS "from", to_on AS "to", note
      FROM person_housing WHERE person_id = ${id} ORDER BY from_on, id`,
    fields: { housingSituation: { label: 'housingSituations' }, ...period, note: 'words' },
  },
  {
    name: 'skills',
    tables: ['person_skill'],
    rows: (id) => sql`
      SELECT skill, esco, proof AS "skillProof", years FROM person_skill
      WHERE person_id = ${id} ORDER BY id`,
    fields: { skill: 'words', esco: 'plain', skillProof: { label: 'skillProofs' }, years: 'plain' },
  },
  {
    name: 'risks',
    tables: ['person_risk'],
    rows: (id) => sql`
      SELECT assessed_on AS "on", level AS "riskLevel", reason FROM person_risk
      WHERE person_id = ${id} ORDER BY assessed_on, id`,
    fields: { on: 'date', riskLevel: { label: 'riskLevels' }, reason: 'words' },
  },
];

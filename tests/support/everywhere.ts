import { randomUUID } from 'node:crypto';
import type { Database } from '@signalapp/sqlcipher';

type Sqlite = InstanceType<typeof Database>;
type Cell = string | number | null | Uint8Array<ArrayBuffer>;
type Cells = Record<string, Cell>;

/** Tables whose rows go with a person, as the foreign keys of the file say. */
export function tablesOfPerson(db: Sqlite): string[] {
  const references = db
    .prepare(
      `SELECT t.name AS child, f."table" AS parent FROM sqlite_schema t
        JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table' AND f.on_delete = 'CASCADE'`,
    )
    .all<{ child: string; parent: string }>();
  const found = new Set(['person']);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { child, parent } of references) if (found.has(parent)) found.add(child);
  }
  return [...found].sort();
}

interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

/** What a column holds when nothing special is asked of it: words hold `words`. */
function usual({ name, type, notnull }: Column, words: string): Cell {
  if (/_at$/.test(name)) return '2026-11-21T10:00:00.000Z';
  if (/_(on|from|to|until)$|^until$|^since$/.test(name)) return notnull ? '2026-11-01' : null;
  if (/_by$/.test(name)) return notnull ? 'u' : null;
  if (/_id$/.test(name)) return null;
  if (type === 'INTEGER' || type === 'REAL') return notnull ? 1 : null;
  if (type === 'BLOB') return notnull ? Buffer.alloc(32) : null;
  return words;
}

export interface Somebody {
  personId: string;
  /** Somebody else of the register, for rows that need two. */
  otherId: string;
  userId: string;
  organisationId: string;
  /** Of the user's slot: what is sealed for another key is sealed again at the next unlock. */
  publicKey: string;
  words: string;
  /** Of their letter, unlike anybody else's of that year. */
  protocolNumber?: number;
}

/**
 * What each table needs besides words; in an order in which rows can be written. The paper fills whole pages
 * of the file: only those tell whether it was written anew.
 */
function specialCells(somebody: Somebody) {
  const { personId, otherId, userId, organisationId, publicKey, words } = somebody;
  const json = (value: unknown) => JSON.stringify(value);
  const ids = {
    assessment: randomUUID(),
    attachment: randomUUID(),
    consent: randomUUID(),
    plan: randomUUID(),
    referral: randomUUID(),
    letter: randomUUID(),
    session: randomUUID(),
    appointment: randomUUID(),
    programme: randomUUID(),
    enrolment: randomUUID(),
    place: randomUUID(),
    traineeship: randomUUID(),
    activity: randomUUID(),
    participant: randomUUID(),
  };
  const mine = { person_id: personId };
  const spellings: [table: string, cells: Cells][] = [
    ['person_contact', { ...mine, kind: 'phone', owner: 'self', is_preferred: 0 }],
    ['person_address', { ...mine, kind: 'domicile' }],
    ['person_education', { ...mine, level: 'isced-2', title_held: 'held' }],
    ['person_work', { ...mine, status: 'permanent' }],
    ['person_housing', { ...mine, situation: 'ethos-2' }],
    ['person_risk', { ...mine, level: 'low' }],
    ['person_skill', { ...mine, skill: 'sarta', proof: 'told' }],
    [
      'identity_document',
      { ...mine, type: 'passport', state: 'issued', expiry: 'none', seen: 'copy' },
    ],
    ['legal_status_period', { ...mine, status: 'refugee' }],
    ['reception_stay', { ...mine, type: 'cas' }],
    ['tie', { ...mine, kind: 'friend', other_person_id: null, place: 'italy', life: 'alive' }],
    ['case_event', { ...mine, kind: 'closed', closure_reason: 'other' }],
    ['assessment', { ...mine, id: ids.assessment, state: 'draft' }],
    ['assessment_score', { assessment_id: ids.assessment, domain: 'LNG', level: 2, wants_goal: 0 }],
    ['specific_need', { ...mine, code: 'CR', ended_on: null }],
    [
      'plan',
      {
        ...mine,
        id: ids.plan,
        state: 'signed',
        version: 91,
        signed_on: '2026-11-01',
        details: json({
          madeOn: '2026-11-01',
          goals: [{ statement: words, actions: [{ what: words }] }],
          priorities: [words],
        }),
        signature: json({ words }),
      },
    ],
    [
      'plan_progress',
      {
        plan_id: ids.plan,
        goal_key: 'g1',
        action_key: 'a1',
        state: 'done',
        linked_kind: null,
        linked_id: null,
      },
    ],
    [
      'signed_plan',
      {
        plan_id: ids.plan,
        language: 'en',
        bytes: Buffer.from(words.repeat(1000)),
        sha256: 'a'.repeat(64),
        page_count: 1,
      },
    ],
    ['given_document', { ...mine, kind: 'plan', language: 'en', sha256: 'a'.repeat(64) }],
    ['plan_review', { plan_id: ids.plan, decision: 'close', details: json({ note: words }) }],
    [
      'consent',
      {
        ...mine,
        id: ids.consent,
        organisation_id: organisationId,
        data_categories: '[]',
        purpose: 'referral',
        given_by: 'self',
        way: 'oral',
        child_stance: 'agrees',
        followed_up_tasks: '[]',
      },
    ],
    ['privacy_notice', { ...mine, version: words.slice(0, 40), way: 'paper', language: null }],
    ['withholding', { ...mine, data_categories: '[]', reason: 'other' }],
    [
      'referral',
      {
        ...mine,
        id: ids.referral,
        organisation_id: organisationId,
        urgency: 'normal',
        state: 'draft',
        way: null,
        reply_way: null,
        waiting_until: null,
        service: null,
        decline_reason: null,
        outcome: null,
      },
    ],
    [
      'inbound_referral',
      {
        ...mine,
        organisation_id: null,
        way: 'email',
        urgency: 'normal',
        reply: 'accepted',
        reply_way: 'email',
        replied_on: '2026-11-02',
      },
    ],
    ['referral_step', { referral_id: ids.referral, from_state: null, to_state: 'draft' }],
    [
      'letter',
      {
        ...mine,
        id: ids.letter,
        referral_id: ids.referral,
        organisation_id: organisationId,
        consent_id: ids.consent,
        protocol_year: 1990,
        protocol_number: somebody.protocolNumber ?? 7,
        details: json({ facts: [], situation: words }),
        facts: json({ given: words }),
        addressee: json({ name: words }),
      },
    ],
    [
      'letter_file',
      {
        letter_id: ids.letter,
        bytes: Buffer.from(words.repeat(1000)),
        sha256: '0'.repeat(64),
        page_count: 1,
      },
    ],
    ['letter_copy', { letter_id: ids.letter, kind: 'person', manner: 'printed' }],
    [
      'letter_proposal',
      {
        ...mine,
        referral_id: ids.referral,
        details: json({ facts: [], situation: words }),
        urgency: 'normal',
        proposed_by: userId,
      },
    ],
    [
      'service',
      { ...mine, type: 'INF', channel: 'phone', attendance: 'attended', worker_id: userId },
    ],
    ['session', { id: ids.session, type: 'ITA', start: null }],
    ['session_participant', { ...mine, session_id: ids.session, attendance: 'present' }],
    [
      'appointment',
      {
        id: ids.appointment,
        kind: 'talk',
        state: 'planned',
        start: null,
        minutes: null,
        planned_on: '2026-12-01',
      },
    ],
    ['appointment_person', { ...mine, appointment_id: ids.appointment }],
    ['procedure_event', { ...mine, kind: 'hearing', term: null }],
    ['task', { ...mine, kind: 'ownDeadline' }],
    ['deadline_mark', { ...mine, rule: 'planReview', state: 'notApplicable' }],
    [
      'attachment',
      {
        ...mine,
        id: ids.attachment,
        kind: 'other',
        media_type: 'image/png',
        sha256: '0'.repeat(64),
        original: 'seen',
        linked_kind: null,
        linked_id: null,
        added_on: '2026-11-01',
        portrait_since: null,
      },
    ],
    [
      'attachment_content',
      {
        attachment_id: ids.attachment,
        bytes: Buffer.from(words.repeat(1000)),
        stored_as: null,
        file_key: null,
        thumbnail: Buffer.from(words),
      },
    ],
    [
      'draft',
      { user_id: userId, form: 'letter', subject_id: `new:${randomUUID()}`, person_id: personId },
    ],
    [
      'case_access',
      { ...mine, user_id: userId, sealed_for: publicKey, sealed_key: Buffer.alloc(60) },
    ],
    [
      'not_same_person',
      {
        person_a: [personId, otherId].sort()[0] ?? '',
        person_b: [personId, otherId].sort()[1] ?? '',
      },
    ],
    [
      'person_merge',
      {
        kept_id: personId,
        merged_id: randomUUID(),
        snapshot: json({ merged: [{ table: 'person_name', rows: [{ given: words }] }], kept: [] }),
        moved: '[]',
      },
    ],
    [
      'programme',
      {
        id: ids.programme,
        name: 'Un programma',
        definition: '{}',
        from_on: null,
        to_on: null,
        is_open: 1,
      },
    ],
    [
      'enrolment',
      {
        ...mine,
        id: ids.enrolment,
        programme_id: ids.programme,
        answers: json({ where: words }),
        eligibility: json({ facts: { city: words } }),
        exit_facts: json({ city: words }),
        outcome: 'eligible',
        left_on: null,
        exit: null,
        override_by: userId,
      },
    ],
    ['enrolment_stage', { enrolment_id: ids.enrolment }],
    [
      'ledger_entry',
      {
        programme_id: ids.programme,
        enrolment_id: ids.enrolment,
        state: 'planned',
        override_by: userId,
      },
    ],
    ['follow_up', { enrolment_id: ids.enrolment, since: 'exit', months: 6, answer: 'answered' }],
    ['search_for_place', { enrolment_id: ids.enrolment, skills: json([words]), kin_towns: '[]' }],
    [
      'place',
      {
        id: ids.place,
        programme_id: ids.programme,
        kind: 'home',
        name: 'Casa',
        town: 'Torino',
        languages: '[]',
        skills: '[]',
        note: null,
      },
    ],
    ['placement', { enrolment_id: ids.enrolment, place_id: ids.place, reasons: json([words]) }],
    ['traineeship', { id: ids.traineeship, enrolment_id: ids.enrolment }],
    ['traineeship_month', { traineeship_id: ids.traineeship, month: '2026-11' }],
    [
      'activity',
      {
        id: ids.activity,
        kind: 'training',
        title: 'Formazione',
        bands: 'AMIF',
        to_on: '2026-11-01',
        is_cancelled: 0,
      },
    ],
    [
      'activity_participant',
      {
        ...mine,
        id: ids.participant,
        activity_id: ids.activity,
        name: null,
        sex: null,
        age_band: null,
        origin: null,
        part: 'participant',
        is_spokesperson: 1,
        image_way: null,
        useful: 'yes',
        uses_skills: 'yes',
      },
    ],
    [
      'session_guest',
      { session_id: ids.session, participant_id: ids.participant, attendance: 'present' },
    ],
    ['enterprise', { enrolment_id: ids.enrolment }],
    [
      'business_plan_section',
      { enrolment_id: ids.enrolment, amounts: json([{ what: words, cents: 100 }]) },
    ],
    [
      'loan_application',
      {
        enrolment_id: ids.enrolment,
        organisation_id: organisationId,
        state: 'asked',
        repayment: null,
      },
    ],
    ['firm', { enrolment_id: ids.enrolment, form: 'soleTrader', ateco: '56.10.11' }],
    ['mentor_meeting', { enrolment_id: ids.enrolment, met: 'mentor', minutes: 60 }],
    ['legal_hold', { ...mine, until_on: '2020-01-01' }],
    ['retention_decision', { ...mine, keep_until: '2020-01-01' }],
  ];
  return spellings;
}

/** Written by the program itself when the person is registered, or by the test through the program. */
const BY_THE_PROGRAM = [
  'person',
  'person_name',
  'person_nationality',
  'person_language',
  'person_line',
  'person_word',
  'case_file',
  'erasure_request',
  'protected_case',
  'protected_note',
  'protected_note_version',
];

/** What the schema allows a text to have. */
function longestOf(db: Sqlite, table: string, column: string): number {
  const { sql } = db
    .prepare('SELECT sql FROM sqlite_schema WHERE name = ?')
    .get<{ sql: string }>([table]) ?? { sql: '' };
  const limit = new RegExp(`length\\(${column}\\) (?:<= |BETWEEN \\d+ AND )(\\d+)`).exec(sql)?.[1];
  return limit === undefined ? 1000 : Number(limit);
}

function insert(db: Sqlite, table: string, cells: Cells, words: string): void {
  const columns = db.prepare(`SELECT * FROM pragma_table_info('${table}')`).all<Column & Cells>();
  const row = columns.map((column) => {
    if (column.name in cells) return cells[column.name] ?? null;
    if (column.name === 'id') return randomUUID();
    return usual(column, words.slice(0, longestOf(db, table, column.name)));
  });
  const marks = row.map(() => '?').join(', ');
  db.prepare(`INSERT INTO "${table}" VALUES (${marks})`).run(row);
}

/** A row with the words in every table that hangs from the person; returns the tables it does not know. */
export function fillEverywhere(db: Sqlite, somebody: Somebody): string[] {
  const rows = specialCells(somebody);
  for (const [table, cells] of rows) insert(db, table, cells, somebody.words);
  const known = new Set([...rows.map(([table]) => table), ...BY_THE_PROGRAM]);
  return tablesOfPerson(db).filter((table) => !known.has(table));
}

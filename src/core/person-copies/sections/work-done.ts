import { sql } from 'kysely';
import type { CopiedSection } from '../copied-section.ts';

export const workDoneSections: readonly CopiedSection[] = [
  {
    name: 'caseFile',
    tables: ['case_file', 'case_event'],
    rows: (id) => sql`
      SELECT opened_on AS "on", 'opened' AS "caseEvent", NULL AS "closureReason", NULL AS note
      FROM case_file WHERE person_id = ${id}
      UNION ALL
      SELECT happened_on, kind, closure_reason, coalesce(reason, outcome)
      FROM case_event WHERE person_id = ${id} ORDER BY 1`,
    fields: {
      on: 'date',
      caseEvent: { label: 'caseEventKinds' },
      closureReason: { label: 'closureReasons' },
      note: 'words',
    },
  },
  {
    name: 'programmes',
    tables: ['enrolment', 'enrolment_stage'],
    rows: (id) => sql`
      SELECT enrolled_on AS "on", programme.name AS programme, override_reason AS reason,
        (SELECT json_group_array(stage_name.value ->> 'name' ->> 'it' || ' (' || reached_on || ')')
          FROM enrolment_stage JOIN json_each(programme.definition, '$.stages') AS stage_name
            ON stage_name.value ->> 'code' = stage
          WHERE enrolment_id = enrolment.id) AS stages,
        left_on AS "leftOn", exit AS "programmeExit", found_helpful AS "foundHelpful"
      FROM enrolment JOIN programme ON programme.id = programme_id
      WHERE person_id = ${id} ORDER BY enrolled_on, enrolment.id`,
    fields: {
      on: 'date',
      programme: 'words',
      reason: 'words',
      stages: 'list',
      leftOn: 'date',
      programmeExit: { label: 'enrolmentOutcomes' },
      foundHelpful: 'yesNo',
    },
  },
  {
    name: 'followUps',
    tables: ['follow_up'],
    rows: (id) => sql`
      SELECT asked_on AS "on", programme.name AS programme, answer AS "followUpAnswer",
        employment AS "workStatus", is_still_there AS "isStillThere", note
      FROM follow_up JOIN enrolment ON enrolment.id = enrolment_id JOIN programme ON programme.id = programme_id
      WHERE person_id = ${id} ORDER BY asked_on, follow_up.id`,
    fields: {
      on: 'date',
      programme: 'words',
      followUpAnswer: { label: 'followUpAnswers' },
      workStatus: { label: 'employmentStatuses' },
      isStillThere: 'yesNo',
      note: 'words',
    },
  },
  {
    name: 'matching',
    tables: ['search_for_place', 'placement'],
    // Who is offered a place to is told by name; why is told in points nobody decided by.
    rows: (id) => sql`
      SELECT decided_on AS "on", programme.name AS programme, place.name AS host, town, talk_on AS "talkOn",
        consent_on AS "consentOn", arrived_on AS "arrivedOn", ended_on AS "leftOn", ended_why AS reason,
        talk_by AS "talkBy", talk_note AS note, NULL AS household, NULL AS skills, NULL AS "kinTowns"
      FROM placement JOIN place ON place.id = place_id JOIN enrolment ON enrolment.id = enrolment_id
        JOIN programme ON programme.id = enrolment.programme_id
      WHERE person_id = ${id}
      UNION ALL
      SELECT substr(search_for_place.changed_at, 1, 10), programme.name, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
        NULL, NULL, size, skills, kin_towns
      FROM search_for_place JOIN enrolment ON enrolment.id = enrolment_id
        JOIN programme ON programme.id = enrolment.programme_id
      WHERE person_id = ${id} ORDER BY 1`,
    fields: {
      on: 'date',
      programme: 'words',
      host: 'words',
      town: 'words',
      talkOn: 'date',
      talkBy: 'words',
      note: 'words',
      consentOn: 'date',
      arrivedOn: 'date',
      leftOn: 'date',
      reason: 'words',
      household: 'plain',
      skills: 'list',
      kinTowns: 'list',
    },
  },
  {
    name: 'money',
    tables: ['ledger_entry'],
    rows: (id) => sql`
      SELECT due_on AS "on", programme.name AS programme,
        (SELECT budget_line.value ->> 'name' ->> 'it' FROM json_each(programme.definition, '$.budgets') AS model,
          json_each(model.value, '$.lines') AS budget_line
          WHERE model.value ->> 'code' = ledger_entry.budget AND budget_line.value ->> 'code' = line) AS "budgetLine",
        printf('%.2f', cents / 100.0) AS euros, state AS "ledgerState", payee, receipt_number AS receipt, note
      FROM ledger_entry JOIN enrolment ON enrolment.id = enrolment_id
        JOIN programme ON programme.id = ledger_entry.programme_id
      WHERE person_id = ${id} ORDER BY due_on, ledger_entry.id`,
    fields: {
      on: 'date',
      programme: 'words',
      budgetLine: 'words',
      euros: 'plain',
      ledgerState: { label: 'ledgerStates' },
      payee: 'words',
      receipt: 'words',
      note: 'words',
    },
  },
  {
    name: 'traineeships',
    tables: ['traineeship', 'traineeship_month'],
    rows: (id) => sql`
      SELECT from_on AS "on", to_on AS "leftOn", host, tutor, weekly_hours AS "weeklyHours",
        (SELECT json_group_array(month || ': ' || (minutes / 60) || ' h') FROM traineeship_month
          WHERE traineeship_id = traineeship.id) AS months
      FROM traineeship JOIN enrolment ON enrolment.id = enrolment_id
      WHERE person_id = ${id} ORDER BY from_on, traineeship.id`,
    fields: {
      on: 'date',
      leftOn: 'date',
      host: 'words',
      tutor: 'words',
      weeklyHours: 'plain',
      months: 'list',
    },
  },
  {
    name: 'services',
    tables: ['service'],
    rows: (id) => sql`
      SELECT done_on AS "on", type AS "serviceType", channel, attendance, minutes, place, outcome, note
      FROM service WHERE person_id = ${id} ORDER BY done_on, id`,
    fields: {
      on: 'date',
      serviceType: { label: 'serviceTypes' },
      channel: { label: 'serviceChannels' },
      attendance: { label: 'serviceAttendances' },
      minutes: 'plain',
      place: 'words',
      outcome: 'words',
      note: 'words',
    },
  },
  {
    name: 'sessions',
    tables: ['session_participant'],
    // The remarks on a lesson are about everybody who was there.
    rows: (id) => sql`
      SELECT held_on AS "on", title, attendance AS "sessionAttendance", minutes
      FROM session_participant JOIN session ON session.id = session_id
      WHERE person_id = ${id} ORDER BY held_on, session.id`,
    fields: {
      on: 'date',
      title: 'words',
      sessionAttendance: { label: 'sessionAttendances' },
      minutes: 'plain',
    },
  },
  {
    name: 'activities',
    tables: ['activity_participant', 'session_guest'],
    rows: (id) => sql`
      SELECT from_on AS "on", title, part AS "activityPart", is_spokesperson AS "isSpokesperson",
        evaluated_on AS "evaluatedOn", useful AS "formAnswer", satisfaction AS "formScore",
        asked_on AS "askedOn", uses_skills AS "skillAnswer",
        (SELECT json_group_array(outlet || ' (' || published_on || ')') FROM media_output
          WHERE participant_id = activity_participant.id) AS "mediaOutputs"
      FROM activity_participant JOIN activity ON activity.id = activity_id
      WHERE person_id = ${id} ORDER BY from_on, activity_participant.id`,
    fields: {
      on: 'date',
      title: 'words',
      activityPart: { label: 'activityParts' },
      isSpokesperson: 'yesNo',
      evaluatedOn: 'date',
      formAnswer: { label: 'formAnswers' },
      formScore: 'plain',
      askedOn: 'date',
      skillAnswer: { label: 'formAnswers' },
      mediaOutputs: 'list',
    },
  },
  {
    name: 'appointments',
    tables: ['appointment_person'],
    rows: (id) => sql`
      SELECT planned_on AS "on", start, kind AS "appointmentKind", about, place, state AS "appointmentState",
        iif((SELECT count(*) FROM appointment_person p WHERE p.appointment_id = a.id) = 1, note, NULL) AS note
      FROM appointment_person JOIN appointment a ON a.id = appointment_id
      WHERE person_id = ${id} ORDER BY planned_on, a.id`,
    fields: {
      on: 'date',
      start: 'plain',
      appointmentKind: { label: 'appointmentKinds' },
      about: 'words',
      place: 'words',
      appointmentState: { label: 'appointmentStates' },
      note: 'words',
    },
  },
  {
    name: 'events',
    tables: ['procedure_event'],
    rows: (id) => sql`
      SELECT happened_on AS "on", kind AS "eventKind", term, note
      FROM procedure_event WHERE person_id = ${id} ORDER BY happened_on, id`,
    fields: { on: 'date', eventKind: { say: 'deadlines:facts' }, term: 'plain', note: 'words' },
  },
  {
    name: 'tasks',
    tables: ['task'],
    rows: (id) => sql`
      SELECT due_on AS "on", title, note FROM task WHERE person_id = ${id} ORDER BY due_on, id`,
    fields: { on: 'date', title: 'words', note: 'words' },
  },
  {
    name: 'papers',
    tables: ['attachment'],
    // What is sealed is told by nobody's query; restricted papers are handed over by hand.
    rows: (id) => sql`
      SELECT added_on AS "on", title, kind AS "attachmentKind", document_on AS "documentOn",
        expires_on AS "expiresOn", original
      FROM attachment WHERE person_id = ${id} AND is_restricted = 0 ORDER BY added_on, id`,
    fields: {
      on: 'date',
      title: 'words',
      attachmentKind: { label: 'attachmentKinds' },
      documentOn: 'date',
      expiresOn: 'date',
      original: { label: 'originalStates' },
    },
  },
];

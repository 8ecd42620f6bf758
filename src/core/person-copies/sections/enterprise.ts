import { sql } from 'kysely';
import type { CopiedSection } from '../copied-section.ts';

const euros = (column: string) => sql`printf('%.2f', ${sql.ref(column)} / 100.0)`;

/** The firm somebody wants to open, or opened. */
export const enterpriseSections: readonly CopiedSection[] = [
  {
    name: 'enterprise',
    tables: ['enterprise', 'business_plan_section', 'firm'],
    rows: (id) => sql`
      SELECT programme.name AS programme, enterprise.title, idea, enterprise.town, experience, together,
        iif(own_cents IS NULL, NULL, ${euros('own_cents')}) AS euros, tutor, mentor,
        (SELECT json_group_array(words || (SELECT coalesce(group_concat(' · ' || (part.value ->> 'what') || ' ' ||
            printf('%.2f', (part.value ->> 'cents') / 100.0), ''), '') FROM json_each(amounts) AS part))
          FROM business_plan_section WHERE enrolment_id = enrolment.id) AS "planSections",
        firm.name AS firm, opened_on AS "openedOn", form AS "firmForm", ateco, closed_on AS "closedOn", firm.note
      FROM enrolment JOIN programme ON programme.id = programme_id
        LEFT JOIN enterprise ON enterprise.enrolment_id = enrolment.id
        LEFT JOIN firm ON firm.enrolment_id = enrolment.id
      WHERE person_id = ${id} AND (enterprise.enrolment_id IS NOT NULL OR firm.enrolment_id IS NOT NULL
        OR EXISTS (SELECT 1 FROM business_plan_section WHERE enrolment_id = enrolment.id))
      ORDER BY enrolled_on, enrolment.id`,
    fields: {
      programme: 'words',
      title: 'words',
      idea: 'words',
      town: 'words',
      experience: 'words',
      together: 'words',
      euros: 'plain',
      tutor: 'words',
      mentor: 'words',
      planSections: 'list',
      firm: 'words',
      openedOn: 'date',
      firmForm: { label: 'firmForms' },
      ateco: 'plain',
      closedOn: 'date',
      note: 'words',
    },
  },
  {
    name: 'loans',
    tables: ['loan_application'],
    rows: (id) => sql`
      SELECT asked_on AS "askedOn", organisation.name AS recipient, ${euros('asked_cents')} AS "askedEuros",
        state AS "loanState", answered_on AS "repliedOn",
        iif(granted_cents IS NULL, NULL, ${euros('granted_cents')}) AS "grantedEuros",
        repayment AS "loanRepayment", repayment_on AS "on", loan_application.note
      FROM loan_application JOIN enrolment ON enrolment.id = enrolment_id
        JOIN organisation ON organisation.id = organisation_id
      WHERE person_id = ${id} ORDER BY asked_on, loan_application.id`,
    fields: {
      askedOn: 'date',
      recipient: 'words',
      askedEuros: 'plain',
      loanState: { label: 'loanStates' },
      repliedOn: 'date',
      grantedEuros: 'plain',
      loanRepayment: { label: 'loanRepayments' },
      on: 'date',
      note: 'words',
    },
  },
  {
    name: 'mentorMeetings',
    tables: ['mentor_meeting'],
    rows: (id) => sql`
      SELECT held_on AS "on", met AS "meetingWith", mentor_meeting.name AS mentor, minutes, about,
        next AS "nextStep"
      FROM mentor_meeting JOIN enrolment ON enrolment.id = enrolment_id
      WHERE person_id = ${id} ORDER BY held_on, mentor_meeting.id`,
    fields: {
      on: 'date',
      meetingWith: { label: 'meetingWith' },
      mentor: 'words',
      minutes: 'plain',
      about: 'words',
      nextStep: 'words',
    },
  },
];

import { sql } from 'kysely';
import { openNeed } from '../../assessments/sealed-needs.ts';
import { caseKeyOf } from '../../vault/restricted.ts';
import type { CopiedSection } from '../copied-section.ts';

export const agreementSections: readonly CopiedSection[] = [
  {
    name: 'assessments',
    tables: ['assessment', 'assessment_score'],
    rows: (id) => sql`
      SELECT assessed_on AS "on", domain AS "lifeDomain", level AS "needLevel", words, own_view AS "ownView", note
      FROM assessment LEFT JOIN assessment_score ON assessment_id = assessment.id
      WHERE person_id = ${id} ORDER BY assessed_on, assessment.id, domain`,
    fields: {
      on: 'date',
      lifeDomain: { label: 'lifeDomains' },
      needLevel: { label: 'needLevels' },
      words: 'words',
      ownView: 'words',
      note: 'words',
    },
  },
  {
    name: 'specificNeeds',
    tables: ['specific_need'],
    rows: (id) => sql`
      SELECT recorded_on AS "on", code AS "specificNeed", ended_on AS "to", note, id, sealed
      FROM specific_need WHERE person_id = ${id} ORDER BY recorded_on, id`,
    // Their own, and made by a coordinator: nothing is kept back.
    open: async (context, personId, rows) => {
      if (!rows.some((row) => row.sealed)) return rows;
      const caseKey = await caseKeyOf(context, personId);
      return rows.map((row) => {
        if (!(row.sealed instanceof Uint8Array)) return row;
        const sealedRow = { id: String(row.id), sealed: row.sealed };
        const { code, note } = openNeed(context, caseKey, sealedRow);
        return { ...row, specificNeed: code, note: note ?? null };
      });
    },
    fields: { on: 'date', specificNeed: { label: 'specificNeeds' }, to: 'date', note: 'words' },
  },
  {
    name: 'plans',
    tables: ['plan', 'plan_progress'],
    rows: (id) => sql`
      SELECT details ->> 'madeOn' AS "on", version, state AS "planState", signed_on AS "signedOn",
        details -> 'priorities' AS priorities, details ->> 'strengths' AS strengths,
        (SELECT json_group_array(goal.value ->> 'statement')
          FROM json_each(details, '$.goals') AS goal) AS goals,
        (SELECT json_group_array(action.value ->> 'what') FROM json_each(details, '$.goals') AS goal,
          json_each(goal.value, '$.actions') AS action) AS actions,
        (SELECT json_group_array(done_on) FROM plan_progress
          WHERE plan_id = plan.id AND done_on IS NOT NULL) AS "actionsDoneOn"
      FROM plan WHERE person_id = ${id} ORDER BY version`,
    fields: {
      on: 'date',
      version: 'plain',
      planState: { label: 'planStates' },
      signedOn: 'date',
      priorities: 'list',
      strengths: 'words',
      goals: 'list',
      actions: 'list',
      actionsDoneOn: 'list',
    },
  },
  {
    // Of the rows above: each goal whole.
    name: 'planGoals',
    tables: [],
    rows: (id) => sql`
      SELECT version, goal.value ->> 'statement' AS goal, goal.value ->> 'domain' AS "lifeDomain",
        goal.value ->> 'baseline' AS baseline, goal.value ->> 'target' AS target,
        goal.value ->> 'indicator' AS "goalIndicator", goal.value ->> 'byWhen' AS "byWhen",
        goal.value ->> 'whyItMatters' AS "whyItMatters", goal.value ->> 'result' AS "goalResult",
        goal.value ->> 'resultWhy' AS "resultWhy"
      FROM plan, json_each(details, '$.goals') AS goal
      WHERE person_id = ${id} ORDER BY version, goal.key`,
    fields: {
      version: 'plain',
      goal: 'words',
      lifeDomain: { label: 'lifeDomains' },
      baseline: 'words',
      target: 'words',
      goalIndicator: 'words',
      byWhen: 'date',
      whyItMatters: 'words',
      goalResult: { label: 'goalResults' },
      resultWhy: 'words',
    },
  },
  {
    name: 'reviews',
    tables: ['plan_review'],
    rows: (id) => sql`
      SELECT reviewed_on AS "on", decision AS "reviewDecision", plan_review.details ->> 'note' AS note
      FROM plan_review JOIN plan ON plan.id = plan_id
      WHERE person_id = ${id} ORDER BY reviewed_on, plan_review.id`,
    fields: { on: 'date', reviewDecision: { label: 'reviewDecisions' }, note: 'words' },
  },
  {
    name: 'consents',
    tables: ['consent'],
    rows: (id) => sql`
      SELECT given_on AS "on", purpose, legal_basis AS "legalBasis",
        coalesce(organisation.name, recipient) AS recipient,
        data_categories AS "dataCategories", given_by AS "givenBy", child_stance AS "childStance",
        child_words AS "childWords", way AS "consentWay", language, interpreter IS NOT NULL AS interpreted,
        notice_version AS "noticeVersion", notice_given_on AS "noticeGivenOn", scope,
        expires_on AS "expiresOn", withdrawn_on AS "withdrawnOn", withdrawal_reason AS "withdrawalReason"
      FROM consent LEFT JOIN organisation ON organisation.id = organisation_id
      WHERE person_id = ${id} ORDER BY given_on, consent.id`,
    fields: {
      on: 'date',
      purpose: { label: 'consentPurposes' },
      legalBasis: { label: 'legalBases' },
      recipient: 'words',
      dataCategories: { labels: 'dataCategories' },
      givenBy: { label: 'consentGivers' },
      childStance: { label: 'childStances' },
      childWords: 'words',
      consentWay: { label: 'consentWays' },
      language: 'language',
      // That somebody interpreted is theirs to know; who it was is another person's name.
      interpreted: 'yesNo',
      noticeVersion: 'plain',
      noticeGivenOn: 'date',
      scope: 'words',
      expiresOn: 'date',
      withdrawnOn: 'date',
      withdrawalReason: 'words',
    },
  },
  {
    name: 'notices',
    tables: ['privacy_notice'],
    rows: (id) => sql`
      SELECT given_on AS "on", version, way AS "noticeWay", language, interpreter IS NOT NULL AS interpreted
      FROM privacy_notice WHERE person_id = ${id} ORDER BY given_on, id`,
    fields: {
      on: 'date',
      version: 'plain',
      noticeWay: { label: 'noticeWays' },
      language: 'language',
      interpreted: 'yesNo',
    },
  },
  {
    name: 'withholdings',
    tables: ['withholding'],
    // Their own wish: whom they named in it is part of it.
    rows: (id) => sql`
      SELECT since AS "on", coalesce(organisation.name, from_whom) AS "fromWhom",
        data_categories AS "dataCategories", reason AS "withholdingReason", words, ended_on AS "to"
      FROM withholding LEFT JOIN organisation ON organisation.id = organisation_id
      WHERE person_id = ${id} ORDER BY since, withholding.id`,
    fields: {
      on: 'date',
      fromWhom: 'plain',
      dataCategories: { labels: 'dataCategories' },
      withholdingReason: { label: 'withholdingReasons' },
      words: 'words',
      to: 'date',
    },
  },
  {
    name: 'referrals',
    tables: ['referral', 'referral_step'],
    rows: (id) => sql`
      SELECT opened_on AS "on", organisation.name AS recipient, service AS "serviceType", reason,
        state AS "referralState", sent_on AS "sentOn", replied_on AS "repliedOn",
        outcome AS "referralOutcome", next_step AS "nextStep", closed_on AS "closedOn",
        (SELECT json_group_array(note) FROM referral_step
          WHERE referral_id = referral.id AND note IS NOT NULL) AS notes
      FROM referral JOIN organisation ON organisation.id = organisation_id
      WHERE person_id = ${id} ORDER BY opened_on, referral.id`,
    fields: {
      on: 'date',
      recipient: 'plain',
      serviceType: { label: 'serviceTypes' },
      reason: 'words',
      referralState: { label: 'referralStates' },
      sentOn: 'date',
      repliedOn: 'date',
      referralOutcome: { label: 'referralOutcomes' },
      nextStep: 'words',
      closedOn: 'date',
      notes: 'list',
    },
  },
  {
    name: 'inboundReferrals',
    tables: ['inbound_referral'],
    rows: (id) => sql`
      SELECT received_on AS "on", coalesce(organisation.name, sender) AS "sentBy", request,
        replied_on AS "repliedOn", reply AS "inboundReply", reply_words AS words
      FROM inbound_referral LEFT JOIN organisation ON organisation.id = organisation_id
      WHERE person_id = ${id} ORDER BY received_on, inbound_referral.id`,
    fields: {
      on: 'date',
      sentBy: 'words',
      request: 'words',
      repliedOn: 'date',
      inboundReply: { label: 'inboundReplies' },
      words: 'words',
    },
  },
  {
    name: 'letters',
    tables: ['letter'],
    rows: (id) => sql`
      SELECT issued_on AS "on", protocol_number || '/' || protocol_year AS protocol,
        addressee ->> 'name' AS recipient, details -> 'facts' AS "letterFacts",
        details ->> 'situation' AS situation, details ->> 'request' AS request
      FROM letter WHERE person_id = ${id} ORDER BY issued_on, id`,
    fields: {
      on: 'date',
      protocol: 'plain',
      recipient: 'plain',
      letterFacts: { labels: 'letterFacts' },
      situation: 'words',
      request: 'words',
    },
  },
  {
    name: 'keeping',
    tables: ['retention_decision', 'legal_hold'],
    rows: (id) => sql`
      SELECT decided_on AS "on", keep_until AS "keptUntil", reason FROM retention_decision WHERE person_id = ${id}
      UNION ALL
      SELECT substr(changed_at, 1, 10), until_on, reason FROM legal_hold WHERE person_id = ${id} ORDER BY 1`,
    fields: { on: 'date', keptUntil: 'date', reason: 'words' },
  },
];

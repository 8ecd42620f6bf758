import { activityProcedures } from './activities.ts';
import { appointmentProcedures } from './appointments.ts';
import { assessmentProcedures } from './assessments.ts';
import { attachmentProcedures } from './attachments.ts';
import { auditProcedures } from './audit.ts';
import { backupProcedures } from './backups.ts';
import { caseFileProcedures } from './case-files.ts';
import { consentProcedures } from './consents.ts';
import { consolidationProcedures } from './consolidations.ts';
import { dashboardProcedures } from './dashboards.ts';
import { deadlineProcedures } from './deadlines.ts';
import { diaryProcedures } from './diary.ts';
import { directoryProcedures } from './directory.ts';
import { documentProcedures } from './documents.ts';
import { draftProcedures } from './drafts.ts';
import { duplicatesProcedures } from './duplicates.ts';
import { enrolmentProcedures } from './enrolments.ts';
import { enterpriseProcedures } from './enterprises.ts';
import { erasureProcedures } from './erasures.ts';
import { followUpProcedures } from './follow-ups.ts';
import { formProcedures } from './forms.ts';
import { identifiedSheetProcedures } from './identified-sheets.ts';
import { importProcedures } from './imports.ts';
import { inboundReferralProcedures } from './inbound-referrals.ts';
import { ledgerProcedures } from './ledgers.ts';
import { letterBatchProcedures } from './letter-batches.ts';
import { letterTemplateProcedures } from './letter-templates.ts';
import { letterProcedures } from './letters.ts';
import { listProcedures } from './lists.ts';
import { matchProcedures } from './matches.ts';
import { networkProcedures } from './network.ts';
import { notesProcedures } from './notes.ts';
import { peopleProcedures } from './people.ts';
import { personCopyProcedures } from './person-copies.ts';
import { personRecordProcedures } from './person-records.ts';
import { planProcedures } from './plans.ts';
import type { Procedure } from './procedure.ts';
import { programmeResultProcedures } from './programme-results.ts';
import { programmeProcedures } from './programmes.ts';
import { protocolProcedures } from './protocol.ts';
import { recoveryProcedures } from './recovery.ts';
import { referralProcedures } from './referrals.ts';
import { releaseProcedures } from './releases.ts';
import { reportPlanProcedures } from './report-plans.ts';
import { reportProcedures } from './reports.ts';
import { retentionProcedures } from './retention.ts';
import { serviceProcedures } from './services.ts';
import { settingsProcedures } from './settings.ts';
import { shellProcedures } from './shell.ts';
import { tieProcedures } from './ties.ts';
import { todayProcedures } from './today.ts';
import { userProcedures } from './users.ts';
import { vaultProcedures } from './vault.ts';

/** Every procedure the vault answers. */
export const vaultContract = {
  ...vaultProcedures,
  ...userProcedures,
  ...settingsProcedures,
  ...peopleProcedures,
  ...importProcedures,
  ...listProcedures,
  ...assessmentProcedures,
  ...consentProcedures,
  ...planProcedures,
  ...followUpProcedures,
  ...ledgerProcedures,
  ...enterpriseProcedures,
  ...matchProcedures,
  ...activityProcedures,
  ...programmeProcedures,
  ...programmeResultProcedures,
  ...enrolmentProcedures,
  ...personRecordProcedures,
  ...tieProcedures,
  ...caseFileProcedures,
  ...deadlineProcedures,
  ...todayProcedures,
  ...serviceProcedures,
  ...appointmentProcedures,
  ...diaryProcedures,
  ...directoryProcedures,
  ...networkProcedures,
  ...referralProcedures,
  ...inboundReferralProcedures,
  ...letterProcedures,
  ...letterBatchProcedures,
  ...letterTemplateProcedures,
  ...protocolProcedures,
  ...documentProcedures,
  ...formProcedures,
  ...duplicatesProcedures,
  ...reportProcedures,
  ...reportPlanProcedures,
  ...dashboardProcedures,
  ...consolidationProcedures,
  ...releaseProcedures,
  ...identifiedSheetProcedures,
  ...attachmentProcedures,
  ...draftProcedures,
  ...notesProcedures,
  ...auditProcedures,
  ...backupProcedures,
  ...recoveryProcedures,
  ...personCopyProcedures,
  ...erasureProcedures,
  ...retentionProcedures,
};

/** Everything a page can call. */
const contract = { ...vaultContract, ...shellProcedures };

export type VaultContract = typeof vaultContract;
export type Contract = typeof contract;

/** What a caller gives (before defaults) and gets. */
export type InputOf<C, N extends keyof C> =
  C[N] extends Procedure<infer Input, unknown, unknown> ? Input : never;
export type OutputOf<C, N extends keyof C> =
  C[N] extends Procedure<unknown, unknown, infer Output> ? Output : never;
/** What a handler gets, after validation. */
export type ParsedInputOf<C, N extends keyof C> =
  C[N] extends Procedure<unknown, infer Parsed, unknown> ? Parsed : never;

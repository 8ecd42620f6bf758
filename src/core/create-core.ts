import { vaultContract } from '#api/contract.ts';
import type { CallResult } from '#api/errors.ts';
import { createDispatch, type Handlers } from '#api/server.ts';
import { openTypesettingWorker } from '#typesetting/typeset-in-worker.ts';
import { activityHandlers } from './activities/handlers.ts';
import { appointmentHandlers } from './appointments/handlers.ts';
import { assessmentHandlers } from './assessments/handlers.ts';
import { attachmentHandlers } from './attachments/handlers.ts';
import { auditedCall } from './audit/audited.ts';
import { auditHandlers } from './audit/handlers.ts';
import { type AutomaticBackup, makeDueBackup } from './backups/automatic.ts';
import { backupHandlers } from './backups/handlers.ts';
import { caseworkHandlers } from './casework/handlers.ts';
import { consentHandlers } from './consents/handlers.ts';
import type { CoreContext } from './context.ts';
import { dashboardHandlers } from './dashboards/handlers.ts';
import { codeOfFileFailure } from './database/file-failure.ts';
import { deadlineHandlers } from './deadlines/handlers.ts';
import { diaryHandlers } from './diary/handlers.ts';
import { directoryHandlers } from './directory/handlers.ts';
import { documentHandlers } from './documents/handlers.ts';
import { draftHandlers } from './drafts/handlers.ts';
import { duplicatesHandlers } from './duplicates/handlers.ts';
import { enterpriseHandlers } from './enterprises/handlers.ts';
import { erasureHandlers } from './erasures/handlers.ts';
import { followUpHandlers } from './follow-ups/handlers.ts';
import { formHandlers } from './forms/handlers.ts';
import { importHandlers } from './imports/handlers.ts';
import { ledgerHandlers } from './ledgers/handlers.ts';
import { letterBatchHandlers } from './letter-batches/handlers.ts';
import { letterTemplateHandlers } from './letter-templates/handlers.ts';
import { letterHandlers } from './letters/handlers.ts';
import { listHandlers } from './lists/handlers.ts';
import { matchHandlers } from './matches/handlers.ts';
import { networkHandlers } from './network/handlers.ts';
import { notesHandlers } from './notes/handlers.ts';
import { checkPastDays } from './past-days.ts';
import { peopleHandlers } from './people/handlers.ts';
import { personRecordHandlers } from './people/record-kinds.ts';
import { tieHandlers } from './people/ties.ts';
import { personCopyHandlers } from './person-copies/handlers.ts';
import { planHandlers } from './plans/handlers.ts';
import type { CorePorts } from './ports.ts';
import { programmeHandlers } from './programmes/handlers.ts';
import { protocolHandlers } from './protocol/handlers.ts';
import { recoveryHandlers } from './recovery/handlers.ts';
import { referralHandlers } from './referrals/handlers.ts';
import { reportHandlers } from './reports/handlers.ts';
import { loadResources } from './resources/load-resources.ts';
import { retentionHandlers } from './retention/handlers.ts';
import { serviceHandlers } from './services/handlers.ts';
import { settingsHandlers } from './settings/handlers.ts';
import { todayHandlers } from './today/handlers.ts';
import { userHandlers } from './users/handlers.ts';
import { record } from './vault/audit-log.ts';
import { vaultHandlers } from './vault/handlers.ts';
import { checkTier } from './vault/policy.ts';
import { closeRegister } from './vault/registers.ts';
import { withoutMention } from './vault/restricted-cases.ts';
import { warmUp } from './warm-up.ts';

export interface Core {
  /** Answers one call with data or an error code; never rejects. */
  dispatch(name: string, input: unknown): Promise<CallResult<unknown>>;
  /** Readies what the first list needs, while nobody is in yet. Never rejects: it only saves time. */
  warmUp(): Promise<void>;
  /** Before closing: the copy of the day, if one is due; undefined when none is. */
  makeDueBackup(onBegin: () => void): Promise<AutomaticBackup | undefined>;
  /** Locks the register and ends what runs beside it. */
  close(): Promise<void>;
}

const handlers: Handlers<typeof vaultContract, CoreContext> = {
  ...vaultHandlers,
  ...userHandlers,
  ...settingsHandlers,
  ...peopleHandlers,
  ...importHandlers,
  ...listHandlers,
  ...assessmentHandlers,
  ...consentHandlers,
  ...planHandlers,
  ...followUpHandlers,
  ...ledgerHandlers,
  ...enterpriseHandlers,
  ...matchHandlers,
  ...activityHandlers,
  ...programmeHandlers,
  ...personRecordHandlers,
  ...tieHandlers,
  ...caseworkHandlers,
  ...deadlineHandlers,
  ...todayHandlers,
  ...serviceHandlers,
  ...appointmentHandlers,
  ...diaryHandlers,
  ...directoryHandlers,
  ...networkHandlers,
  ...referralHandlers,
  ...letterHandlers,
  ...letterBatchHandlers,
  ...letterTemplateHandlers,
  ...protocolHandlers,
  ...documentHandlers,
  ...formHandlers,
  ...duplicatesHandlers,
  ...reportHandlers,
  ...dashboardHandlers,
  ...attachmentHandlers,
  ...draftHandlers,
  ...notesHandlers,
  ...auditHandlers,
  ...backupHandlers,
  ...recoveryHandlers,
  ...personCopyHandlers,
  ...erasureHandlers,
  ...retentionHandlers,
};

/** Throws when a file in `resources/` is not valid: a program that half knows its rules must not start. */
export function createCore(ports: CorePorts): Core {
  const context: CoreContext = {
    ports,
    resources: loadResources(ports.resourcesDir),
    typesetter: openTypesettingWorker(
      ports.typesetWorkerUrl ? { workerUrl: ports.typesetWorkerUrl } : {},
    ),
    register: undefined,
  };
  ports.registerOpened(null);
  const dispatch = createDispatch({
    contract: vaultContract,
    handlers,
    context,
    currentRole: () => context.register?.user.role,
    before: async (name, input) => {
      await checkTier(context, name, input);
      checkPastDays(name, input, ports.clock.today());
    },
    after: async (name, input, answer) => {
      const call = context.register && auditedCall(name, input);
      if (call) await record(context, call.action, call.objectId);
      return withoutMention(context, answer);
    },
    codeOf: codeOfFileFailure,
    onFailure: ports.reportFailure,
  });
  return {
    dispatch,
    warmUp: () => warmUp(context).catch((failure) => ports.reportFailure('warmUp', failure)),
    makeDueBackup: (onBegin) => makeDueBackup(context, onBegin),
    close: async () => {
      await closeRegister(context);
      await context.typesetter.close();
    },
  };
}

/*
 * Which calls leave a line in the audit log: access and roles, what is read in the restricted tier, what
 * leaves the register as a document or a number. Daily casework is in the rows themselves (who, when).
 */
import type { VaultContract } from '#api/contract.ts';

type Audited = Partial<
  Record<
    keyof VaultContract,
    'id' | 'personId' | 'keptId' | 'planId' | 'letterId' | 'subjectId' | 'programmeId' | 'none'
  >
>;

/** The field of the input whose id is noted. */
export const audited: Audited = {
  'vault.confirmRecoveryKey': 'none',
  'vault.renewRecoveryKey': 'none',
  'vault.setLockAfter': 'none',
  'users.add': 'none',
  'users.changeRole': 'id',
  'users.changePhotos': 'id',
  'users.reset': 'id',
  'users.suspend': 'id',
  'users.resume': 'id',
  'users.remove': 'id',
  'users.changePassphrase': 'none',
  'notes.get': 'id',
  'notes.save': 'personId',
  'caseAccess.grant': 'personId',
  'caseAccess.revoke': 'personId',
  'caseAccess.save': 'personId',
  'specificNeeds.remove': 'id',
  'consents.withdraw': 'id',
  'merges.create': 'keptId',
  'inboundReferrals.remove': 'id',
  'merges.undo': 'id',
  'documents.printPlan': 'planId',
  'documents.savePlan': 'planId',
  'documents.saveLetter': 'letterId',
  'identifiedSheets.save': 'none',
  'releases.send': 'none',
  'releases.saveFile': 'id',
  'figures.open': 'id',
  'programmeResults.open': 'id',
  'consolidations.save': 'none',
  'areaMaps.save': 'none',
  'nationalityMaps.save': 'id',
  'reportPlans.save': 'id',
  'reportPlans.remove': 'id',
  'forms.print': 'subjectId',
  'forms.save': 'subjectId',
  'safetyPages.get': 'id',
  'safetyPages.print': 'id',
  'safetyPages.save': 'id',
  'documents.saveLetterCopy': 'letterId',
  'documents.saveProtocol': 'none',
  'letterBatches.save': 'none',
  'letters.recordCopy': 'letterId',
  'letters.confirm': 'id',
  'protocol.annul': 'id',
  'ledgers.export': 'programmeId',
  'communityMeetings.export': 'programmeId',
  'benchmarks.export': 'programmeId',
  'portalEntries.save': 'id',
  'programmeTemplates.export': 'id',
  'programmeTemplates.import': 'none',
  'programmeTemplates.remove': 'id',
  'lists.export': 'none',
  'lists.recordPrint': 'none',
  'assignments.create': 'none',
  'assignments.undo': 'id',
  'imports.save': 'none',
  'imports.saveProblems': 'none',
  'attachments.get': 'id',
  'attachments.export': 'id',
  'attachments.remove': 'id',
  'backups.savePlace': 'none',
  'backups.saveAutomatic': 'none',
  'backups.create': 'none',
  'backups.prove': 'none',
  'recoveryParts.confirm': 'none',
  'recoverySheets.save': 'none',
  'personCopies.get': 'personId',
  'personCopies.save': 'personId',
  'erasures.start': 'personId',
  'erasures.withdraw': 'id',
  'backups.remove': 'id',
  'erasures.mentions': 'personId',
  'erasures.crossOut': 'personId',
  'erasures.confirm': 'id',
  'erasures.saveCertificate': 'id',
  'legalHolds.give': 'personId',
  'legalHolds.withdraw': 'id',
  'retention.record': 'personId',
  'retentionRules.save': 'none',
};

/** What to note after a call, or undefined. */
export function auditedCall(
  name: string,
  input: unknown,
): { action: string; objectId: string | undefined } | undefined {
  const field = Object.hasOwn(audited, name) ? audited[name as keyof VaultContract] : undefined;
  if (field === undefined) return undefined;
  const objectId = field === 'none' ? undefined : (input as Record<string, unknown>)[field];
  return { action: name, objectId: typeof objectId === 'string' ? objectId : undefined };
}

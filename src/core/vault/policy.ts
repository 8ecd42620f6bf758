/*
 * The second half of the policy: how much of the register each procedure reaches, beside the roles that may call
 * it at all (`role` in the contract). Whoever adds a procedure says here whether it can speak of a restricted
 * case or of what is sealed; without a line it does not compile. Checked before every call, in the vault.
 */
import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { Role } from '#domain/vault/role.ts';
import type { CoreContext } from '../context.ts';
import { refuseHidden, seesAllCases } from './restricted-cases.ts';

/**
 * `nobody`: takes and tells nothing of anybody in the register.
 * `general`: people; a restricted case is refused by id and left out of answers for who is not named on it.
 * `partly`: as `general`, with parts that whoever has no key for the case gets empty or is refused.
 * `sealed`: only what is under the key of a case.
 * `whole`: everybody, restricted cases among them; only for those who see them all.
 * `numbers`: counts over everybody that say nothing of anybody; as `whole`.
 */
export const tiers = ['nobody', 'general', 'partly', 'sealed', 'whole', 'numbers'] as const;
export type Tier = (typeof tiers)[number];

export const tierOf: Readonly<Record<keyof VaultContract, Tier>> = {
  'vault.status': 'nobody',
  'vault.suggestPassphrase': 'nobody',
  'vault.gradePassphrase': 'nobody',
  'vault.create': 'nobody',
  'vault.unlock': 'nobody',
  'vault.recover': 'nobody',
  'vault.lock': 'nobody',
  'vault.session': 'nobody',
  'vault.confirmRecoveryKey': 'nobody',
  'vault.renewRecoveryKey': 'nobody',
  'vault.setLockAfter': 'nobody',
  'users.list': 'nobody',
  'users.add': 'nobody',
  'users.changeRole': 'nobody',
  'users.reset': 'nobody',
  'users.suspend': 'nobody',
  'users.resume': 'nobody',
  'users.remove': 'nobody',
  'users.changePassphrase': 'nobody',
  'association.get': 'nobody',
  'association.save': 'nobody',
  'vocabularies.get': 'nobody',
  'organisations.list': 'general',
  'organisations.get': 'general',
  'organisations.save': 'general',
  'organisations.confirm': 'general',
  'organisations.close': 'general',
  'organisations.reopen': 'general',
  'referrals.list': 'general',
  'referrals.get': 'general',
  'referrals.create': 'general',
  'referrals.save': 'general',
  'referrals.record': 'general',
  'referrals.recordReceipts': 'general',
  'referrals.reopen': 'whole',
  'lostContacts.list': 'general',
  'people.list': 'general',
  'people.get': 'general',
  'people.create': 'general',
  'people.update': 'general',
  'listLooks.get': 'nobody',
  'listLooks.save': 'nobody',
  'views.list': 'partly',
  'views.save': 'partly',
  'views.remove': 'partly',
  'views.restore': 'partly',
  'lists.check': 'whole',
  'lists.export': 'whole',
  'assignments.create': 'whole',
  'assignments.undo': 'whole',
  'imports.open': 'whole',
  'imports.words': 'whole',
  'imports.check': 'whole',
  'imports.save': 'whole',
  'imports.stop': 'whole',
  'imports.saveProblems': 'whole',
  'imports.close': 'whole',
  'people.findSimilar': 'general',
  'duplicates.list': 'general',
  'duplicates.dismiss': 'general',
  'merges.list': 'general',
  'merges.create': 'general',
  'merges.undo': 'whole',
  'fiscalCodes.check': 'nobody',
  'personContacts.list': 'general',
  'personContacts.save': 'general',
  'personContacts.remove': 'general',
  'personAddresses.list': 'general',
  'personAddresses.save': 'general',
  'personAddresses.remove': 'general',
  'identityDocuments.list': 'general',
  'identityDocuments.save': 'general',
  'identityDocuments.remove': 'general',
  'legalStatusPeriods.list': 'general',
  'legalStatusPeriods.save': 'general',
  'legalStatusPeriods.remove': 'general',
  'receptionStays.list': 'general',
  'receptionStays.save': 'general',
  'receptionStays.remove': 'general',
  'education.list': 'general',
  'education.save': 'general',
  'education.remove': 'general',
  'work.list': 'general',
  'work.save': 'general',
  'work.remove': 'general',
  'housing.list': 'general',
  'housing.save': 'general',
  'housing.remove': 'general',
  'ties.list': 'general',
  'ties.save': 'general',
  'ties.remove': 'general',
  'households.list': 'general',
  'workers.list': 'nobody',
  'caseFiles.assign': 'general',
  'caseFiles.transfer': 'general',
  'caseFiles.close': 'general',
  'caseFiles.reopen': 'general',
  'assessments.list': 'general',
  'assessments.get': 'general',
  'assessments.start': 'general',
  'assessments.save': 'general',
  'assessments.complete': 'general',
  'assessments.reopen': 'general',
  'assessments.record': 'general',
  'specificNeeds.list': 'partly',
  'specificNeeds.record': 'partly',
  'specificNeeds.close': 'partly',
  'specificNeeds.remove': 'partly',
  'consents.list': 'general',
  'consents.give': 'general',
  'consents.withdraw': 'general',
  'consents.recordFollowUp': 'general',
  'consents.due': 'general',
  'privacyNotices.list': 'general',
  'privacyNotices.give': 'general',
  'withholdings.list': 'general',
  'withholdings.record': 'general',
  'withholdings.close': 'general',
  'plans.list': 'general',
  'plans.get': 'general',
  'plans.start': 'general',
  'plans.save': 'general',
  'plans.sign': 'general',
  'plans.template': 'nobody',
  'plans.recordProgress': 'general',
  'plans.recordReview': 'general',
  'plans.due': 'general',
  'letters.templates': 'nobody',
  'letters.issue': 'general',
  'deadlines.list': 'general',
  'deadlineMarks.record': 'general',
  'deadlineMarks.withdraw': 'general',
  'procedureEvents.list': 'general',
  'procedureEvents.save': 'general',
  'procedureEvents.withdraw': 'general',
  'tasks.get': 'general',
  'tasks.save': 'general',
  'tasks.withdraw': 'general',
  'deadlineRules.list': 'nobody',
  'deadlineRules.save': 'nobody',
  'services.list': 'general',
  'services.get': 'general',
  'services.suggest': 'general',
  'services.save': 'general',
  'services.remove': 'general',
  'services.restore': 'general',
  'sessions.list': 'general',
  'sessions.get': 'general',
  'sessions.save': 'general',
  'sessions.repeat': 'general',
  'sessions.remove': 'general',
  'sessions.restore': 'general',
  'appointments.list': 'general',
  'appointments.get': 'general',
  'appointments.save': 'general',
  'appointments.record': 'general',
  'appointments.move': 'general',
  'appointments.remove': 'general',
  'appointments.restore': 'general',
  'appointments.findConflicts': 'general',
  'diary.list': 'general',
  'today.get': 'general',
  'documents.plan': 'general',
  'documents.savePlan': 'general',
  'documents.previewLetter': 'general',
  'documents.letter': 'general',
  'documents.saveLetter': 'general',
  'reports.summary': 'numbers',
  'reports.saveSummary': 'numbers',
  'attachments.list': 'partly',
  'attachments.add': 'partly',
  'attachments.addFile': 'partly',
  'attachments.get': 'partly',
  'attachments.thumbnail': 'partly',
  'attachments.saveThumbnail': 'partly',
  'attachments.portrait': 'partly',
  'attachments.save': 'partly',
  'attachments.remove': 'partly',
  'attachments.export': 'partly',
  'drafts.list': 'partly',
  'drafts.get': 'partly',
  'drafts.save': 'partly',
  'drafts.remove': 'partly',
  'notes.list': 'sealed',
  'notes.get': 'sealed',
  'notes.save': 'sealed',
  'caseAccess.list': 'partly',
  'caseAccess.grant': 'whole',
  'caseAccess.revoke': 'whole',
  'caseAccess.save': 'whole',
  'audit.list': 'whole',
  'audit.check': 'whole',
  'backups.get': 'nobody',
  'backups.savePlace': 'nobody',
  'backups.saveAutomatic': 'nobody',
  'backups.create': 'nobody',
  'backups.stop': 'nobody',
  'backups.prove': 'nobody',
  'backups.open': 'nobody',
  'backups.restore': 'nobody',
  'recoveryParts.create': 'nobody',
  'recoveryParts.confirm': 'nobody',
  'recoverySheets.get': 'nobody',
  'recoverySheets.save': 'nobody',
  'recipients.list': 'general',
  'personCopies.get': 'whole',
  'personCopies.save': 'whole',
  'erasures.get': 'whole',
  'erasures.list': 'whole',
  'erasures.start': 'whole',
  'erasures.withdraw': 'whole',
  'erasures.confirm': 'whole',
  'erasures.certificate': 'whole',
  'erasures.saveCertificate': 'whole',
  'retention.list': 'whole',
  'retention.record': 'whole',
  'retentionRules.list': 'nobody',
  'retentionRules.save': 'nobody',
  'legalHolds.list': 'general',
  'legalHolds.give': 'whole',
  'legalHolds.withdraw': 'whole',
};

/** Why this tier is not for them, whatever their role lets them call. */
export function refusalByTier(
  tier: Tier,
  { role, isNamedOnSome }: { role: Role; isNamedOnSome: boolean },
): 'role_missing' | 'restricted_no_access' | undefined {
  if (tier === 'whole' || tier === 'numbers') {
    return seesAllCases(role) ? undefined : 'role_missing';
  }
  if (tier !== 'sealed' || role === 'coordinator') return undefined;
  return isNamedOnSome ? undefined : 'restricted_no_access';
}

async function isNamedOnSome({ register }: CoreContext): Promise<boolean> {
  const row = await register?.db
    .selectFrom('case_access')
    .select('person_id')
    .where('user_id', '=', register.user.id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Before a call of an open register. Fails with `case_restricted`, `restricted_no_access`, `role_missing`. */
export async function checkTier(context: CoreContext, name: string, input: unknown): Promise<void> {
  if (!context.register) return;
  await refuseHidden(context, input);
  const tier = tierOf[name as keyof VaultContract];
  const { role } = context.register.user;
  const named = tier === 'sealed' && (await isNamedOnSome(context));
  const refusal = refusalByTier(tier, { role, isNamedOnSome: named });
  if (refusal) throw new ProcedureError(refusal);
}

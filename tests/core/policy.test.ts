import { describe, expect, test } from 'vitest';
import { vaultContract } from '#api/contract.ts';
import { errorCodes } from '#api/errors.ts';
import { roles } from '#domain/vault/role.ts';
import { keysOf } from '../support/keys-of.ts';
import { openCore, startCore } from '../support/open-core.ts';

/**
 * Who may call what, written down a second time on purpose: a procedure that is new, or that a change opened
 * to more people, does not match until somebody has thought about it here.
 */
const DESK = 'volunteer mediator coordinator';
const EVERYONE = 'volunteer mediator coordinator reporter';
const POLICY: Record<string, string> = {
  'vault.status': 'anybody',
  'vault.suggestPassphrase': 'anybody',
  'vault.gradePassphrase': 'anybody',
  'vault.create': 'anybody',
  'vault.unlock': 'anybody',
  'vault.recover': 'anybody',
  'vault.lock': 'anybody',
  'vault.session': EVERYONE,
  'vault.confirmRecoveryKey': 'coordinator',
  'vault.renewRecoveryKey': 'coordinator',
  'vault.setLockAfter': 'coordinator',
  'users.list': 'coordinator',
  'users.add': 'coordinator',
  'users.changeRole': 'coordinator',
  'users.reset': 'coordinator',
  'users.suspend': 'coordinator',
  'users.resume': 'coordinator',
  'users.remove': 'coordinator',
  'users.changePassphrase': EVERYONE,
  'association.get': EVERYONE,
  'association.save': 'coordinator',
  'vocabularies.get': EVERYONE,
  'organisations.list': DESK,
  'organisations.get': DESK,
  'organisations.save': DESK,
  'organisations.confirm': DESK,
  'organisations.close': DESK,
  'organisations.reopen': DESK,
  'referrals.list': DESK,
  'referrals.get': DESK,
  'referrals.create': DESK,
  'referrals.save': DESK,
  'referrals.record': DESK,
  'referrals.recordReceipts': DESK,
  'referrals.reopen': 'coordinator',
  'lostContacts.list': DESK,
  'people.list': DESK,
  'people.get': DESK,
  'people.create': DESK,
  'people.update': DESK,
  'listLooks.get': DESK,
  'listLooks.save': DESK,
  'views.list': DESK,
  'views.save': DESK,
  'views.remove': DESK,
  'views.restore': DESK,
  'lists.check': 'coordinator',
  'lists.export': 'coordinator',
  'assignments.create': 'coordinator',
  'assignments.undo': 'coordinator',
  'imports.open': 'coordinator',
  'imports.words': 'coordinator',
  'imports.check': 'coordinator',
  'imports.save': 'coordinator',
  'imports.stop': 'coordinator',
  'imports.saveProblems': 'coordinator',
  'imports.close': 'coordinator',
  'people.findSimilar': DESK,
  'duplicates.list': DESK,
  'duplicates.dismiss': DESK,
  'merges.list': 'mediator coordinator',
  'merges.create': 'mediator coordinator',
  'merges.undo': 'coordinator',
  'fiscalCodes.check': DESK,
  'personContacts.list': DESK,
  'personContacts.save': DESK,
  'personContacts.remove': DESK,
  'personAddresses.list': DESK,
  'personAddresses.save': DESK,
  'personAddresses.remove': DESK,
  'identityDocuments.list': DESK,
  'identityDocuments.save': DESK,
  'identityDocuments.remove': DESK,
  'legalStatusPeriods.list': DESK,
  'legalStatusPeriods.save': DESK,
  'legalStatusPeriods.remove': DESK,
  'receptionStays.list': DESK,
  'receptionStays.save': DESK,
  'receptionStays.remove': DESK,
  'education.list': DESK,
  'education.save': DESK,
  'education.remove': DESK,
  'work.list': DESK,
  'work.save': DESK,
  'work.remove': DESK,
  'housing.list': DESK,
  'housing.save': DESK,
  'housing.remove': DESK,
  'ties.list': DESK,
  'ties.save': DESK,
  'ties.remove': DESK,
  'households.list': DESK,
  'workers.list': DESK,
  'caseFiles.assign': DESK,
  'caseFiles.transfer': DESK,
  'caseFiles.close': DESK,
  'caseFiles.reopen': DESK,
  'assessments.list': DESK,
  'assessments.get': DESK,
  'assessments.start': DESK,
  'assessments.save': DESK,
  'assessments.complete': DESK,
  'assessments.reopen': DESK,
  'assessments.record': DESK,
  'specificNeeds.list': DESK,
  'specificNeeds.record': DESK,
  'specificNeeds.close': DESK,
  'specificNeeds.remove': DESK,
  'consents.list': DESK,
  'consents.give': DESK,
  'consents.withdraw': DESK,
  'consents.recordFollowUp': DESK,
  'consents.due': DESK,
  'privacyNotices.list': DESK,
  'privacyNotices.give': DESK,
  'withholdings.list': DESK,
  'withholdings.record': DESK,
  'withholdings.close': DESK,
  'plans.list': DESK,
  'plans.get': DESK,
  'plans.start': DESK,
  'plans.save': DESK,
  'plans.sign': DESK,
  'plans.template': DESK,
  'plans.recordProgress': DESK,
  'plans.recordReview': DESK,
  'plans.due': DESK,
  'letters.templates': DESK,
  'letters.issue': DESK,
  'deadlines.list': DESK,
  'deadlineMarks.record': DESK,
  'deadlineMarks.withdraw': DESK,
  'procedureEvents.list': DESK,
  'procedureEvents.save': DESK,
  'procedureEvents.withdraw': DESK,
  'tasks.get': DESK,
  'tasks.save': DESK,
  'tasks.withdraw': DESK,
  'deadlineRules.list': DESK,
  'deadlineRules.save': 'coordinator',
  'services.list': DESK,
  'services.get': DESK,
  'services.suggest': DESK,
  'services.save': DESK,
  'services.remove': DESK,
  'services.restore': DESK,
  'sessions.list': DESK,
  'sessions.get': DESK,
  'sessions.save': DESK,
  'sessions.repeat': DESK,
  'sessions.remove': DESK,
  'sessions.restore': DESK,
  'appointments.list': DESK,
  'appointments.get': DESK,
  'appointments.save': DESK,
  'appointments.record': DESK,
  'appointments.move': DESK,
  'appointments.remove': DESK,
  'appointments.restore': DESK,
  'appointments.findConflicts': DESK,
  'diary.list': DESK,
  'today.get': DESK,
  'documents.plan': DESK,
  'documents.savePlan': DESK,
  'documents.previewLetter': DESK,
  'documents.letter': DESK,
  'documents.saveLetter': DESK,
  'reports.summary': 'reporter coordinator',
  'reports.saveSummary': 'reporter coordinator',
  'attachments.list': DESK,
  'attachments.add': DESK,
  'attachments.addFile': DESK,
  'attachments.get': DESK,
  'attachments.thumbnail': DESK,
  'attachments.saveThumbnail': DESK,
  'attachments.portrait': DESK,
  'attachments.save': DESK,
  'attachments.remove': DESK,
  'attachments.export': DESK,
  'drafts.list': DESK,
  'drafts.get': DESK,
  'drafts.save': DESK,
  'drafts.remove': DESK,
  'notes.list': DESK,
  'notes.get': DESK,
  'notes.save': DESK,
  'caseAccess.list': DESK,
  'caseAccess.grant': 'coordinator',
  'caseAccess.revoke': 'coordinator',
  'caseAccess.save': 'coordinator',
  'audit.list': 'coordinator',
  'audit.check': 'coordinator',
  'backups.get': DESK,
  'backups.savePlace': 'coordinator',
  'backups.saveAutomatic': 'coordinator',
  'backups.create': DESK,
  'backups.stop': 'anybody',
  'backups.prove': DESK,
  'backups.open': 'anybody',
  'backups.restore': 'anybody',
  'recoveryParts.create': 'coordinator',
  'recoveryParts.confirm': 'coordinator',
  'recoverySheets.get': 'coordinator',
  'recoverySheets.save': 'coordinator',
  'recipients.list': DESK,
  'personCopies.get': 'coordinator',
  'personCopies.save': 'coordinator',
  'erasures.get': 'coordinator',
  'erasures.list': 'coordinator',
  'erasures.start': 'coordinator',
  'erasures.withdraw': 'coordinator',
  'erasures.confirm': 'coordinator',
  'erasures.certificate': 'coordinator',
  'erasures.saveCertificate': 'coordinator',
  'retention.list': 'coordinator',
  'retention.record': 'coordinator',
  'retentionRules.list': 'coordinator',
  'retentionRules.save': 'coordinator',
  'legalHolds.list': DESK,
  'legalHolds.give': 'coordinator',
  'legalHolds.withdraw': 'coordinator',
};

// Input that no schema accepts, so that an allowed call stops at validation and changes nothing.
const nonsense = { nonsense: true };

async function codeOf(
  core: { dispatch: (n: string, i: unknown) => Promise<unknown> },
  name: string,
) {
  const result = (await core.dispatch(name, nonsense)) as { error?: { code: string } };
  return result.error?.code;
}

describe('who may call what', () => {
  test('every procedure has a line in the policy', () => {
    expect(Object.keys(POLICY).sort()).toEqual(Object.keys(vaultContract).sort());
  });

  test('while locked, only the calls of the door are answered', async () => {
    const { core } = await startCore();
    for (const [name, allowed] of Object.entries(POLICY)) {
      const expected = allowed === 'anybody' ? 'invalid_input' : 'register_locked';
      expect(await codeOf(core, name), name).toBe(expected);
    }
  });

  test.each(roles)('a %s may call exactly their own procedures', async (role) => {
    const { core, client, folder } = await openCore();
    const passphrase = 'altra frase per altra persona';
    await client.users.add({ name: 'Altra', role, passphrase });
    await client.vault.lock({});
    const { user } = await client.vault.unlock({ folder, name: 'Altra', passphrase });
    expect(user.role).toBe(role);
    for (const [name, allowed] of Object.entries(POLICY)) {
      const mayCall = allowed === 'anybody' || allowed.split(' ').includes(role);
      expect(await codeOf(core, name), name).toBe(mayCall ? 'invalid_input' : 'role_missing');
    }
  });

  test('only a coordinator holds the key of the restricted tier', async () => {
    const { folder, client } = await openCore();
    const passphrase = 'altra frase per altra persona';
    await client.users.add({ name: 'Altra', role: 'volunteer', passphrase });
    await client.vault.lock({});
    const keys = await keysOf(folder, { passphrase, name: 'altra' });
    expect(keys?.general).toHaveLength(32);
    expect(keys?.restricted).toBeUndefined();
  });
});

describe('the life of calls', () => {
  test('mutations wait for each other, and stop when the register is locked', async () => {
    const { core, client } = await openCore();
    const person = {
      names: [{ kind: 'permit', script: 'latin', given: 'A', family: 'B' }],
      sex: 'unknown',
      nationalities: [],
      languages: [],
    };
    const first = core.dispatch('people.create', person);
    const lock = client.vault.lock({});
    const late = core.dispatch('people.create', person);
    expect(await first).toMatchObject({ ok: true });
    await lock;
    expect(await late).toEqual({ ok: false, error: { code: 'register_locked' } });
  });

  test('every error code is told apart', () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length);
  });
});

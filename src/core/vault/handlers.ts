import { randomInt } from 'node:crypto';
import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { Handlers } from '#api/server.ts';
import type { Session, vaultProcedures } from '#api/vault.ts';
import { associationDetails } from '#domain/casework/association.ts';
import { gradeOf } from '#domain/vault/passphrase-strength.ts';
import { isInterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { type CoreContext, changedNow, registerOf } from '../context.ts';
import { recoveryKeyFrom } from '../recovery/typed-recovery.ts';
import { confirmRecoveryKey } from './confirm-recovery.ts';
import { doorDelay } from './door-delay.ts';
import { groupsToConfirm } from './recovery-key.ts';
import { contentOf, doorAsksForName, readKeyring } from './register-folder.ts';
import { closeRegister, createRegister, renewRecoveryKey } from './registers.ts';
import { recoverRegister, unlockRegister } from './unlock.ts';

type VaultHandlers = Handlers<Pick<VaultContract, keyof typeof vaultProcedures>, CoreContext>;

async function sessionOf(context: CoreContext): Promise<Session> {
  const { db, user, recoveryConfirmed, isRolledBack, isDamaged } = registerOf(context);
  const row = await db.selectFrom('register').selectAll().executeTakeFirstOrThrow();
  const { language } = await db
    .selectFrom('user')
    .select('language')
    .where('id', '=', user.id)
    .executeTakeFirstOrThrow();
  // A later version may speak languages that this one does not.
  const isSpoken = language !== null && isInterfaceLanguage(language);
  return {
    user: { id: user.id, name: user.name, role: user.role, ...(isSpoken ? { language } : {}) },
    today: context.ports.clock.today(),
    associationName: associationDetails.parse(JSON.parse(row.association)).name,
    lockAfterMinutes: row.lock_after_minutes,
    isDemo: row.is_demo === 1,
    recoveryConfirmed,
    isRolledBack,
    isDamaged,
  };
}

function refuseWhenOpen(context: CoreContext): void {
  if (context.register) throw new ProcedureError('already_open');
}

function suggestPassphrase(context: CoreContext, language: string, count: number) {
  const words =
    context.resources.passphraseWords.get(language) ?? context.resources.passphraseWords.get('it');
  if (!words) throw new ProcedureError('not_found');
  const chosen = Array.from({ length: count }, () => words[randomInt(words.length)]);
  return { passphrase: chosen.join(' '), bits: Math.floor(Math.log2(words.length) * count) };
}

/** A keyring that cannot be read is told at the unlock. */
async function asksForName(folder: string): Promise<boolean> {
  const keyring = await readKeyring(folder).catch(() => undefined);
  return keyring?.format === 2 && doorAsksForName(keyring);
}

export const vaultHandlers: VaultHandlers = {
  'vault.status': async (context, { folder }) => ({
    isOpen: context.register !== undefined,
    folder: folder === undefined ? 'none' : await contentOf(folder),
    asksForName: folder !== undefined && (await asksForName(folder)),
    waitSeconds: folder === undefined ? 0 : await doorDelay(folder, context.ports),
  }),
  'vault.gradePassphrase': (context, { passphrase }) =>
    gradeOf(passphrase, context.resources.passphraseWords),
  'vault.suggestPassphrase': (context, { language, words }) =>
    suggestPassphrase(context, language, words),
  'vault.create': async (context, wanted) => {
    refuseWhenOpen(context);
    const { folder, recoveryKey } = await createRegister(context, wanted);
    return { folder, recoveryKey: { groups: recoveryKey, confirm: groupsToConfirm() } };
  },
  'vault.confirmRecoveryKey': async (context, { groups }) => {
    await confirmRecoveryKey(context, groups);
    return {};
  },
  'vault.renewRecoveryKey': async (context) => {
    const groups = await renewRecoveryKey(context, registerOf(context));
    return { recoveryKey: { groups, confirm: groupsToConfirm() } };
  },
  'vault.unlock': async (context, wanted) => {
    refuseWhenOpen(context);
    await unlockRegister(context, wanted);
    return sessionOf(context);
  },
  'vault.recover': async (context, wanted) => {
    refuseWhenOpen(context);
    const { folder, passphrase } = wanted;
    await recoverRegister(context, { folder, recoveryKey: recoveryKeyFrom(wanted), passphrase });
    return sessionOf(context);
  },
  'vault.lock': async (context) => {
    await closeRegister(context);
    return {};
  },
  'vault.session': sessionOf,
  'vault.setLockAfter': async (context, { minutes }) => {
    await registerOf(context)
      .db.updateTable('register')
      .set({ lock_after_minutes: minutes, ...changedNow(context) })
      .execute();
    context.ports.registerOpened(minutes);
    return {};
  },
};

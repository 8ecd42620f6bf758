import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type RunningApprodo } from './launch.ts';

export const passphrase = 'lanterna mulino cedro vela tamburo';

interface RecoveryKey {
  groups: string[];
  confirm: number[];
}

async function confirmRecoveryKey(approdo: RunningApprodo, key: RecoveryKey): Promise<void> {
  const groups = key.confirm.map((position) => ({ position, value: key.groups[position] }));
  expect(await approdo.call('vault.confirmRecoveryKey', { groups })).toMatchObject({ ok: true });
}

/** Opens a register that was made without the window, as far as its pages. */
export async function openMadeRegister(
  approdo: RunningApprodo,
  folder: string,
  itsPassphrase: string,
): Promise<void> {
  await dataOf(approdo, 'vault.unlock', { folder, passphrase: itsPassphrase });
  const { recoveryKey } = await dataOf<{ recoveryKey: RecoveryKey }>(
    approdo,
    'vault.renewRecoveryKey',
  );
  await confirmRecoveryKey(approdo, recoveryKey);
  await approdo.page.reload();
}

/** An open register without the page's forms, for tests of what lies beneath them. Returns its folder. */
export async function openRegister(approdo: RunningApprodo): Promise<string> {
  const folder = join(approdo.home, 'registro');
  await mkdir(folder);
  const made = await approdo.call('vault.create', {
    folder,
    passphrase,
    userName: 'Ofelia Tamburrano',
    association: { name: 'Associazione Ponte', casePrefix: 'PON' },
  });
  expect(made).toMatchObject({ ok: true });
  const { data } = made as { data: { recoveryKey: RecoveryKey } };
  await confirmRecoveryKey(approdo, data.recoveryKey);
  return folder;
}

export function somebody(given: string) {
  return {
    names: [{ kind: 'permit', script: 'latin', given, family: 'Salvata' }],
    sex: 'unknown',
    nationalities: [],
    languages: [],
  };
}

/** The answer of a call that has to succeed. */
export async function dataOf<T>(
  approdo: RunningApprodo,
  name: string,
  input: unknown = {},
): Promise<T> {
  const answer = await approdo.call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.data as T;
}

/** A registry office, and the consent of the person to be sent there. */
export async function withLetterAllowed(approdo: RunningApprodo, personId: string) {
  const { id: organisationId } = await dataOf<{ id: string }>(approdo, 'organisations.save', {
    kind: 'registry',
    name: 'Comune di Prova',
    office: 'Anagrafe',
  });
  const { id: consentId } = await dataOf<{ id: string }>(approdo, 'consents.give', {
    personId,
    details: {
      purpose: 'referral',
      organisationId,
      dataCategories: ['identity', 'contact', 'legalStatus', 'languages'],
      givenBy: 'self',
      way: 'signed',
      givenOn: '2026-01-01',
    },
  });
  return { organisationId, consentId };
}

/** A register with one person, one office and the consent from one to the other, open where letters are written. */
export async function openAtLetters(approdo: RunningApprodo) {
  await approdo.open();
  await openRegister(approdo);
  const { id: personId } = await dataOf<{ id: string }>(
    approdo,
    'people.create',
    somebody('Quisqualia'),
  );
  const { organisationId, consentId } = await withLetterAllowed(approdo, personId);
  await approdo.page.reload();
  await approdo.page.evaluate((id) => {
    window.location.hash = `#/people/${id}/letters`;
  }, personId);
  return { page: approdo.page, personId, organisationId, consentId };
}

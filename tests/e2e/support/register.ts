import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type RunningApprodo } from './launch.ts';

export const passphrase = 'lanterna mulino cedro vela tamburo';

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
  const { data } = made as {
    data: { recoveryKey: { groups: string[]; confirm: number[] } };
  };
  const groups = data.recoveryKey.confirm.map((position) => ({
    position,
    value: data.recoveryKey.groups[position],
  }));
  expect(await approdo.call('vault.confirmRecoveryKey', { groups })).toMatchObject({ ok: true });
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

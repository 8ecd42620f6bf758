/**
 * The memory of the process that holds the register, in the real window, while it makes and keeps two reports on
 * everybody of a large register. Linux says the most a process ever held, and forgets it when told to.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { RunningApprodo } from '../../../tests/e2e/support/launch.ts';
import { dataOf } from '../../../tests/e2e/support/register.ts';
import { benchPassphrase, makeLargeRegister } from '../../../tests/support/large-register.ts';
import { buildIfNeeded } from '../../build-if-needed.ts';
import { findElectronRuntime } from '../../electron-runtime.ts';
import { compared, type Finding } from '../measure.ts';

const PEOPLE = 2_000;
const period = { from: '2026-01-01', to: '2026-12-31' };

async function megabytesOf(pid: number, line: 'VmHWM' | 'VmRSS'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
  return Number(kilobytes) / 1024;
}

/** Forgets the most so far, which was the derivation of the key. */
const forgetMost = (pid: number) => writeFile(`/proc/${pid}/clear_refs`, '5');

async function measured(approdo: RunningApprodo, folder: string): Promise<Finding[]> {
  await approdo.open();
  await dataOf(approdo, 'vault.unlock', { folder, passphrase: benchPassphrase });
  const pid = await approdo.vaultPid();
  if (pid === null) throw new Error('no vault');
  await forgetMost(pid);
  const before = await megabytesOf(pid, 'VmRSS');
  const sendAll = async (recipients: number) => {
    for (let at = 0; at < recipients; at += 1) {
      await dataOf(approdo, 'releases.send', { period, recipient: `Bench ${at}`, language: 'it' });
    }
    return megabytesOf(pid, 'VmHWM');
  };
  const two = await sendAll(2);
  const ten = await sendAll(8);
  const open = { name: 'the same process with the register open', value: before };
  const line = (name: string, value: number) =>
    compared({ name, value, unit: 'MB' }, open, { value: 300 });
  return [
    line(`most memory of the vault in the window, two reports on ${PEOPLE} people`, two),
    line('the same after ten, each protected with all before it', ten),
  ];
}

export async function bench(): Promise<Finding[]> {
  if (process.platform !== 'linux') {
    console.error(
      'the memory of reports is measured on Linux, where a process says the most it held',
    );
    return [];
  }
  await buildIfNeeded();
  const { executablePath } = await findElectronRuntime();
  process.env.APPRODO_ELECTRON = executablePath;
  const home = await mkdtemp(join(tmpdir(), 'approdo-bench-'));
  const folder = await makeLargeRegister(PEOPLE);
  const approdo = new RunningApprodo(_electron, home);
  try {
    return await measured(approdo, folder);
  } finally {
    await approdo.close().catch(() => undefined);
    for (const one of [home, folder]) await rm(one, { recursive: true, force: true });
  }
}

import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Client, createClient } from '#api/client.ts';
import { vaultContract } from '#api/contract.ts';
import type { ApprodoEvent } from '#api/events.ts';
import { type Core, createCore } from '#core/create-core.ts';
import type { FileGrants } from '#core/host/granted-files.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import type { PassphraseCost } from '#core/ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const testPassphrase = 'lanterna mulino cedro vela tamburo';

export interface TestCore {
  core: Core;
  client: Client;
  folder: string;
  files: FileGrants;
  events: ApprodoEvent[];
  /** What else happens at the moment something is told. */
  onEvent(listener: (event: ApprodoEvent) => void): void;
  failures: unknown[];
  /** Moves the clock of the core. */
  setToday(today: string): void;
  /** Lets time pass that no clock setting can: what the delay at the door counts. */
  wait(seconds: number): void;
  /** Bytes that `write` puts into a chosen file. */
  saved(write: (grant: string) => Promise<unknown>): Promise<Uint8Array>;
}

/** A core over a real folder, with a clock that stands still. The register is not made yet. */
export async function startCore(
  options: {
    folder?: string;
    today?: string;
    sinceStart?: number;
    cost?: PassphraseCost;
    typesetWorkerUrl?: URL;
  } = {},
): Promise<TestCore> {
  const folder = options.folder ?? (await temporaryFolder());
  let today = options.today ?? '2026-11-21';
  let sinceStart = options.sinceStart ?? 3_600_000;
  const events: ApprodoEvent[] = [];
  let listen: (event: ApprodoEvent) => void = () => undefined;
  const failures: unknown[] = [];
  const ports = nodePorts({
    clock: { now: () => new Date(`${today}T10:00:00Z`), today: () => today },
    passphraseCost: options.cost ?? floorCost,
    sinceStart: () => sinceStart,
    ...(options.typesetWorkerUrl && { typesetWorkerUrl: options.typesetWorkerUrl }),
    emit: (event) => {
      events.push(event);
      listen(event);
    },
    reportFailure: (_, failure) => failures.push(failure),
  });
  const core = createCore(ports);
  onTestFinished(() => core.close());
  const client = createClient(async (name, input) => {
    const result = await core.dispatch(name, input);
    // What leaves the vault must be what the contract says, and no more.
    const procedure = vaultContract[name as keyof typeof vaultContract];
    if (result.ok && procedure) procedure.output.parse(result.data);
    return result;
  });
  return {
    core,
    client,
    folder,
    files: ports.files,
    events,
    onEvent: (listener) => {
      listen = listener;
    },
    failures,
    setToday: (day) => {
      today = day;
    },
    wait: (seconds) => {
      sinceStart += seconds * 1000;
    },
    saved: async (write) => {
      const path = join(await temporaryFolder(), randomUUID());
      ports.files.grant(path, path);
      await write(path);
      return new Uint8Array(await readFile(path));
    },
  };
}

export interface OpenCore extends TestCore {
  recoveryKey: string[];
}

/** A core with a register of its own just made, open and with its recovery key confirmed. */
export async function createRegister(
  options: { folder?: string; today?: string } = {},
): Promise<OpenCore> {
  const test = await startCore(options);
  const { recoveryKey } = await test.client.vault.create({
    folder: test.folder,
    passphrase: testPassphrase,
    userName: 'Giulia Ferraris',
    association: { name: 'Associazione Prova ODV', casePrefix: 'PRV' },
  });
  await confirmRecoveryKey(test.client, recoveryKey);
  return { ...test, recoveryKey: recoveryKey.groups };
}

interface Prepared {
  folder: string;
  recoveryKey: string[];
}

const firstDay = '2020-01-01';
let prepared: Promise<Prepared> | undefined;

/** An empty register made once by this process, for tests to have a copy of. */
async function prepare(): Promise<Prepared> {
  const folder = await mkdtemp(join(tmpdir(), 'approdo-prepared-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { core, recoveryKey } = await createRegister({ folder, today: firstDay });
  await core.close();
  return { folder, recoveryKey };
}

/** A core over a copy of an empty register, open and with its recovery key confirmed. */
export async function openCore(
  options: { folder?: string; today?: string; typesetWorkerUrl?: URL } = {},
): Promise<OpenCore> {
  prepared ??= prepare();
  const { folder, recoveryKey } = await prepared;
  const test = await startCore(options);
  await cp(folder, test.folder, { recursive: true });
  await test.client.vault.unlock({ folder: test.folder, passphrase: testPassphrase });
  test.events.length = 0;
  return { ...test, recoveryKey };
}

export async function confirmRecoveryKey(
  client: Client,
  recoveryKey: { groups: string[]; confirm: number[] },
): Promise<void> {
  await client.vault.confirmRecoveryKey({
    groups: recoveryKey.confirm.map((position) => ({
      position,
      value: recoveryKey.groups[position] ?? '',
    })),
  });
}

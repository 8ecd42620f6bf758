import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vaultContract } from '#api/contract.ts';
import { type CallResult, errorCodes } from '#api/errors.ts';
import type { Procedure } from '#api/procedure.ts';
import { openDemoRegister } from '#core/demo/demo-core.ts';
import { demoPassphrase } from '#core/demo/demo-passphrase.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { startCore } from '../../support/open-core.ts';
import { aPdf, aPhoto, aZip } from '../../support/papers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { report, sizeOf } from '../sizes.ts';
import { Known } from './known.ts';
import { inputsNear } from './near-schema.ts';

type Name = keyof typeof vaultContract;

const names = Object.keys(vaultContract) as Name[];
const queries = names.filter((name) => vaultContract[name].kind === 'query');
const RUNS = Math.ceil(sizeOf('APPRODO_FUZZ_CALLS', 4000) / (names.length + queries.length / 2));
const FEW = Math.ceil(RUNS / 4);
const SEED = sizeOf('APPRODO_FUZZ_SEED', 20261122);
const LONGEST_MS = 2000;
const TIME = 120_000 + names.length * RUNS * 100;
/** What no answer may have in it: where the program lies, how it failed, what it asked the database. */
const INNER_LIFE = /\bat .+:\d+:\d+|node:internal|\.ts:\d|SELECT .* FROM|SQLITE_|\b\w*Error:/;

const GRANTS = ['to-read', 'to-write', 'folder'] as const;

async function aWorld() {
  const inside = await temporaryFolder();
  const folder = join(inside, 'registro');
  const today = '2026-11-21';
  const demo = { folder, people: 12, seed: 4, today, ports: nodePorts() };
  await (await openDemoRegister(demo)).core.close();
  const started = await startCore({ folder, today });
  const unlock = () => started.client.vault.unlock({ folder, passphrase: demoPassphrase });
  await unlock();
  const known = new Known({
    files: [
      aPdf(),
      aPhoto(),
      aZip(['xl/workbook.xml']),
      Buffer.from('Cognome;Nome\r\nA;B\r\n'),
    ].map((bytes) => new Uint8Array(bytes)),
    folders: [inside, join(inside, 'gone/deeper'), '/proc/self'],
  });
  for (const word of ['10:30', '2026-11-20', '2026-12-31']) known.add('', word);
  for (const grant of GRANTS) known.add('grant', grant);
  const file = join(inside, 'chosen');
  await writeFile(file, aPdf());
  /** As if somebody had chosen a file in a dialog just before. */
  const chooseFiles = () => {
    started.files.grant('to-read', file, 'read');
    started.files.grant('to-write', `${file}.out`, 'write');
    started.files.grant('folder', inside, 'folder');
  };
  return { ...started, unlock, known, chooseFiles };
}

/** Everything an answer must be, whatever was asked. */
function expectOrdinary(name: Name, answer: CallResult<unknown>): void {
  if (answer.ok) {
    const { output }: Procedure = vaultContract[name];
    const { success, error } = output.safeParse(answer.data);
    expect(success, `${name} answered what its contract does not say: ${error?.message}`).toBe(
      true,
    );
    return;
  }
  expect(errorCodes, name).toContain(answer.error.code);
  expect(JSON.stringify(answer.error)).not.toMatch(INNER_LIFE);
}

/** Asks, looks at the answer and learns from it. */
function asker({ core, client, known, failures, wait, unlock, chooseFiles }: World) {
  const reached = new Set<string>();
  const counted = { calls: 0, answered: 0, refused: 0, invalid: 0 };
  let slowest = { name: '', milliseconds: 0 };
  const ask = async (name: Name, input: unknown) => {
    chooseFiles();
    // What else runs on this computer must not count.
    const before = process.cpuUsage();
    const answer = await core.dispatch(name, input);
    const { user, system } = process.cpuUsage(before);
    const milliseconds = Math.round((user + system) / 1000);
    if (milliseconds > slowest.milliseconds) slowest = { name, milliseconds };
    counted.calls++;
    if (!answer.ok) counted[answer.error.code === 'invalid_input' ? 'invalid' : 'refused']++;
    else {
      counted.answered++;
      reached.add(name);
      known.learn(name, answer.data);
    }
    expectOrdinary(name, answer);
    expect(failures.splice(0), `${name} failed inside`).toEqual([]);
    const { isOpen } = await client.vault.status({});
    if (!isOpen) await unlock();
    wait(1000);
  };
  return { ask, measured: () => ({ ...counted, reached: reached.size, slowest }) };
}

type World = Awaited<ReturnType<typeof aWorld>>;

async function askNear(
  name: Name,
  { known, numRuns }: { known: Known; numRuns: number },
  ask: (input: unknown) => Promise<void>,
) {
  known.turnTo(name);
  const inputs = inputsNear(vaultContract[name].input, known);
  await fc.assert(fc.asyncProperty(inputs, ask), { numRuns, seed: SEED });
}

describe('every procedure, asked for anything', () => {
  test(
    'answers with data or a code, soon, and never by failing inside',
    async () => {
      const world = await aWorld();
      const { ask, measured } = asker(world);
      const { known, client, unlock } = world;
      for (const name of ['people.list', 'vocabularies.get', 'workers.list'] as const) {
        await ask(name, {});
      }
      // What can be read first: it teaches what can be named.
      for (const [some, numRuns] of [
        [queries, FEW],
        [queries, FEW],
        [names, RUNS],
      ] as const) {
        for (const name of some)
          await askNear(name, { known, numRuns }, (input) => ask(name, input));
      }
      const { slowest, reached, ...counted } = measured();
      report('fuzzing', { ...counted, procedures: names.length, reached, slowest });
      expect(slowest.milliseconds, slowest.name).toBeLessThan(LONGEST_MS);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(reached).toBeGreaterThan(names.length / 2);
      await client.vault.lock({});
      expect(await unlock()).toMatchObject({ isDamaged: false, isRolledBack: false });
    },
    TIME,
  );

  test(
    'while locked opens nothing and answers nothing else',
    async () => {
      const { core, client, known, failures } = await aWorld();
      await client.vault.lock({});
      for (const name of names.filter((one) => vaultContract[one].role !== 'nobody')) {
        await askNear(name, { known, numRuns: FEW }, async (input) => {
          expect(await core.dispatch(name, input)).toEqual({
            ok: false,
            error: { code: 'register_locked' },
          });
        });
      }
      expect(failures).toEqual([]);
    },
    TIME,
  );
});

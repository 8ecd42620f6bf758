import { mkdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { openDemoRegister } from '#core/demo/demo-core.ts';
import { demoPassphrase } from '#core/demo/demo-passphrase.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { contentOf } from '#core/vault/register-folder.ts';
import { readOptions, UsageError, wholeNumber } from './options.ts';

/** The demonstration's own day, so that the same seed prints the same letters next year. */
const DEMO_DAY = '2026-11-21';

interface Step {
  name: string;
  milliseconds: number;
}

/** `demo --out DIR [--people N] [--seed S] [--today YYYY-MM-DD]`: register, plan, letter, summary. */
export async function demoCommand(args: string[], now: () => number): Promise<unknown> {
  const options = readOptions(args, ['out', 'people', 'seed', 'today']);
  const out = options.value('out');
  if (out === undefined) throw new UsageError('demo needs --out DIR');
  const people = wholeNumber(options.value('people') ?? '150', 'people', { min: 1, max: 100_000 });
  const seed = wholeNumber(options.value('seed') ?? '1', 'seed', { min: 0, max: 2 ** 31 });
  const today = options.value('today') ?? DEMO_DAY;
  const folder = resolve(out);
  const register = join(folder, 'register');
  await mkdir(folder, { recursive: true });
  await makeRoom(register);
  return run({ folder, register, people, seed, today, now });
}

/** Takes away an earlier demonstration, and nothing that is not one. */
async function makeRoom(register: string): Promise<void> {
  const content = await contentOf(register);
  if (content === 'missing' || content === 'empty') return;
  if (content === 'register' && (await isDemoRegister(register))) {
    await rm(register, { recursive: true });
    return;
  }
  throw new UsageError(`${register} holds something else: choose another --out`);
}

async function isDemoRegister(folder: string): Promise<boolean> {
  const core = createCore(nodePorts());
  try {
    const client = createClient(core.dispatch);
    return (await client.vault.unlock({ folder, passphrase: demoPassphrase })).isDemo;
  } catch {
    return false;
  } finally {
    await core.close();
  }
}

async function run(options: {
  folder: string;
  register: string;
  people: number;
  seed: number;
  today: string;
  now: () => number;
}): Promise<unknown> {
  const { folder, register, people, seed, today, now } = options;
  const steps: Step[] = [];
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const start = now();
    const result = await work();
    steps.push({ name, milliseconds: Math.round(now() - start) });
    return result;
  };
  const ports = nodePorts();
  const { core, filled } = await timed('register', () =>
    openDemoRegister({ folder: register, people, seed, today, ports }),
  );
  const client = createClient(core.dispatch);
  const files: { file: string; byteCount: number }[] = [];
  const save = async (file: string, write: (grant: string) => Promise<{ byteCount: number }>) => {
    const grant = `demo-${file}`;
    ports.files.grant(grant, join(folder, file));
    files.push({ file, ...(await timed(file, () => write(grant))) });
  };
  try {
    const planId = (filled.plans.find((plan) => plan.isSigned) ?? filled.plans[0])?.id;
    const [letterId] = filled.letters;
    if (planId) await save('piano.pdf', (grant) => client.documents.savePlan({ planId, grant }));
    if (letterId) {
      await save('lettera.pdf', (grant) => client.documents.saveLetter({ letterId, grant }));
    }
    const period = { from: `${today.slice(0, 4)}-01-01`, to: today };
    const release = await timed('riepilogo', () =>
      client.releases.send({ period, recipient: 'UNHCR Italia', language: 'it' }),
    );
    for (const { format } of release.files) {
      await save(`riepilogo.${format}`, (grant) =>
        client.releases.saveFile({ id: release.id, format, grant }),
      );
    }
  } finally {
    await core.close();
  }
  const { size } = await stat(join(register, 'register.db'));
  return {
    folder,
    passphrase: demoPassphrase,
    people: filled.people.length,
    plans: filled.plans.length,
    letters: filled.letters.length,
    registerBytes: size,
    files,
    steps,
  };
}

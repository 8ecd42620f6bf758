/** Possible duplicates of a whole large register: how long it takes, and how long anybody else waits meanwhile. */
import { rm } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import {
  benchPassphrase,
  makeLargeRegister,
  openRegisterDatabase,
} from '../../tests/support/large-register.ts';
import { compared, type Finding, measureInTurn } from './measure.ts';

const PEOPLE = 100_000;
const RUNS = 3;

/** What nobody can save: the rows by which people are compared, read once and compared with nothing. */
const BARE = [
  'SELECT id, birth_year, birth_month, birth_day, sex, fiscal_code FROM person ORDER BY id',
  'SELECT person_id, kind, given, family, transliteration FROM person_name ORDER BY person_id',
  'SELECT person_id, word_id FROM person_word ORDER BY person_id',
  'SELECT person_id, value FROM person_contact ORDER BY person_id',
  'SELECT person_id, country FROM person_nationality ORDER BY person_id',
];

export async function benchDuplicates(): Promise<Finding[]> {
  const folder = await makeLargeRegister(PEOPLE);
  const core = createCore(nodePorts({ passphraseCost: floorCost }));
  const client = createClient(core.dispatch);
  await client.vault.unlock({ folder, passphrase: benchPassphrase });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let found = 0;
  delay.enable();
  const { list } = await measureInTurn(
    {
      list: async () => {
        found = (await client.duplicates.list({})).items.length;
      },
    },
    RUNS,
  );
  delay.disable();
  const stopped = await timeToStop(client);
  await core.close();
  const { sqlite, kysely } = await openRegisterDatabase(folder);
  const statements = BARE.map((text) => sqlite.prepare(text));
  const { bare } = await measureInTurn(
    {
      bare: () => {
        for (const statement of statements) statement.all();
      },
    },
    RUNS,
  );
  await kysely.destroy();
  await rm(folder, { recursive: true });
  const over = `possible duplicates among ${PEOPLE} people`;
  return [
    compared(
      { name: `${over}, ${found} shown`, value: list.median, unit: 'ms' },
      { name: 'reading the rows they are compared by', value: bare.median },
      { ratio: 10 },
    ),
    compared({ name: `${over}: longest wait of others`, value: delay.max / 1e6, unit: 'ms' }),
    compared({ name: `${over}: from "stop" to the answer`, value: stopped, unit: 'ms' }),
  ];
}

async function timeToStop(client: ReturnType<typeof createClient>): Promise<number> {
  const list = client.duplicates.list({});
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const start = performance.now();
  await client.duplicates.stop({});
  const { isStopped } = await list;
  return isStopped ? performance.now() - start : Number.NaN;
}

/* Opens the register in the folder given, makes reports of it, and prints what that took. */
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { benchPassphrase } from '../../tests/support/large-register.ts';

const TODAY = '2026-11-21';
const [folder = ''] = process.argv.slice(2);
const clock = { now: () => new Date(`${TODAY}T10:00:00Z`), today: () => TODAY };
const core = createCore(nodePorts({ clock, passphraseCost: floorCost }));
const client = createClient(core.dispatch);
await client.vault.unlock({ folder, passphrase: benchPassphrase });
const period = { from: '2026-01-01', to: '2026-12-31' };

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Five linked tables. */
const wide = {
  list: 'UNHCR',
  tables: [
    { rows: 'ageBand', columns: 'sex' },
    { rows: 'nationality', columns: 'sex' },
    { rows: 'legalStatus', columns: 'ageBand' },
    { rows: 'legalStatus', columns: 'sex' },
    { rows: 'nationality', columns: 'ageBand' },
  ],
  indicators: [],
} as const;

const send = (recipient: string) => () =>
  client.releases.send({ period, recipient, language: 'it' });
const preview = await timed(() => client.reports.summary(period));
const sent = await timed(send('Bench'));
const again = await timed(send('Bench again'));
const plan = { ...wide, tables: [...wide.tables], indicators: [] };
let cells = 0;
const five = await timed(async () => {
  const { tables } = await client.reports.summary({ ...period, plan });
  for (const { rows } of tables) for (const row of rows) cells += row.cells.length;
});
for (let at = 3; at < 10; at += 1) await send(`Bench ${at}`)();
const tenth = await timed(send('Bench 10'));
await core.close();
process.stdout.write(JSON.stringify({ preview, sent, again, five, cells, tenth }));

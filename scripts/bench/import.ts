/** A spreadsheet of ten thousand rows: read, checked, saved; beside the bare rows of the same people. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { inventPerson } from '#core/demo/invent-person.ts';
import { loadInventedPeople } from '#core/demo/invented-people.ts';
import { seededRandom } from '#core/demo/seeded-random.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { rowsOfPerson } from '#core/people/person-rows.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { personFromRow } from '#domain/imports/person-from-row.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { benchPassphrase, openRegisterDatabase } from '../../tests/support/large-register.ts';
import { compared, type Finding } from './measure.ts';

const ROWS = 10_000;
const TODAY = '2026-11-21';

const columns = [
  { index: 0, field: 'family' as const },
  { index: 1, field: 'given' as const },
  { index: 2, field: 'birth' as const },
  { index: 3, field: 'sex' as const },
  { index: 4, field: 'nationality' as const },
  { index: 5, field: 'phone' as const },
];

const cellsOf = (people: readonly PersonDetails[]) =>
  people.map(({ names: [name], birth, sex, nationalities, contact }) => [
    name?.family ?? '',
    name?.given ?? '',
    birth?.year ?? '',
    sex,
    nationalities[0] ?? '',
    contact?.value ?? '',
  ]);

function sheetOf(people: readonly PersonDetails[]): Uint8Array {
  const rows = cellsOf(people);
  const headings = ['Cognome', 'Nome', 'Nascita', 'Sesso', 'Cittadinanza', 'Telefono'];
  return new TextEncoder().encode(Papa.unparse([headings, ...rows], { delimiter: ';' }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Three rows a person, one statement each, in one transaction: what no program can save. */
async function bareInserts(folder: string, people: readonly PersonDetails[]): Promise<number> {
  const { sqlite, kysely } = await openRegisterDatabase(folder);
  const { ids } = nodePorts({});
  const person = sqlite.prepare(
    "INSERT INTO person (id, revision, sex, birth_year, changed_at, changed_by) VALUES (?, 1, ?, ?, 't', 'u')",
  );
  const name = sqlite.prepare(
    "INSERT INTO person_name (person_id, position, kind, script, given, family) VALUES (?, 0, 'permit', 'latin', ?, ?)",
  );
  const caseFile = sqlite.prepare(
    "INSERT INTO case_file (id, person_id, number, opened_on, changed_at, changed_by) VALUES (?, ?, ?, '2026-11-21', 't', 'u')",
  );
  const taken = await timed(async () => {
    sqlite.exec('BEGIN IMMEDIATE');
    for (const [index, details] of people.entries()) {
      const id = ids.next();
      const rows = rowsOfPerson(id, details);
      person.run([id, details.sex, rows.person.birth_year ?? null]);
      name.run([id, rows.names[0]?.given ?? '', rows.names[0]?.family ?? '']);
      caseFile.run([ids.next(), id, `BARE-${index}`]);
    }
    sqlite.exec('COMMIT');
  });
  await kysely.destroy();
  return taken;
}

export async function benchImport(): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'approdo-bench-'));
  const clock = { now: () => new Date(`${TODAY}T10:00:00Z`), today: () => TODAY };
  const ports = nodePorts({ clock, passphraseCost: floorCost });
  const core = createCore(ports);
  const client = createClient(core.dispatch);
  const material = loadInventedPeople(ports.resourcesDir);
  const random = seededRandom(11);
  const people = Array.from({ length: ROWS }, () => inventPerson(random, material, TODAY));
  const { confirm, groups } = (
    await client.vault.create({
      folder,
      passphrase: benchPassphrase,
      userName: 'Bench',
      association: { name: 'Bench', casePrefix: 'BEN' },
    })
  ).recoveryKey;
  await client.vault.confirmRecoveryKey({
    groups: confirm.map((position) => ({ position, value: groups[position] ?? '' })),
  });
  const bytes = sheetOf(people);
  const given = {
    hasHeadings: true,
    columns,
    dateOrder: 'dayFirst' as const,
    firstOfJanuary: 'yearOnly' as const,
  };
  const read = await timed(() => client.imports.open({ bytes }));
  const { fields } = await client.imports.words({ ...given, codes: {} });
  const codes = Object.fromEntries(
    fields.map(({ field, words }) => [field, words.map(({ word, code = '' }) => ({ word, code }))]),
  );
  const choices = { ...given, codes };
  const check = await timed(() => client.imports.check(choices));
  const save = await timed(() =>
    client.imports.save({ choices, leaveOutProblems: true, leaveOutDuplicates: false }),
  );
  const { total } = await client.people.list({ limit: 1 });
  // The same file once more: now each row is compared with everybody it was.
  await client.imports.open({ bytes });
  let alike = 0;
  const checkAgain = await timed(async () => {
    alike = (await client.imports.check(choices)).duplicateCount;
  });
  await core.close();
  const bare = await bareInserts(folder, people);
  await rm(folder, { recursive: true });
  const unscored = await timed(async () => {
    for (const cells of cellsOf(people)) personFromRow(cells.map(String), choices, TODAY);
  });
  const reading = { name: 'reading each row as a person, compared with nobody', value: unscored };
  const rows = `${total} of ${ROWS} rows`;
  return [
    compared({ name: `import: reading ${ROWS} rows`, value: read, unit: 'ms' }),
    compared({ name: `import: checking ${ROWS} rows`, value: check, unit: 'ms' }, reading),
    compared(
      {
        name: `import: checking ${ROWS} rows against ${total} people, ${alike} found`,
        value: checkAgain,
        unit: 'ms',
      },
      reading,
    ),
    compared(
      { name: `import: saving ${rows}, findable at once`, value: save, unit: 'ms' },
      { name: 'three bare rows a person', value: bare },
    ),
  ];
}

/*
 * What somebody wrote to do harm, in everything the program gives away: spreadsheets must not run it, documents
 * must show it as text. Each page is looked at in tests/e2e/hostile.spec.ts.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { expect, onTestFinished, test } from 'vitest';
import { createClient } from '#api/client.ts';
import { textsFor } from '#core/documents/texts.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { reportCsv, reportXlsx } from '#core/reports/report-files.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import { writeCsv } from '#core/spreadsheets/write-csv.ts';
import { hostileRegister } from '../../support/hostile-register.ts';
import { shownLiterally } from '../../support/hostile-texts.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';
import { textOf, unpacked } from '../../support/pdf-tools.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { report } from '../sizes.ts';

const today = '2026-11-21';
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;
/** First what must not be run, then how it goes on: a line break once hid a formula from the check. */
const formulas = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '－', '＠'].flatMap((sign) => [
  `${sign}1+1`,
  `${sign}HYPERLINK("http://127.0.0.1:9/")\nand more`,
]);

const asText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const flat = (text: string) => text.replace(/\s+/g, '');

function csvCells(bytes: Uint8Array): string[] {
  return Papa.parse<string[]>(asText(bytes).replace(/^\uFEFF/, '')).data.flat();
}

/** What the file itself says: cells are shared or inline text or numbers, and none is computed. */
function expectNoFormula(xlsx: Uint8Array): void {
  for (const [name, part] of Object.entries(unzipSync(xlsx))) {
    const text = strFromU8(part);
    if (name.includes('worksheets/')) {
      expect(text).not.toMatch(/<f[ >/]/);
      expect(text).not.toMatch(/<c [^>]*t="str"/);
      expect(text).not.toMatch(/<hyperlink/);
    }
    expect(name).not.toMatch(/externalLink|vbaProject|connections/);
  }
}

async function hostileWorld() {
  const folder = await temporaryFolder();
  const made = await hostileRegister(folder, {
    passphrase: testPassphrase,
    people: 14,
    today,
    withWide: false,
  });
  onTestFinished(() => made.core.close());
  report('hostile text', { fields: made.taken.length, refused: made.refused });
  expect(made.taken.length).toBeGreaterThan(100);
  const client = createClient(made.core.dispatch);
  const saved = async (write: (grant: string) => Promise<unknown>) => {
    const path = join(await temporaryFolder(), 'saved');
    made.files.grant(path, path);
    await write(path);
    return new Uint8Array(await readFile(path));
  };
  const people = (await client.people.list({ showClosed: true })).items.map(({ id }) => id);
  return { folder, client, saved, people };
}

test('of a register full of hostile text nothing is run, in no export and no document', async () => {
  const { folder, client, saved, people } = await hostileWorld();

  const list = await saved((grant) =>
    client.lists.export({
      list: { showClosed: true },
      // Those that hold what somebody typed.
      columns: ['place', 'contact', 'caseNumber', 'worker'],
      includeRestricted: true,
      grant,
    }),
  );
  expectNoFormula(list);
  const cells = (await readXlsxFile(Buffer.from(list))).flatMap(({ data }) => data.flat());
  expect(cells.some((cell) => FORMULA.test(String(cell)))).toBe(true);

  const documents: Uint8Array[] = [];
  for (const personId of people) {
    for (const { id } of (await client.plans.list({ personId })).items) {
      // A mediator whose name is nothing but signs without a shape has no name: that plan is not printed.
      const plan = await client.documents.plan({ planId: id }).catch((failure) => {
        if (failure.code === 'mediator_missing') return undefined;
        throw failure;
      });
      if (plan) documents.push(plan.bytes);
    }
    for (const { letter } of (await client.referrals.list({ personId })).items) {
      if (letter) documents.push((await client.documents.letter({ letterId: letter.id })).bytes);
    }
  }
  const somebody = people[0] ?? '';
  documents.push((await client.personCopies.get({ personId: somebody, language: 'it' })).bytes);
  expect(documents.length).toBeGreaterThan(5);
  const printed = documents.map((bytes) => flat(textOf(bytes))).join('\n');
  for (const text of shownLiterally) expect(printed, text).toContain(flat(text));
  for (const bytes of documents) {
    expect(unpacked(bytes)).not.toMatch(
      /\/(JavaScript|JS|Launch|URI|SubmitForm|ImportData|EmbeddedFile|OpenAction|AA|RichMedia)\b/,
    );
  }
  const json = await saved((grant) =>
    client.personCopies.save({ personId: somebody, language: 'it', format: 'json', grant }),
  );
  expect(() => JSON.parse(asText(json))).not.toThrow();

  // Names of files are kept as data: what lies on the disk has names of the program's own.
  const onDisk = await readdir(folder, { recursive: true });
  for (const name of onDisk)
    expect(name).toMatch(/^(att(\/[0-9a-f-]+(\.\w+)?)?|[a-z]+\.[a-z0-9-]+(\.1)?)$/);
}, 120_000);

test('no cell of a CSV or Excel file is run, whatever it begins with and goes on with', async () => {
  const rows = formulas.map((text) => [text, 'x', 7]);
  const cells = csvCells(writeCsv(rows, ';'));
  expect(cells.filter((cell) => FORMULA.test(cell))).toEqual([]);
  expect(cells.filter((cell) => cell.startsWith("'"))).toHaveLength(formulas.length);

  const { localesDir, resourcesDir } = nodePorts();
  const texts = textsFor(localesDir, 'it', loadResources(resourcesDir).vocabularies);
  const sheet = {
    title: '=1+1',
    cover: formulas.map((text) => ({ label: text, value: text })),
    tables: [{ title: '@SUM(A1)', header: ['=1', '+1'], rows }],
    seal: '-1',
  };
  expect(csvCells(reportCsv(sheet, texts)).filter((cell) => FORMULA.test(cell))).toEqual([]);
  const xlsx = await reportXlsx(sheet, texts);
  expectNoFormula(xlsx);
});

test('no cell of the rows that could not be read is run', async () => {
  const { client, saved } = await openCore();
  const lines = [['Cognome', 'Nascita'], ...formulas.map((text) => [text, '40/40/2000'])];
  await client.imports.open({ bytes: new TextEncoder().encode(Papa.unparse(lines)) });
  const columns = [
    { index: 0, field: 'family' as const },
    { index: 1, field: 'birth' as const },
  ];
  const file = await saved((grant) =>
    client.imports.saveProblems({
      choices: {
        hasHeadings: true,
        dateOrder: 'dayFirst',
        firstOfJanuary: 'yearOnly',
        columns,
        codes: {},
      },
      language: 'it',
      grant,
    }),
  );
  const cells = csvCells(file);
  expect(cells.filter((cell) => cell === '40/40/2000')).toHaveLength(formulas.length);
  expect(cells.filter((cell) => FORMULA.test(cell))).toEqual([]);
});

import { join } from 'node:path';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { textsFor } from '#core/documents/texts.ts';
import { protectedSummary } from '#core/reports/protected-summary.ts';
import { reportCsv, reportDocument, reportXlsx } from '#core/reports/report-files.ts';
import { summarySheet } from '#core/reports/summary-sheet.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import type { SummaryRow } from '#domain/reports/summary.ts';
import { typeset } from '#typesetting/typeset.ts';
import { root } from '../rules/source-files.ts';
import { aName, aPerson } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';
import { textOf, unpacked, wordsOf } from '../support/pdf-tools.ts';

const period = { from: '2026-01-01', to: '2026-12-31' };

const row = (more: Partial<SummaryRow> = {}): SummaryRow => ({
  sex: 'female',
  ageBand: '18-59',
  nationality: 'SOM',
  legalStatus: 'refugee',
  ...more,
});

const times = (count: number, more?: Partial<SummaryRow>) =>
  Array.from({ length: count }, () => row(more));

/** 31 people; three men and two people of 60 or more must not be countable. */
const people = [
  ...times(14),
  ...times(8, { nationality: 'ERI' }),
  ...times(3, { sex: 'male', nationality: 'AFG', legalStatus: 'subsidiary' }),
  ...times(4, { legalStatus: 'special' }),
  ...times(2, { ageBand: '60+' }),
];

async function registerPeople() {
  const t = await openCore();
  const groups: [number, Parameters<typeof aPerson>[0]][] = [
    [12, {}],
    [9, { sex: 'male', nationalities: ['ERI'], legalStatus: 'asylumSeeker' }],
    [3, { sex: 'male', nationalities: ['AFG'], legalStatus: 'subsidiary' }],
    [2, { birth: { year: 1950, certainty: 'declared' } }],
    [1, { birth: undefined, nationalities: [] }],
  ];
  for (const [count, more] of groups) {
    for (let i = 0; i < count; i++) {
      await t.client.people.create(aPerson({ names: [aName(`Nome${i}`, 'Prova')], ...more }));
    }
  }
  return t;
}

/** Everything a spreadsheet or text reader can get out of a file, as one string. */
async function cellsOf(xlsx: Uint8Array): Promise<unknown[][]> {
  const sheets = await readXlsxFile(Buffer.from(xlsx));
  return sheets.flatMap(({ data }) => data);
}

describe('the protected summary', () => {
  test('shows true numbers, hides small ones and those that give them away', async () => {
    const { summary } = await protectedSummary(people, period);
    const [sexByAge, nationality] = summary.tables;
    expect(summary.total).toBe(31);
    expect(summary.method).toBe('optimal');
    const cell = (table: typeof sexByAge, code: string, column: number) =>
      table?.rows.find((one) => one.code === code)?.cells[column];
    expect(cell(sexByAge, 'all', 2)).toBe(31);
    expect(cell(nationality, 'AFG', 0)).toBeNull();
    const shown = nationality?.rows.filter((one) => one.cells[0] !== null) ?? [];
    for (const one of shown) {
      const truth =
        one.code === 'all'
          ? 31
          : people.filter(({ nationality: code }) => code === one.code).length;
      expect(one.cells[0]).toBe(truth);
    }
    // What the total leaves for the hidden rows must let each of the small ones be five or more.
    const hiddenRows = (nationality?.rows.length ?? 0) - shown.length;
    const left =
      31 - shown.reduce((sum, one) => sum + (one.code === 'all' ? 0 : (one.cells[0] ?? 0)), 0);
    expect(left - (hiddenRows - 1)).toBeGreaterThanOrEqual(5);
    // One hidden row alone would be the total minus the others.
    expect(nationality?.rows.filter((one) => one.cells[0] === null).length).toBeGreaterThan(1);
    expect(summary.hidden.protecting).toBeGreaterThan(0);
  });

  test('is refused with the reason when there are too few people', async () => {
    await expect(protectedSummary([], period)).rejects.toMatchObject({
      code: 'report_refused',
      details: { reason: 'nobody' },
    });
    await expect(protectedSummary(times(9), period)).rejects.toMatchObject({
      code: 'report_refused',
      details: { reason: 'total_too_small', needed: 10, missing: 1 },
    });
  });

  test('does not depend on the order of the people', async () => {
    const forwards = await protectedSummary(people, period);
    const backwards = await protectedSummary([...people].reverse(), period);
    expect(backwards).toEqual(forwards);
  });
});

describe('hidden numbers', () => {
  /** Two truths that differ only in what is hidden: three and four people, the other way round. */
  const truth = (afghan: number, iraqi: number) => [
    ...times(14),
    ...times(12, { sex: 'male' }),
    ...times(afghan, { nationality: 'AFG' }),
    ...times(iraqi, { nationality: 'IRQ' }),
  ];

  async function files(rows: SummaryRow[]): Promise<Uint8Array[]> {
    const { vocabularies } = loadResources(join(root, 'resources'));
    const texts = textsFor(join(root, 'locales'), 'it', vocabularies);
    const sentAs = { association: 'Prova', recipient: 'UNHCR', preparedOn: '2026-11-21', note: '' };
    const { summary } = await protectedSummary(rows, period);
    const sheet = summarySheet(summary, { ...sentAs, seal: 'a'.repeat(64) }, texts);
    const document = reportDocument(sheet, { name: 'Prova', casePrefix: 'PRV' }, texts);
    const { bytes } = await typeset(document);
    return [reportCsv(sheet, texts), await reportXlsx(sheet, texts), bytes];
  }

  test('leave no trace in any byte of any file', async () => {
    const [one, other] = [await files(truth(3, 4)), await files(truth(4, 3))];
    for (const [index, bytes] of one.entries()) {
      expect(Buffer.from(bytes).equals(Buffer.from(other[index] ?? []))).toBe(true);
    }
    // The comparison can fail: where more is shown, the files do differ.
    const shown = await files(truth(6, 4));
    for (const [index, bytes] of one.entries()) {
      expect(Buffer.from(bytes).equals(Buffer.from(shown[index] ?? []))).toBe(false);
    }
  });
});

describe('exported summaries', () => {
  const save = async (t: Awaited<ReturnType<typeof openCore>>, format: 'xlsx' | 'csv' | 'pdf') => {
    const { id } = await t.client.releases.send({ period, recipient: 'UNHCR', language: 'it' });
    return t.saved((grant) => t.client.releases.saveFile({ id, format, grant }));
  };

  test('say the same in every format, and only what the page shows', async () => {
    const t = await registerPeople();
    const summary = await t.client.reports.summary(period);
    const csv = Buffer.from(await save(t, 'csv')).toString('utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const fromCsv = Papa.parse<string[]>(csv.slice(1).trim(), { delimiter: ';' }).data.slice(0, -1);
    const fromXlsx = await cellsOf(await save(t, 'xlsx'));
    const text = (rows: unknown[][]) =>
      rows.map((cells) =>
        cells
          .map((value) => String(value ?? ''))
          .join('|')
          .replace(/\|+$/, ''),
      );
    expect(text(fromXlsx).filter(Boolean)).toEqual(text(fromCsv).filter(Boolean));
    const ageRows = fromCsv.slice(fromCsv.findIndex((cells) => cells[0] === 'Fascia di età') + 1);
    const shown = summary.tables[0]?.rows.map((one) =>
      one.cells.map((value) => String(value ?? 'c')),
    );
    expect(ageRows.slice(0, shown?.length).map((cells) => cells.slice(1))).toEqual(shown);
    const pdf = textOf(await save(t, 'pdf'));
    for (const cells of ageRows.slice(0, shown?.length)) {
      expect(pdf.replace(/ +/g, ' ')).toContain(cells.join(' '));
    }
  });

  test('contain no name, case number or maker', async () => {
    const t = await registerPeople();
    const { items } = await t.client.people.list({ limit: 3 });
    const secrets = ['Nome1', 'Prova Nome', 'Ferraris', ...items.map((item) => item.caseNumber)];
    const csv = Buffer.from(await save(t, 'csv')).toString('utf8');
    const pdf = unpacked(await save(t, 'pdf')) + textOf(await save(t, 'pdf'));
    const xlsx = JSON.stringify(await cellsOf(await save(t, 'xlsx')));
    for (const secret of secrets) {
      for (const file of [csv, pdf, xlsx]) expect(file).not.toContain(secret);
    }
  });

  test('come out byte for byte the same from the same register', async () => {
    const t = await registerPeople();
    for (const format of ['csv', 'pdf', 'xlsx'] as const) {
      const [one, two] = [await save(t, format), await save(t, format)];
      expect(Buffer.from(one).equals(Buffer.from(two)), format).toBe(true);
    }
  });

  test('refuse a period that ends before it begins', async () => {
    const t = await openCore();
    await expect(
      t.client.reports.summary({ from: '2026-12-31', to: '2026-01-01' }),
    ).rejects.toMatchObject({ code: 'period_invalid' });
  });
});

test('a page that is read from right to left keeps ages, notes and commands as they were written', async () => {
  const { summary } = await protectedSummary(people, period);
  const texts = textsFor(
    join(root, 'locales'),
    'ar',
    loadResources(join(root, 'resources')).vocabularies,
  );
  const note = 'Via Bologna 49/A.';
  const sentAs = { association: 'Prova', recipient: 'UNHCR', preparedOn: '2026-11-21', note };
  const sheet = summarySheet(summary, { ...sentAs, seal: '3f'.repeat(32) }, texts);
  const { bytes } = await typeset(
    reportDocument(sheet, { name: 'Prova', casePrefix: 'PRV' }, texts),
  );
  const words = wordsOf(bytes);
  const shown = words.map(({ text }) => text);
  expect(shown).toEqual(expect.arrayContaining(['60+', '18-59', '49/A.']));
  expect(shown).not.toContain('+60');
  const at = (text: string) => words.find((one) => one.text.includes(text))?.left ?? Number.NaN;
  expect(at('Via')).toBeLessThan(at('49/A.'));
  expect(at('cli')).toBeLessThan(at('verify-report'));
});

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportFileSchema } from '#api/report-file.ts';
import { consolidateReports } from '#core/reports/consolidate-reports.ts';
import { verifyReport } from '#core/reports/verify-report.ts';
import { root } from '../rules/source-files.ts';
import { openCore } from '../support/open-core.ts';
import { aRelease, jsonOf, protectAndSend, times } from '../support/protected-files.ts';
import { attack, found, readReport } from '../support/report-attacker.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const about = {
  association: 'Capofila',
  recipient: 'Ministero',
  preparedOn: '2026-11-30',
  note: '',
};

async function partner(id: string, groups: Record<string, number>) {
  const people = Object.entries(groups).flatMap(([country, count]) => times(count, { country }));
  const dimensions = [{ name: 'country', categories: Object.keys(groups) }];
  return jsonOf(
    await protectAndSend(aRelease({ people, dimensions, tables: [['country']] }, { id })),
  );
}

describe('a report of several associations', () => {
  const one = { AFG: 3, ERI: 9, SOM: 20 };
  const other = { AFG: 8, ERI: 12, SYR: 15 };

  test('adds what all show, and hides what one of them hides', async () => {
    const files = [await partner('one', one), await partner('other', other)];
    const { report, hiddenBy } = consolidateReports(files.map(readReport), about);
    expect(report.cells).toEqual({ ALL: 67, 'country=SOM': 20, 'country=SYR': 15 });
    expect(hiddenBy).toEqual({ 'country=AFG': 1, 'country=ERI': 1 });
    expect(report.relations).toEqual([
      {
        total: 'ALL',
        parts: ['country=AFG', 'country=ERI', 'country=SOM', 'country=SYR'],
      },
    ]);
  });

  test('tells nothing of one association that its own file does not', async () => {
    const files = [await partner('one', one), await partner('other', other)];
    const { report } = consolidateReports(files.map(readReport), about);
    const sum = new TextEncoder().encode(JSON.stringify(report));
    const before = await attack([files[0] ?? sum]);
    // Somebody with all three: the sum is that of the two, cell by cell; who is missing somewhere is nobody.
    const ids = [...Object.keys(report.cells), ...report.hidden];
    const sums = ids.map((id) => ({ total: `sum ${id}`, parts: [id, `1:${id}`] }));
    const shown = Object.entries(report.cells).map(([id, count]) => [`sum ${id}`, count]);
    const absent = { 'country=SYR': 0, '1:country=SOM': 0 };
    const numbers = { ...Object.fromEntries(shown), ...absent };
    // Two associations are two populations: nothing is compared between their files but the sums.
    const apart = files.map((bytes, at) => {
      const file = readReport(bytes);
      return new TextEncoder().encode(
        JSON.stringify({ ...file, period: { from: `200${at}-01-01`, to: `200${at}-02-01` } }),
      );
    });
    const after = await attack(apart, { sums, numbers });
    for (const [id, range] of before) expect(after.get(id)).toEqual(range);
    expect(await found(apart, { sums, numbers })).toEqual([]);
    // Were the hidden sum printed as well, the one who hides little would be known.
    const careless = { ...numbers, 'sum country=AFG': 11, '1:country=AFG': 8 };
    expect(await found(apart, { sums, numbers: careless })).toContain('country=AFG');
  });

  test('is refused for files that were changed, come twice, or are of other periods', async () => {
    const file = readReport(await partner('one', one));
    const second = readReport(await partner('other', other));
    const refusal = (files: unknown[]) => {
      try {
        consolidateReports(files, about);
        return 'accepted';
      } catch (failure) {
        return (failure as { code: string }).code;
      }
    };
    expect(refusal([file, second])).toBe('accepted');
    expect(refusal([file])).toBe('too_few');
    expect(refusal([file, file])).toBe('twice');
    expect(refusal([file, { ...second, cells: { ...second.cells, ALL: 36 } }])).toBe('changed');
    expect(refusal([file, {}])).toBe('not_a_report');
    const later = await protectAndSend(
      aRelease(
        {
          people: times(12, { country: 'ERI' }),
          dimensions: [{ name: 'country', categories: ['ERI'] }],
          tables: [['country']],
        },
        { to: '2026-12-31' },
      ),
    );
    expect(refusal([file, readReport(jsonOf(later))])).toBe('other_period');
    // The first area of one association is not the first one of another.
    const ofAreas = async (count: number) =>
      readReport(
        jsonOf(
          await protectAndSend(
            aRelease({
              people: times(count, { area: 'area1' }),
              dimensions: [{ name: 'area', categories: ['area1'] }],
              tables: [['area']],
            }),
          ),
        ),
      );
    expect(refusal([await ofAreas(12), await ofAreas(13)])).toBe('other_tables');
  });

  test('is refused where a sum would be false: other tables, other ages, groups of other nationalities', async () => {
    const of = async (name: string, groups: Record<string, number>) => {
      const people = Object.entries(groups).flatMap(([code, count]) =>
        times(count, { [name]: code }),
      );
      const dimensions = [{ name, categories: Object.keys(groups) }];
      return readReport(
        jsonOf(await protectAndSend(aRelease({ people, dimensions, tables: [[name]] }))),
      );
    };
    const refused = (files: unknown[]) =>
      expect(() => consolidateReports(files, about)).toThrow('other_tables');
    refused([
      await of('nationality', { ERI: 12, SOM: 9 }),
      await of('sex', { female: 12, male: 9 }),
    ]);
    refused([
      await of('ageBand', { '0-17': 12, '18-60': 9 }),
      await of('ageBand', { '0-17': 11, '18-59': 9 }),
    ]);
    refused([
      await of('nationality', { ERI: 12, SOM: 9 }),
      await of('nationality', { 'ERI+SOM': 12, AFG: 9 }),
    ]);
    const sum = consolidateReports(
      [await of('nationality', { ERI: 12, SOM: 9 }), await of('nationality', { ERI: 12, AFG: 9 })],
      about,
    );
    expect(sum.report.cells['nationality=ERI']).toBe(24);
  });

  test('is opened, looked at and saved in the window by a lead partner', async () => {
    const t = await openCore();
    const grantFor = async (bytes: Uint8Array) => {
      const path = join(await temporaryFolder(), 'partner.json');
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
      t.files.grant(path, path, 'read');
      return path;
    };
    const files = [await partner('one', one), await partner('other', other)];
    const grants = await Promise.all(files.map(grantFor));
    const opened = await t.client.consolidations.open({ grants });
    expect(opened.partners.map(({ total }) => total)).toEqual([32, 35]);
    expect(opened.cells.find(({ cell }) => cell === 'country=SOM')?.value).toBe(20);
    expect(opened.cells.find(({ cell }) => cell === 'country=AFG')).toMatchObject({
      value: null,
      hiddenBy: 1,
    });
    const save = (format: 'json' | 'xlsx' | 'csv' | 'pdf') =>
      t.saved((grant) =>
        t.client.consolidations.save({ recipient: 'Ministero', language: 'it', format, grant }),
      );
    for (const format of ['json', 'xlsx', 'csv', 'pdf'] as const) {
      expect(verifyReport(await save(format))).toMatchObject({ isUnchanged: true, format });
    }
    const again = await grantFor(files[0] ?? new Uint8Array());
    const noise = await grantFor(new TextEncoder().encode('no report'));
    await expect(t.client.consolidations.open({ grants: [again, noise] })).rejects.toMatchObject({
      code: 'consolidation_refused',
      details: { reason: 'not_a_report', file: 2 },
    });
  });

  test('has its shape published', async () => {
    const published = await readFile(join(root, 'docs/report-file.schema.json'), 'utf8');
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(reportFileSchema())));
  });
});

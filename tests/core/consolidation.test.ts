import { describe, expect, test } from 'vitest';
import { consolidateReports } from '#core/reports/consolidate-reports.ts';
import { aRelease, jsonOf, protectAndSend, times } from '../support/protected-files.ts';
import { attack, found, readReport } from '../support/report-attacker.ts';

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
  });
});

/*
 * The twenty attacks of the disclosure design (B4), each run on the bytes of exported files, with a control: the
 * same attack on files made without that one defence succeeds.
 */

import { join } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { protectedSummary } from '#core/reports/protected-summary.ts';
import { summarySheet } from '#core/reports/summary-sheet.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import { mean, percentage } from '#disclosure/derived-figures.ts';
import { protect } from '#disclosure/protect.ts';
import {
  joinReleases,
  protectRelease,
  type Release,
  type SentRelease,
} from '#disclosure/release.ts';
import { type Dimension, groupName } from '#disclosure/tables.ts';
import { withOverlap } from '#disclosure/virtual-cells.ts';
import { findSingling } from '#domain/reports/singling-words.ts';
import { root } from '../rules/source-files.ts';
import { unpacked } from '../support/pdf-tools.ts';
import {
  aRelease,
  aSheet,
  filesOf,
  italianTexts,
  jsonOf,
  protectAndSend,
  times,
} from '../support/protected-files.ts';
import { attack, found } from '../support/report-attacker.ts';

const sentAs = {
  association: 'Prova',
  recipient: 'UNHCR',
  preparedOn: '2026-11-21',
  note: '',
  seal: 'b'.repeat(64),
};

const april = { id: 'april', to: '2026-04-30' };

/** What would leave if small numbers were hidden and nothing else. */
function onlySmallHidden(release: Release): SentRelease {
  const roles = release.roles ?? {};
  const isSmall = ([id, count]: [string, number]) =>
    count > 0 && count < release.threshold && !Object.hasOwn(roles, id);
  const small = Object.entries(release.cells).filter(isSmall);
  return { ...release, suppressed: small.map(([id]) => id) };
}

/** What would leave if the release were protected as if nothing else existed. */
async function alone(release: Release): Promise<SentRelease> {
  const { cells, relations, threshold } = release;
  const { suppressed } = await protect({ cells, relations, threshold });
  return { ...release, suppressed };
}

function counted(groups: Record<string, number>, name = 'country') {
  return {
    people: Object.entries(groups).flatMap(([code, count]) => times(count, { [name]: code })),
    dimensions: [{ name, categories: Object.keys(groups) }],
    tables: [[name]],
  };
}

describe('over several files', () => {
  const before = { AFG: 12, ERI: 9, SOM: 20 };
  const after = { AFG: 13, ERI: 9, SOM: 26 };

  test('1: two cumulative reports do not tell who came in between', async () => {
    const march = await protectAndSend(aRelease(counted(before)));
    const next = aRelease(counted(after), april);
    const files = (last: SentRelease) => [jsonOf(last), jsonOf(march)];
    expect(await found(files(await alone(next)))).toEqual(['more:country=AFG']);
    expect(await found(files(await protectAndSend(next, [march])))).toEqual([]);
  });

  test('16: nor do they when two recipients lay their reports side by side', async () => {
    // One asks for Eritreans with Somalis, the other for Afghans with Eritreans: each alone needs nothing hidden.
    const people = counted({ AFG: 12, ERI: 2, SOM: 20 });
    const together = (both: string[]): Dimension => ({
      name: 'country',
      categories: ['AFG', 'ERI', 'SOM'],
      groups: { [groupName(both)]: both },
      unprinted: both,
    });
    const toOne = await protectAndSend(
      aRelease({ ...people, dimensions: [together(['ERI', 'SOM'])] }),
    );
    const toOther = aRelease(
      { ...people, dimensions: [together(['AFG', 'ERI'])] },
      { id: 'other' },
    );
    const naive = onlySmallHidden(toOther);
    expect([toOne.suppressed, naive.suppressed]).toEqual([[], []]);
    const knows = {
      sums: [
        { total: `country=${groupName(['AFG', 'ERI'])}`, parts: ['Eritreans', '1:country=AFG'] },
      ],
    };
    expect(await found([jsonOf(naive), jsonOf(toOne)], knows)).toEqual(['Eritreans']);
    const { suppressed } = (await protectRelease(toOther, [toOne])).result;
    expect(await found([jsonOf({ ...toOther, suppressed }), jsonOf(toOne)], knows)).toEqual([]);
  });

  test('17: a report that is corrected does not show what was corrected', async () => {
    const first = await protectAndSend(aRelease(counted({ AFG: 12, ERI: 9, SOM: 20 })));
    const corrected = aRelease(counted({ AFG: 13, ERI: 8, SOM: 20 }), { id: 'again' });
    const changeOf = (release: SentRelease, country: string) => {
      const { cells, hidden } = JSON.parse(Buffer.from(jsonOf(release)).toString('utf8'));
      return hidden.includes(`country=${country}`) ? null : cells[`country=${country}`];
    };
    expect(changeOf(await alone(corrected), 'AFG')).toBe(13);
    const safe = await protectAndSend(corrected, [first]);
    expect([changeOf(safe, 'AFG'), changeOf(safe, 'ERI')]).toEqual([null, null]);
  });

  test('3: two sets of age bands do not tell who is exactly 60', async () => {
    const people = [
      ...times(12, { age: '<18' }),
      ...times(20, { age: '18-59' }),
      ...times(2, { age: '60' }),
      ...times(8, { age: '>60' }),
    ];
    const bands = (groups: Dimension['groups'], partition: string[]): Dimension => ({
      name: 'age',
      categories: ['<18', '18-59', '60', '>60'],
      groups: groups ?? {},
      partitions: [partition],
      unprinted: ['<18', '18-59', '60', '>60'].filter((one) => !partition.includes(one)),
    });
    const release = (id: string, dimension: Dimension) =>
      aRelease({ people, dimensions: [dimension], tables: [['age']] }, { id });
    const amif = await protectAndSend(
      release('amif', bands({ '18-60': ['18-59', '60'] }, ['<18', '18-60', '>60'])),
    );
    const unhcr = release('unhcr', bands({ '60+': ['60', '>60'] }, ['<18', '18-59', '60+']));
    const knows = { sums: [{ total: 'age=60+', parts: ['exactly 60', '1:age=>60'] }] };
    const files = (second: SentRelease) => [jsonOf(second), jsonOf(amif)];
    expect(await found(files(await alone(unhcr)), knows)).toEqual(['exactly 60']);
    expect(await found(files(await protectAndSend(unhcr, [amif])), knows)).toEqual([]);
  });

  test('4: another "other" does not tell what moved out of it', async () => {
    const people = counted({ AFG: 14, ERI: 11, IRQ: 3, SOM: 9 }).people;
    const release = (id: string, other: string[]) =>
      aRelease(
        {
          people,
          dimensions: [
            {
              name: 'country',
              categories: ['AFG', 'ERI', 'IRQ', 'SOM'],
              groups: { [groupName(other)]: other },
              unprinted: other,
            },
          ],
          tables: [['country']],
        },
        { id },
      );
    const wide = await protectAndSend(release('wide', ['ERI', 'IRQ']));
    const narrow = release('narrow', ['IRQ', 'SOM']);
    const knows = { sums: [{ total: 'country=IRQ+SOM', parts: ['IRQ', '1:country=SOM'] }] };
    const files = (second: SentRelease) => [jsonOf(second), jsonOf(wide)];
    expect(await found(files(await alone(narrow)), knows)).toEqual(['IRQ']);
    expect(await found(files(await protectAndSend(narrow, [wide])), knows)).toEqual([]);
  });

  test('15: tables that are safe alone are safe together', async () => {
    const cells = { ALL: 34, 'place=a': 2, 'place=b': 12, 'place=c': 20 };
    const first = [{ total: 'ALL', parts: ['place=a', 'place=b', 'place=c'] }];
    const second = [{ total: 'place=b', parts: ['town=x', 'town=y'] }];
    const together: Release = {
      ...aRelease(counted({ A: 10 })),
      cells: { ...cells, 'town=x': 5, 'town=y': 7 },
      relations: [...first, ...second],
    };
    const { suppressed } = await protect({ cells, relations: first, threshold: 5 });
    expect(await found([jsonOf({ ...together, suppressed })])).toEqual(['place=a']);
    expect(await found([jsonOf(await protectAndSend(together))])).toEqual([]);
  });
});

describe('within one file', () => {
  const square = (rows: number[][]) => ({
    people: rows.flatMap((row, at) =>
      row.flatMap((count, column) => times(count, { r: `r${at}`, c: `c${column}` })),
    ),
    dimensions: [
      { name: 'r', categories: rows.map((_, at) => `r${at}`) },
      { name: 'c', categories: (rows[0] ?? []).map((_, at) => `c${at}`) },
    ],
    tables: [['r', 'c']],
  });

  test('2: a small number is not its total minus the rest', async () => {
    const release = aRelease(counted({ AFG: 3, ERI: 9, SOM: 20 }));
    expect(await found([jsonOf(onlySmallHidden(release))])).toEqual(['country=AFG']);
    expect(await found([jsonOf(await protectAndSend(release))])).toEqual([]);
  });

  test('12: two ones are not told by the rule that zeros are printed', async () => {
    const release = aRelease(counted({ AFG: 1, ERI: 1, IRQ: 0, SOM: 8, SYR: 10 }));
    const both = ['country=AFG', 'country=ERI'];
    expect(await found([jsonOf(onlySmallHidden(release))])).toEqual(both);
    expect(await found([jsonOf(await protectAndSend(release))])).toEqual([]);
  });

  test('13: somebody who is in a cell of two learns no other', async () => {
    const release = aRelease(counted({ AFG: 2, ERI: 4, IRQ: 9, SOM: 20 }));
    const knows = { numbers: { 'country=AFG': 2 } };
    expect(await found([jsonOf(await alone(release))], knows)).toEqual(['country=ERI']);
    expect(await found([jsonOf(await protectAndSend(release))], knows)).toEqual([]);
  });

  test('14: two hidden in every line can still be solved, and are not', async () => {
    const release = aRelease(
      square([
        [20, 21, 30, 31],
        [22, 23, 3, 32],
        [33, 34, 24, 25],
        [35, 36, 26, 27],
      ]),
    );
    const pairs = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 3],
      [3, 2],
      [3, 3],
    ];
    const suppressed = pairs.map(([row, column]) => `c=c${column}|r=r${row}`);
    expect(await found([jsonOf({ ...release, suppressed })])).toEqual(['c=c2|r=r1']);
    expect(await found([jsonOf(await protectAndSend(release))])).toEqual([]);
    // Where the cheapest way to have enough hidden in every line is one that can be solved.
    const lines = aRelease(
      square([
        [34, 3, 23, 21],
        [24, 29, 2, 2],
        [16, 23, 33, 13],
        [1, 29, 13, 20],
      ]),
    );
    expect(await found([jsonOf(await protectAndSend(lines))])).toEqual([]);
  });

  test('20: a number that only halves of persons would allow is not counted as safe', async () => {
    // Around triangles of pairs the relaxed solution takes halves: the relaxed maximum of z is 9, the true one 8.
    const cells: Record<string, number> = { ALL: 100, z: 7, rest: 93 };
    const relations = [{ total: 'ALL', parts: ['z', 'rest'] }];
    const counts = [2, 1, 1, 1, 1, 1];
    relations.push({ total: 'z', parts: counts.map((_, at) => `x${at}`) });
    for (const [at, count] of counts.entries()) cells[`x${at}`] = count;
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [0, 2],
      [3, 4],
      [4, 5],
      [3, 5],
    ] as const) {
      cells[`p${a}${b}`] = 4;
      cells[`s${a}${b}`] = 4 - (counts[a] ?? 0) - (counts[b] ?? 0);
      relations.push({ total: `p${a}${b}`, parts: [`x${a}`, `x${b}`, `s${a}${b}`] });
    }
    const problem = { threshold: 2, cells, relations, cellThresholds: { z: 9 } };
    const file = (suppressed: string[]) =>
      jsonOf({ ...aRelease(counted({ A: 10 })), ...problem, suppressed });
    const relaxedSafe = Object.keys(cells).filter((id) => /^[xsz]|^rest/.test(id));
    expect((await attack([file(relaxedSafe)])).get('z')?.max).toBe(8);
    const { suppressed } = await protect(problem);
    expect((await attack([file(suppressed)])).get('z')?.max).toBeGreaterThanOrEqual(9);
  });

  test('10: a table that says the same of a whole group is not made', async () => {
    const people = [
      ...times(7, { country: 'ERI', need: 'yes' }),
      ...times(9, { country: 'SOM', need: 'yes' }),
      ...times(9, { country: 'SOM', need: 'no' }),
    ];
    const release = aRelease({
      people,
      dimensions: [
        { name: 'country', categories: ['ERI', 'SOM'] },
        { name: 'need', categories: ['yes', 'no'] },
      ],
      tables: [['country', 'need']],
    });
    const isTold = (bytes: Uint8Array) => {
      const { cells } = JSON.parse(Buffer.from(bytes).toString('utf8'));
      return cells['country=ERI'] === cells['country=ERI|need=yes'];
    };
    expect(isTold(jsonOf(await protectAndSend(release)))).toBe(true);
    const guarded = { ...release, sensitiveDimensions: ['need'] };
    await expect(protectAndSend(guarded)).rejects.toThrow('group_attribute');
  });

  test('11: 19 answers of 18 people do not tell that one gave two', async () => {
    const answers = { cells: { ALL: 18, a: 10, b: 9 }, relations: [] };
    const base = { ...aRelease(counted({ A: 10 })), ...answers };
    const question = { answers: ['a', 'b'], people: 'ALL', anyAnswer: 18 };
    const release = { ...base, ...withOverlap(answers, question) };
    const knows = {
      sums: [
        { total: 'given', parts: ['a', 'b'] },
        { total: 'given', parts: ['ALL', 'gave two'] },
      ],
    };
    expect(await found([jsonOf(await alone(base))], knows)).toContain('gave two');
    expect(await found([jsonOf(await protectAndSend(release))], knows)).toEqual([]);
  });

  test('19: a total that a ministry publishes gives nothing away once it is said to be known', async () => {
    // The cheapest way to cover the two of one cell is the total of its row: nothing else in its column can.
    const release = aRelease(
      square([
        [2, 300, 0],
        [0, 0, 10],
        [0, 200, 0],
      ]),
    );
    const unaware = await protectAndSend(release);
    expect(unaware.suppressed).toContain('r=r0');
    const numbers = { 'r=r0': 302 };
    expect(await found([jsonOf(unaware)], { numbers })).toContain('c=c0|r=r0');
    const aware = await protectAndSend({ ...release, keep: Object.keys(numbers) });
    expect(await found([jsonOf(aware)], { numbers })).toEqual([]);
  });
});

/** Time and day of every entry of a ZIP, as they stand before it; 33 is the first of January 1980. */
function entryTimes(zip: Uint8Array): number[][] {
  const bytes = Buffer.from(zip);
  const found = new Map<string, number[]>();
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const time = [bytes.readUInt16LE(at + 10), bytes.readUInt16LE(at + 12)];
    found.set(time.join(), time);
  }
  return [...found.values()];
}

describe('besides the numbers', () => {
  const groups = { AFG: 3, ERI: 9, SOM: 25 };
  const release = aRelease(counted(groups));
  const rowsOf = (csv: Uint8Array) =>
    Papa.parse<string[]>(Buffer.from(csv).toString('utf8').slice(1), { delimiter: ';' }).data;

  /** The sheet with a column of its own, worked out by `figure`. */
  async function csvWith(figure: (id: string) => number | null, sent: SentRelease) {
    const sheet = aSheet(sent, 'country');
    const [table] = sheet.tables;
    if (!table) throw new Error('one table');
    const rows = table.rows.map((row) => {
      const id = row[0] === 'Totale' ? 'ALL' : `country=${row[0]}`;
      return [...row, figure(id) ?? 'c'];
    });
    const header = [...table.header, 'x'];
    return rowsOf((await filesOf({ ...sheet, tables: [{ ...table, header, rows }] })).csv);
  }

  test('5: a percentage does not give the number back', async () => {
    const sent = await protectAndSend(release);
    const { published } = (await protectRelease(release, [])).result;
    const guess = (rows: string[][]) => {
      const row = rows.find(([label]) => label === 'AFG');
      const share = Number(row?.[2]?.replace(',', '.'));
      return Number.isNaN(share) ? null : Math.round((share * 37) / 100);
    };
    const careless = await csvWith((id) => ((release.cells[id] ?? 0) * 100) / 37, sent);
    expect(guess(careless)).toBe(3);
    const share = (id: string) => percentage(published, { part: id, of: 'ALL' });
    const careful = await csvWith(share, sent);
    expect(guess(careful)).toBeNull();
    expect(careful.find(([label]) => label === 'SOM')?.[2]).not.toBe('');
  });

  test('6: a mean of few is not printed', async () => {
    const sent = await protectAndSend(release);
    const { published } = (await protectRelease(release, [])).result;
    const ages = { 'country=AFG': 101, 'country=ERI': 300, 'country=SOM': 800, ALL: 1201 };
    const sumOf = (id: string) => new Map(Object.entries(ages)).get(id) ?? 0;
    const meanOf = (rows: string[][]) => rows.find(([label]) => label === 'AFG')?.[2];
    const careless = await csvWith((id) => sumOf(id) / (release.cells[id] ?? 1), sent);
    expect(Number(meanOf(careless))).toBeCloseTo(33.67, 1);
    const safe = (id: string) => mean(published, { cell: id, sum: sumOf(id), threshold: 5 });
    expect(meanOf(await csvWith(safe, sent))).toBe('c');
  });

  /** Widths of the bars drawn in a PDF. */
  const barsOf = (pdf: Uint8Array) =>
    [...unpacked(pdf).matchAll(/[\d.]+ [\d.]+ ([\d.]+) [\d.]+ re/g)].map(([, width]) => width);

  test('7: no bar has the length of a hidden number', async () => {
    const other = aRelease(counted({ AFG: 4, ERI: 8, SOM: 25 }));
    const [one, two] = [await protectAndSend(release), await protectAndSend(other)];
    const pdfOf = async (sent: SentRelease) => (await filesOf(aSheet(sent, 'country'))).pdf;
    const shown = await pdfOf(one);
    // Two truths that differ only in what is hidden look alike to the last byte.
    expect(Buffer.from(shown).equals(Buffer.from(await pdfOf(two)))).toBe(true);
    const open = [await pdfOf({ ...one, suppressed: [] }), await pdfOf({ ...two, suppressed: [] })];
    expect(barsOf(open[0] ?? new Uint8Array())).not.toEqual(barsOf(open[1] ?? new Uint8Array()));
    expect(barsOf(open[0] ?? new Uint8Array()).length).toBeGreaterThan(barsOf(shown).length);
  });

  test('8: the order of the rows says nothing of the hidden', async () => {
    const sent = await protectAndSend(release);
    const labels = (rows: string[][]) =>
      rows.map(([label]) => label ?? '').filter((label) => /^[A-Z]{3}$/.test(label));
    const orderOf = async (one: SentRelease) =>
      labels(rowsOf((await filesOf(aSheet(one, 'country'))).csv));
    expect(await orderOf(sent)).toEqual(['AFG', 'ERI', 'SOM']);
    // Sorted by size, a hidden row would stand between two printed ones and be bounded by them.
    const bySize = Object.entries(groups).sort(([, a], [, b]) => b - a);
    expect(bySize.map(([code]) => code)).not.toEqual(await orderOf(sent));
    const other = aRelease(counted({ AFG: 9, ERI: 3, SOM: 25 }));
    expect(await orderOf(await protectAndSend(other))).toEqual(await orderOf(sent));
    // The same of the sheet that every file of the program is made of.
    const printed = async (served: Record<string, number>) => {
      const people = Object.entries(served).flatMap(([nationality, count]) =>
        times(count, { sex: 'female', ageBand: '18-59', nationality, legalStatus: 'refugee' }),
      );
      const { summary } = await protectedSummary(people, { from: '2026-01-01', to: '2026-12-31' });
      const sheet = summarySheet(summary, sentAs, italianTexts());
      const at = summary.tables.findIndex(({ name }) => name === 'nationality');
      return sheet.tables[at]?.rows.map(([label]) => label);
    };
    const order = await printed({ AFG: 9, ERI: 12, SOM: 25 });
    expect(order).toHaveLength(4);
    expect(await printed({ AFG: 25, ERI: 9, SOM: 12 })).toEqual(order);
  });

  test('9: no part of a file holds a number, a name or a time beside what is shown', async () => {
    const marked = aRelease(counted({ AFG: 3, ERI: 7919, SOM: 7907 }));
    const sent = { ...(await protectAndSend(marked)), suppressed: ['country=AFG', 'country=SOM'] };
    const secret = /7907/;
    const texts = async (one: SentRelease) => {
      const { csv, xlsx, pdf } = await filesOf(aSheet(one, 'country'));
      const parts = unzipSync(xlsx);
      return {
        names: Object.keys(parts).sort(),
        all: [
          Buffer.from(csv).toString('utf8'),
          ...Object.values(parts).map((part) => Buffer.from(part).toString('utf8')),
          unpacked(pdf),
        ],
      };
    };
    const { names, all } = await texts(sent);
    const { xlsx } = await filesOf(aSheet(sent, 'country'));
    expect(entryTimes(xlsx)).toEqual([[0, 33]]);
    expect(all.filter((text) => secret.test(text))).toEqual([]);
    const open = await texts({ ...sent, suppressed: [] });
    expect(open.all.filter((text) => secret.test(text)).length).toBeGreaterThanOrEqual(2);
    const known =
      /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings|theme\/theme1|worksheets\/sheet\d)\.xml|xl\/(worksheets\/)?_rels\/[\w.]+\.rels|xl\/drawings\/.*)$/;
    expect(names.filter((name) => !known.test(name))).toEqual([]);
    for (const text of all) {
      expect(text).not.toMatch(/state="(very)?[Hh]idden"|<f>|pivotCache|calcChain/);
      expect(text).not.toMatch(
        /dc:creator|lastModifiedBy|\/Author|\/ModDate|xmpmeta|20[2-9]\d-\d\d-\d\dT/,
      );
    }
  });

  test('18: words beside a report that point at somebody are found before it leaves', () => {
    const { singlingWords } = loadResources(join(root, 'resources'));
    const caught = (text: string) =>
      findSingling(text, singlingWords).map(({ found: word }) => word);
    expect(caught('La nostra unica minore eritrea è stata accolta a scuola.')).toContain('unica');
    expect(caught('Our only Eritrean minor started school.')).toContain('only');
    expect(caught('Abbiamo seguito 3 donne somale e due minori soli.')).toEqual(['3', 'due']);
    expect(caught('Two women from Syria, one of them a widow.')).toEqual(['Two', 'one']);
    expect(caught('In 2026 abbiamo seguito 45 persone di 12 Paesi.')).toEqual([]);
    expect(caught('Grazie a tutte le volontarie.')).toEqual([]);
  });
});

test('the joined problem of a release knows all releases it can be compared with', async () => {
  const march = await protectAndSend(aRelease(counted({ AFG: 12, SOM: 20 })));
  const problem = joinReleases(aRelease(counted({ AFG: 18, SOM: 26 }), april), [march]);
  expect(problem.roles).toMatchObject({
    'ALL@quarter': 'printed_before',
    'ALL~ALL@quarter': 'derived',
  });
});

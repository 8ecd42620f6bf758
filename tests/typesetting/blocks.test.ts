import { describe, expect, test } from 'vitest';
import type { Block } from '#typesetting/document.ts';
import { iconNames } from '#typesetting/icons.ts';
import { themeOf } from '#typesetting/theme.ts';
import { typeset } from '#typesetting/typeset.ts';
import {
  aDocument,
  aParagraph,
  checkStructure,
  textOf,
  unpacked,
  wordOf,
  wordsOf,
} from '../support/pdf-tools.ts';

const bodyHeight = 841.89 - 48 - 62;

describe('a chart', () => {
  const chart: Block = {
    type: 'chart',
    max: 5,
    caption: 'Scala',
    legend: { value: 'oggi', earlier: 'prima' },
    rows: [
      { label: 'Casa', value: 2, earlier: 1 },
      { label: 'Lavoro', value: 5 },
      { label: 'Lingua' },
    ],
  };

  /** The two bars and the square of the legend: all that is filled with the accent colour. */
  async function barsOf(language: string) {
    const { bytes } = await typeset(aDocument([chart], { language }));
    const content = unpacked(bytes);
    const filled = /^0\.0588 0\.3216 0\.3412 rg ([\d.]+) [\d.]+ ([\d.]+) [\d.]+ re f$/gm;
    const found = [...content.matchAll(filled)];
    expect(found).toHaveLength(3);
    return { bytes, bars: found.map(([, x, width]) => ({ x: Number(x), width: Number(width) })) };
  }

  test('says its numbers in words and draws them in proportion', async () => {
    const { bytes, bars } = await barsOf('it');
    const text = textOf(bytes);
    for (const words of ['Scala', 'Casa', '2/5', 'Lavoro', '5/5', 'Lingua', '–', 'oggi', 'prima']) {
      expect(text).toContain(words);
    }
    const [house, work] = bars;
    expect((house?.width ?? 0) / (work?.width ?? 1)).toBeCloseTo(2 / 5, 2);
    expect(house?.x).toBeCloseTo(work?.x ?? 0, 1);
  });

  test('grows from the right where the language is read from there', async () => {
    const { bytes, bars } = await barsOf('ar');
    const [house, work] = bars;
    expect((house?.x ?? 0) + (house?.width ?? 0)).toBeCloseTo(
      (work?.x ?? 0) + (work?.width ?? 0),
      1,
    );
    expect(wordOf(bytes, 'Casa').left).toBeGreaterThan(wordOf(bytes, '2/5').left);
  });

  test('takes values outside its scale without drawing outside the page', async () => {
    const rows = [
      { label: 'a', value: 99 },
      { label: 'b', value: -1 },
      { label: 'c', value: Number.NaN, earlier: 7 },
    ];
    const { bytes } = await typeset(aDocument([{ type: 'chart', max: 5, rows }]));
    checkStructure(bytes);
  });
});

describe('a reply slip', () => {
  const slip: Block = {
    type: 'replySlip',
    cutText: 'ritagliare',
    title: 'Risposta',
    blocks: [
      { type: 'checklist', items: [{ checked: false, text: 'accolto' }] },
      { type: 'blanks', rows: [{ label: 'Firma' }] },
    ],
    qr: { data: 'INV-2026-0142', caption: 'INV-2026-0142' },
  };

  test('is not divided over two pages', async () => {
    const { bytes } = await typeset(aDocument([{ type: 'space', points: bodyHeight - 120 }, slip]));
    const pages = ['ritagliare', 'Risposta', 'accolto', 'Firma', 'INV-2026-0142'].map(
      (word) => wordOf(bytes, word).page,
    );
    expect(pages).toEqual([2, 2, 2, 2, 2]);
  });

  test('has its code beside the words, on the other side from right to left', async () => {
    const { bytes: ltr } = await typeset(aDocument([slip]));
    const { bytes: rtl } = await typeset(aDocument([slip], { language: 'ar' }));
    expect(wordOf(ltr, 'INV-2026').left).toBeGreaterThan(wordOf(ltr, 'accolto').left);
    expect(wordOf(rtl, 'INV-2026').left).toBeLessThan(wordOf(rtl, 'accolto').left);
  });
});

test('columns stand beside each other in their shares', async () => {
  const columns = [
    { width: 0.7, blocks: [aParagraph('larga '.repeat(40))] },
    { width: 0.3, blocks: [aParagraph('stretta')] },
  ];
  const { bytes } = await typeset(aDocument([{ type: 'columns', columns }]));
  const narrow = wordOf(bytes, 'stretta');
  expect(narrow.top).toBeCloseTo(wordOf(bytes, 'larga').top, 0);
  const wide = wordsOf(bytes).filter(({ text }) => text === 'larga');
  expect(Math.max(...wide.map(({ right }) => right))).toBeLessThan(narrow.left);
  expect(narrow.left).toBeGreaterThan(56 + 0.68 * 483);
});

test('a section in another language stands at its own margin', async () => {
  const { bytes } = await typeset(
    aDocument([
      aParagraph('SOPRA'),
      {
        type: 'section',
        language: 'ar',
        blocks: [{ type: 'list', ordered: false, items: ['VOCE'] }],
      },
      aParagraph('SOTTO'),
    ]),
  );
  expect(wordOf(bytes, 'SOPRA').left).toBeLessThan(60);
  expect(wordOf(bytes, 'VOCE').right).toBeGreaterThan(500);
  expect(wordOf(bytes, 'SOTTO').left).toBeLessThan(60);
});

test('a column in another language is set at its own margin, with its header', async () => {
  const { bytes } = await typeset(
    aDocument([
      {
        type: 'table',
        columns: [{ header: 'UNO' }, { header: 'DUE', language: 'ar' }],
        rows: [['PRIMA', 'DOPO']],
      },
    ]),
  );
  expect(wordOf(bytes, 'PRIMA').left).toBeLessThan(60);
  for (const word of ['DUE', 'DOPO']) expect(wordOf(bytes, word).right).toBeGreaterThan(535);
});

test('every icon can be printed, with words beside it', async () => {
  const items = iconNames.map((icon) => ({ icon, title: icon, text: `testo ${icon}` }));
  const { bytes } = await typeset(aDocument([{ type: 'iconList', items }]));
  const text = textOf(bytes);
  for (const icon of iconNames) expect(text).toContain(`testo ${icon}`);
  checkStructure(bytes);
});

test('large type is larger, and the page foot is not', async () => {
  const heightOf = async (textSize: 'normal' | 'large', word: string) => {
    const { bytes } = await typeset(
      aDocument([aParagraph('parola')], { textSize, footer: { text: 'piede' } }),
    );
    const { top, bottom } = wordOf(bytes, word);
    return bottom - top;
  };
  const ratio = (await heightOf('large', 'parola')) / (await heightOf('normal', 'parola'));
  expect(ratio).toBeCloseTo(1.4, 1);
  expect(await heightOf('large', 'piede')).toBeCloseTo(await heightOf('normal', 'piede'), 1);
});

describe('the colour of an association', () => {
  test('is taken as it is when it can be read', () => {
    expect(themeOf({ accent: '#8B0000' }).accent).toBe('#8b0000');
  });

  test('is darkened when it cannot', () => {
    const { accent } = themeOf({ accent: '#FFE600' });
    expect(accent).not.toBe('#ffe600');
    expect(Number.parseInt(accent.slice(1, 3), 16)).toBeLessThan(0x90);
  });

  test.each(['red', '#FFF', 'url(x)', '#12345g'])('%s is refused', async (accent) => {
    await expect(typeset(aDocument([], { accent }))).rejects.toMatchObject({ code: 'bad_color' });
  });
});

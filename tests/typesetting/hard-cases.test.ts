import { describe, expect, test } from 'vitest';
import type { Block } from '#typesetting/document.ts';
import { fontResource } from '#typesetting/font-resources.ts';
import { layOutDocument } from '#typesetting/lay-out-document.ts';
import type { Line } from '#typesetting/pdfmake-types.ts';
import { type ShapedText, shapeText } from '#typesetting/shaping.ts';
import { typeset } from '#typesetting/typeset.ts';
import { aDocument, aParagraph, checkStructure, textOf, wordsOf } from '../support/pdf-tools.ts';

const sideMargin = 56;

/** Glyphs of each line from right to left, which is the order of an Arabic word. */
function glyphsOfLines(block: Block): number[][] {
  const { pages } = layOutDocument(aDocument([block], { language: 'ar' }));
  const lines = pages.flatMap(({ items }) => items.filter(({ type }) => type === 'line'));
  return lines
    .map(({ item }) =>
      (item as Line).inlines.flatMap(({ font, text, fontFeatures }) => {
        const { glyphs } = font.layout(text, fontFeatures) as ShapedText;
        return glyphs.filter(({ codePoints }) => !codePoints.includes(0x200d)).map(({ id }) => id);
      }),
    )
    .map((ids) => ids.reverse())
    .filter((ids) => ids.length > 0);
}

describe('an Arabic word wider than its line keeps its letters joined', () => {
  test.each([
    ['where the line cuts it', 'bold', { type: 'heading', level: 1, text: 'بيتسلم'.repeat(16) }],
    ['where it is so long that cuts are offered', 'regular', aParagraph('بيتسلم'.repeat(60))],
  ] as [string, 'bold' | 'regular', Block & { text: string }][])('%s', (_, weight, block) => {
    const resource = fontResource('NotoNaskhArabic', weight);
    const whole = shapeText(resource, block.text, { rightToLeft: true, language: 'ar' });
    const lines = glyphsOfLines(block);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.flat()).toEqual(whole.glyphs.map(({ id }) => id).reverse());
  });
});

test('a letter is never parted from its marks where a word is cut', async () => {
  const { bytes } = await typeset(aDocument([aParagraph('é'.normalize('NFD').repeat(400))]));
  for (const { text } of wordsOf(bytes)) expect(text.normalize('NFC')).toMatch(/^é+$/);
});

test('a paragraph of ten thousand characters keeps them all, in every direction', async () => {
  for (const [language, sentence] of [
    ['it', 'Il percorso prevede incontri mensili. '],
    ['ar', 'يفتح المكتب في الساعة 9:30 صباحًا. '],
    ['ur', 'از راہِ کرم رسید ساتھ لائیں (زبان)۔ '],
  ] as const) {
    const count = Math.ceil(10_000 / sentence.length);
    const text = sentence.repeat(count);
    const { bytes, pageCount, missingCharacters } = await typeset(
      aDocument([aParagraph(text)], { language }),
    );
    expect(missingCharacters).toEqual([]);
    expect(pageCount).toBeGreaterThan(1);
    checkStructure(bytes);
    const edges = wordsOf(bytes).map(({ left, right }) => [left, right]);
    expect(Math.min(...edges.map(([left = 0]) => left))).toBeGreaterThan(sideMargin - 3);
    expect(Math.max(...edges.map(([, right = 0]) => right))).toBeLessThan(595.28 - sideMargin + 3);
    if (language === 'it') {
      expect(textOf(bytes).match(/incontri/g)).toHaveLength(count);
    }
  }
});

test('control characters, lone surrogates and emoji break nothing', async () => {
  const text = `a\u0000b\u0007c\ud800d\u202e e\u2069\u2069\u2066f \u{1f468}\u200d\u{1f469}\u200d\u{1f467} \ufeff\u00ad\u200b g\uffff`;
  const { bytes, missingCharacters } = await typeset(aDocument([aParagraph(text)]));
  checkStructure(bytes);
  expect(missingCharacters).toEqual(['\u{1f468}', '\u{1f469}', '\u{1f467}']);
  expect(textOf(bytes)).toMatch(/abcd e ?f/);
});

test('a bad font file, picture or drawing is an error and not the end of the process', async () => {
  const bytes = new TextEncoder().encode('no picture');
  for (const format of ['png', 'svg'] as const) {
    const image = { type: 'image', format, bytes, widthPoints: 40, alt: '' } as const;
    await expect(typeset(aDocument([image]))).rejects.toMatchObject({ name: 'TypesettingError' });
  }
});

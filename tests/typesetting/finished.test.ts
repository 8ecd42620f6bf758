import { describe, expect, test } from 'vitest';
import { joinPdfs } from '#typesetting/finished/join-pdfs.ts';
import { lockPdf } from '#typesetting/finished/lock-pdf.ts';
import { typeset } from '#typesetting/typeset.ts';
import { elementsOf, structureOf } from '../support/pdf-structure.ts';
import {
  aDocument,
  aParagraph,
  checkStructure,
  structureTextOf,
  textOf,
  unpacked,
} from '../support/pdf-tools.ts';

/** Everything that could be taken for the end of an object. */
const hostileTitle = 'endobj (stream \\) >> endstream\n%%EOF 1 0 R';

const letter = async (name: string, archive = true) =>
  (
    await typeset(
      aDocument(
        [
          { type: 'heading', level: 1, text: `Lettera ${name}` },
          aParagraph(`Per ${name}`),
          aParagraph('مرحبا بكم', 'ar'),
          { type: 'pageBreak' },
          aParagraph(`Fine di ${name}`),
        ],
        { title: hostileTitle, footer: { pageNumber: ['Pagina {page} di {pages}'] } },
      ),
      { archive },
    )
  ).bytes;

const withoutLastSpaces = (text: string) => text.replace(/\f/g, '\n');

describe('finished letters joined', () => {
  test('are the same pages one after the other, with their numbers and their order', async () => {
    const letters = [await letter('Abeba'), await letter('Meron'), await letter('Zahra')];
    const pile = joinPdfs(letters);
    checkStructure(pile);
    const apart = letters.map((one) => textOf(one)).join('');
    expect(withoutLastSpaces(textOf(pile))).toBe(withoutLastSpaces(apart));
    expect(textOf(pile, 5)).toMatch(/Lettera Zahra[\s\S]*Pagina 1 di 2/);
  });

  test('are read aloud letter after letter', async () => {
    const pile = joinPdfs([await letter('Abeba'), await letter('Meron')]);
    const said = structureTextOf(pile);
    expect(said).toMatch(
      /Lettera Abeba[\s\S]*Fine di Abeba[\s\S]*Lettera Meron[\s\S]*Fine di Meron/,
    );
    expect(said.match(/^Document/gm)).toHaveLength(2);
    const alone = await structureOf(await letter('Abeba'));
    expect(elementsOf(alone, 'H1').map(({ text }) => text)).toEqual(['Lettera Abeba']);
  });

  test('are PDF/A when each of them was, and say nothing of it otherwise', async () => {
    const [filed, plain] = [await letter('Abeba'), await letter('Meron', false)];
    expect(unpacked(joinPdfs([filed, filed]))).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(unpacked(joinPdfs([filed, plain]))).not.toContain('pdfaid');
    expect(unpacked(joinPdfs([filed, plain]))).not.toContain('/OutputIntents');
  });
});

test('what this engine did not make is refused, and so is what was cut or changed', async () => {
  const good = Buffer.from(await letter('Abeba'));
  const wrong = [
    Buffer.from('%PDF-1.4\n1 0 obj\n<</Type /Catalog>>\nendobj\n'),
    good.subarray(0, good.length - 40),
    good.subarray(200),
    Buffer.from(good.toString('latin1').replace('endstream', 'endstrean'), 'latin1'),
    Buffer.alloc(0),
  ];
  for (const bytes of wrong) {
    const refused = expect.objectContaining({ code: 'bad_pdf' });
    expect(() => joinPdfs([good, bytes])).toThrow(refused);
    expect(() => lockPdf(bytes, 'una frase lunga')).toThrow(refused);
  }
  expect(() => joinPdfs([])).toThrow(expect.objectContaining({ code: 'bad_pdf' }));
});

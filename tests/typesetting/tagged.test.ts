import { describe, expect, test } from 'vitest';
import type { Block } from '#typesetting/document.ts';
import { typeset } from '#typesetting/typeset.ts';
import { elementsOf, readAloud, structureOf } from '../support/pdf-structure.ts';
import { aDocument, aParagraph, structureTextOf, unpacked } from '../support/pdf-tools.ts';
import { anSvg, aPng } from './pictures.ts';

const tree = async (blocks: Block[], language = 'it') =>
  structureOf((await typeset(aDocument(blocks, { language }))).bytes);

describe('the structure tree', () => {
  test('has headings, paragraphs, lists and facts in the order they are read', async () => {
    const root = await tree([
      { type: 'heading', level: 1, text: 'Piano' },
      { type: 'heading', level: 2, text: 'Casa' },
      aParagraph('Testo'),
      { type: 'paragraph', style: 'quote', text: 'Parole sue' },
      { type: 'list', ordered: true, items: ['uno', 'due'] },
      { type: 'facts', columns: 2, rows: [{ label: 'Nome', value: 'Meron' }] },
    ]);
    expect(root).toMatchObject({ role: 'Document', language: 'it' });
    expect(root.children.map(({ role }) => role)).toEqual([
      ...['H1', 'H2', 'P', 'BlockQuote', 'L', 'L'],
    ]);
    const [list, facts] = elementsOf(root, 'L');
    expect(list?.children.map(({ role }) => role)).toEqual(['LI', 'LI']);
    expect(elementsOf(root, 'Lbl').map(({ text }) => text)).toEqual(['1.', '2.', 'Nome']);
    expect(facts && readAloud(facts)).toBe('Nome | Meron');
    expect(readAloud(root)).toBe(
      'Piano | Casa | Testo | Parole sue | 1. | uno | 2. | due | Nome | Meron',
    );
  });

  test('says which boxes are ticked', async () => {
    const items = [
      { checked: true, text: 'consenso' },
      { checked: false, text: 'foto' },
    ];
    expect(readAloud(await tree([{ type: 'checklist', items }]))).toBe('☑ | consenso | ☐ | foto');
  });

  test('reads a paragraph of many lines as one, with spaces between the lines', async () => {
    const text = 'Il percorso prevede incontri mensili. '.repeat(40).trim();
    const blocks: Block[] = [{ type: 'space', points: 650 }, aParagraph(text)];
    const { bytes, pageCount } = await typeset(aDocument(blocks));
    expect(pageCount).toBe(2);
    expect(elementsOf(await structureOf(bytes), 'P')).toHaveLength(1);
    // One piece a page.
    const pieces = [...structureTextOf(bytes).matchAll(/"(.*)"/g)].map(([, piece]) => piece);
    expect(pieces).toHaveLength(2);
    expect(pieces.join('')).toBe(text);
  });

  test('reads rows cell by cell in the order of the language, and a repeated header once', async () => {
    const table: Block = {
      type: 'table',
      caption: 'Passi',
      columns: [{ header: 'PRIMA' }, { header: 'DOPO' }],
      rows: Array.from({ length: 90 }, (_, row) => [`A${row}`, row === 3 ? '' : `B${row}`]),
    };
    for (const language of ['it', 'ar']) {
      const { bytes, pageCount } = await typeset(aDocument([table], { language }));
      expect(pageCount).toBeGreaterThan(1);
      const root = await structureOf(bytes);
      const headers = elementsOf(root, 'TH');
      expect(headers.map(({ text, scope }) => [text, scope])).toEqual([
        ['PRIMA', 'Column'],
        ['DOPO', 'Column'],
      ]);
      const rows = elementsOf(root, 'TR').slice(1);
      expect(rows).toHaveLength(90);
      for (const [index, row] of rows.entries()) {
        const cells = row.children.map(({ role, text }) => [role, text]);
        expect(cells).toEqual([
          ['TD', `A${index}`],
          ['TD', index === 3 ? '' : `B${index}`],
        ]);
      }
      expect(elementsOf(root, 'Caption').map(({ text }) => text)).toEqual(['Passi']);
    }
  });

  test('reads a bilingual text one language after the other', async () => {
    const root = await tree([
      {
        type: 'sideBySide',
        start: [{ type: 'heading', level: 2, text: 'Diritti' }, aParagraph('Medico')],
        end: [{ type: 'heading', level: 2, text: 'حقوق' }, aParagraph('طبيب')],
        endLanguage: 'ar',
      },
    ]);
    const [italian, arabic] = elementsOf(root, 'Sect');
    expect(italian && readAloud(italian)).toBe('Diritti | Medico');
    expect(arabic && readAloud(arabic)).toBe('حقوق | طبيب');
    expect(arabic?.language).toBe('ar');
    expect(italian?.language).toBeUndefined();
  });

  test('gives words from right to left as they were typed', async () => {
    const root = await tree(
      [
        {
          type: 'paragraph',
          text: [
            { text: 'الهاتف (رقم 12): ' },
            { text: '+39 06 1234567', isolate: 'ltr' },
            { text: ` \u2068نهاية\u2069 ${'كلمة أخرى '.repeat(20)}` },
          ],
        },
      ],
      'ar',
    );
    expect(elementsOf(root, 'P')[0]?.actualText).toBe(
      `الهاتف (رقم 12): +39 06 1234567 نهاية ${'كلمة أخرى '.repeat(20)}`,
    );
  });

  test('describes pictures and codes', async () => {
    const root = await tree([
      { type: 'image', format: 'png', bytes: aPng(), widthPoints: 40, alt: 'la sede' },
      { type: 'image', format: 'svg', bytes: anSvg(), widthPoints: 40, alt: 'il logo' },
      { type: 'qr', data: 'INV-1', alt: 'codice INV-1' },
      { type: 'qr', data: 'INV-2' },
    ]);
    expect(elementsOf(root, 'Figure').map(({ alt }) => alt)).toEqual([
      ...['la sede', 'il logo', 'codice INV-1', 'INV-2'],
    ]);
  });

  test('leaves out what repeats or only decorates', async () => {
    const { bytes } = await typeset(
      aDocument([aParagraph('uno'), { type: 'pageBreak' }, aParagraph('due'), { type: 'rule' }], {
        watermark: 'BOZZA',
        letterhead: { name: 'Ponte', lines: [], logo: { format: 'png', bytes: aPng() } },
        footer: { text: 'piede', pageNumber: ['{page} di {pages}'] },
      }),
    );
    expect(readAloud(await structureOf(bytes))).toBe('Ponte | uno | due');
  });

  test('leaves nothing drawn outside it that is not said to be decoration', async () => {
    const { bytes } = await typeset(
      aDocument(
        [
          { type: 'heading', level: 1, text: 'Piano' },
          { type: 'chart', max: 5, rows: [{ label: 'Casa', value: 2, earlier: 1 }] },
          { type: 'iconList', items: [{ icon: 'home', title: 'Casa', text: 'Cercare' }] },
          { type: 'box', title: 'Nota', blocks: [aParagraph('nota')] },
          { type: 'signatures', placeAndDate: 'Bologna', fields: [{ role: 'Operatore' }] },
          {
            type: 'replySlip',
            blocks: [{ type: 'blanks', rows: [{ label: 'a' }] }],
            qr: { data: 'x' },
          },
        ],
        { watermark: 'BOZZA', footer: { text: 'piede' } },
      ),
    );
    let depth = 0;
    let drawn = 0;
    for (const line of unpacked(bytes).split('\n')) {
      if (/ (BMC|BDC)$/.test(line)) depth += 1;
      if (line === 'EMC') depth -= 1;
      if (line === 'endstream') expect(depth).toBe(0);
      if (!/(^| )(TJ|Tj|S|f|f\*|B|Do)$/.test(line)) continue;
      drawn += 1;
      expect(depth, line).toBeGreaterThan(0);
    }
    expect(drawn).toBeGreaterThan(40);
  });

  test('names the language of single words', async () => {
    const { bytes } = await typeset(
      aDocument([{ type: 'paragraph', text: [{ text: 'il ' }, { text: 'CPIA', language: 'en' }] }]),
    );
    expect(unpacked(bytes)).toContain('/Span <</Lang (en)>> BDC');
  });
});

import { describe, expect, test } from 'vitest';
import type { Block } from '#typesetting/document.ts';
import { typeset } from '#typesetting/typeset.ts';
import {
  aDocument,
  aParagraph,
  checkStructure,
  textOf,
  wordOf,
  wordsOf,
} from '../support/pdf-tools.ts';

const sentence = 'Il percorso prevede incontri mensili con l’operatore di riferimento. ';

function filledUpTo(points: number): Block {
  return { type: 'space', points };
}

const bodyHeight = 841.89 - 48 - 62;

describe('an Italian letter', () => {
  const letter = aDocument(
    [
      { type: 'address', lines: ['Spett.le Questura', '40100 Bologna'] },
      { type: 'heading', level: 1, text: 'Richiesta di appuntamento' },
      {
        type: 'paragraph',
        text: [{ text: 'Perché ' }, { text: 'già', bold: true }, { text: ' è così.' }],
      },
      {
        type: 'facts',
        columns: 2,
        rows: [
          { label: 'Nome', value: 'Meron' },
          { label: 'Telefono', value: [{ text: '+39 333 000 0000', isolate: 'ltr' }] },
        ],
      },
      { type: 'list', ordered: true, items: ['passaporto', 'permesso'] },
      { type: 'checklist', items: [{ checked: true, text: 'consenso' }] },
      { type: 'cutLine', text: 'ritagliare' },
      { type: 'blanks', rows: [{ label: 'Ricevuto il' }] },
    ],
    {
      letterhead: { name: 'Ponte Aperto ODV', lines: ['Via dei Tigli 14'] },
      footer: { text: 'L-142', pageNumber: ['Pagina {page} di {pages}', 'صفحة {page} من {pages}'] },
    },
  );

  test('can be read back word for word', async () => {
    const { bytes, pageCount, missingCharacters } = await typeset(letter);
    const text = textOf(bytes);
    expect(pageCount).toBe(1);
    expect(missingCharacters).toEqual([]);
    for (const words of [
      'Ponte Aperto ODV',
      'Spett.le Questura',
      'Richiesta di appuntamento',
      'Perché già è così.',
      '+39\u00a0333\u00a0000\u00a00000',
      '1. passaporto',
      '2. permesso',
      'consenso',
      'ritagliare',
      'Ricevuto il',
      'L-142',
    ]) {
      expect(text.replace(/ +/g, ' ')).toContain(words.replaceAll('\u00a0', ' '));
    }
    checkStructure(bytes);
  });

  test('sets the address against the far margin', async () => {
    const { bytes } = await typeset(letter);
    expect(wordOf(bytes, 'Spett.le').left).toBeGreaterThan(595 / 2);
  });
});

test('pages are numbered in every language asked for', async () => {
  const { bytes, pageCount } = await typeset(
    aDocument([aParagraph('uno'), { type: 'pageBreak' }, aParagraph('due')], {
      footer: { pageNumber: ['Pagina {page} di {pages}', 'Page {page} / {pages}'] },
    }),
  );
  expect(pageCount).toBe(2);
  expect(textOf(bytes, 1)).toContain('Pagina 1 di 2');
  expect(textOf(bytes, 2)).toContain('Page 2 / 2');
});

test('the watermark stands on every page, and only when asked for', async () => {
  const blocks: Block[] = [aParagraph('uno'), { type: 'pageBreak' }, aParagraph('due')];
  const marked = await typeset(aDocument(blocks, { watermark: 'BOZZA' }));
  const letters = wordsOf(marked.bytes)
    .filter(({ page }) => page === 2)
    .map(({ text }) => text)
    .join('');
  expect(letters).toMatch(/[BOZA]{5}/);
  expect(textOf(marked.bytes, 1).replace(/\s/g, '')).toMatch(/B.*O.*Z.*Z.*A/);
  const plain = await typeset(aDocument(blocks));
  expect(wordsOf(plain.bytes).map(({ text }) => text)).toEqual(['uno', 'due']);
});

describe('page breaks', () => {
  test('a signature block is not split', async () => {
    const { bytes } = await typeset(
      aDocument([
        filledUpTo(bodyHeight - 60),
        {
          type: 'signatures',
          placeAndDate: 'Bologna',
          fields: [{ role: 'Operatore', name: 'Luca' }, { role: 'Persona' }],
        },
      ]),
    );
    for (const word of ['Bologna', 'Operatore', 'Luca', 'Persona']) {
      expect(wordOf(bytes, word).page).toBe(2);
    }
  });

  test('a heading goes with what follows it', async () => {
    const { bytes } = await typeset(
      aDocument([
        filledUpTo(bodyHeight - 50),
        { type: 'heading', level: 2, text: 'Lavoro' },
        aParagraph(sentence.repeat(4)),
      ]),
    );
    expect(wordOf(bytes, 'Lavoro').page).toBe(2);
  });

  test('a heading goes with the first row of its table, however high', async () => {
    const rows = [[sentence.repeat(6), 'a']];
    const { bytes } = await typeset(
      aDocument([
        filledUpTo(bodyHeight - 120),
        { type: 'heading', level: 2, text: 'Lavoro' },
        { type: 'table', columns: [{ header: 'Azione' }, { header: 'Esito' }], rows },
      ]),
    );
    expect(wordOf(bytes, 'Lavoro').page).toBe(2);
  });

  test('a heading goes with what follows it in two columns too', async () => {
    const side: Block[] = [
      { type: 'heading', level: 3, text: 'Casa' },
      aParagraph(sentence.repeat(3)),
    ];
    const { bytes } = await typeset(
      aDocument([filledUpTo(bodyHeight - 40), { type: 'sideBySide', start: side, end: side }]),
    );
    expect(wordOf(bytes, 'Casa').page).toBe(2);
  });

  test('a heading goes with the signatures below it', async () => {
    const { bytes } = await typeset(
      aDocument([
        filledUpTo(bodyHeight - 90),
        { type: 'heading', level: 2, text: 'Firme' },
        { type: 'signatures', placeAndDate: 'Bologna', fields: [{ role: 'Operatore' }] },
      ]),
    );
    expect(wordOf(bytes, 'Firme').page).toBe(2);
  });

  test.each([14, 28, 42, 56, 70])(
    'no line of a paragraph is left alone (%i points)',
    async (free) => {
      const { bytes } = await typeset(
        aDocument([filledUpTo(bodyHeight - free), aParagraph(sentence.repeat(7))]),
      );
      for (const page of [1, 2]) {
        const tops = wordsOf(bytes)
          .filter((word) => word.page === page)
          .map(({ top }) => top);
        expect(new Set(tops).size).not.toBe(1);
      }
    },
  );

  test('the header of a long table is repeated, and rows stay whole', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => [
      `inizio${row} ${sentence.repeat(2)}`,
      `fine${row}`,
    ]);
    const { bytes, pageCount } = await typeset(
      aDocument([
        { type: 'table', columns: [{ header: 'Azione' }, { header: 'Esito', align: 'end' }], rows },
      ]),
    );
    const words = wordsOf(bytes);
    expect(pageCount).toBeGreaterThan(10);
    expect(words.filter(({ text }) => text === 'Azione').map(({ page }) => page)).toEqual(
      Array.from({ length: pageCount }, (_, page) => page + 1),
    );
    const pageOf = new Map(words.map(({ text, page }) => [text, page]));
    const lastWords = words.filter(({ text }) => text === 'riferimento.');
    expect(lastWords).toHaveLength(600);
    for (let row = 0; row < 300; row += 1) {
      expect(pageOf.get(`inizio${row}`)).toBe(pageOf.get(`fine${row}`));
      expect(lastWords[row * 2 + 1]?.page).toBe(pageOf.get(`inizio${row}`));
    }
  });

  test('a block that fits on no page keeps all its text', async () => {
    const blocks = Array.from({ length: 150 }, (_, index) =>
      aParagraph(`voce${index} ${sentence}`),
    );
    const { bytes, pageCount } = await typeset(aDocument([{ type: 'keepTogether', blocks }]));
    expect(pageCount).toBeGreaterThan(2);
    expect(wordsOf(bytes).filter(({ text }) => /^voce\d+$/.test(text))).toHaveLength(150);
  });

  test('tables in a block that fits on no page keep their rows', async () => {
    const blocks = Array.from({ length: 8 }, (_, table): Block[] => [
      { type: 'heading', level: 2, text: `titolo${table}` },
      {
        type: 'table',
        columns: [{ header: 'Azione' }],
        rows: Array.from({ length: 12 }, (_, row) => [`riga${table * 12 + row}`]),
      },
    ]).flat();
    const { bytes, pageCount } = await typeset(aDocument([{ type: 'keepTogether', blocks }]));
    const rows = wordsOf(bytes).filter(({ text }) => text.startsWith('riga'));
    expect(rows.map(({ text }) => text)).toEqual(rows.map((_, row) => `riga${row}`));
    expect(rows).toHaveLength(96);
    expect(pageCount).toBe(4);
  });

  test('a row that fits on no page keeps all its text', async () => {
    const { bytes } = await typeset(
      aDocument([
        { type: 'table', columns: [{ header: 'Nota' }], rows: [['breve'], [sentence.repeat(200)]] },
      ]),
    );
    const words = wordsOf(bytes).filter(({ text }) => text === 'riferimento.');
    expect(words).toHaveLength(200);
    expect(words[0]?.page).toBe(1);
    expect(Math.max(...words.map(({ bottom }) => bottom))).toBeLessThan(841.89 - 50);
  });
});

test('a phone number is never divided over two lines', async () => {
  for (let letters = 60; letters < 90; letters += 3) {
    const { bytes } = await typeset(
      aDocument([
        {
          type: 'paragraph',
          text: [
            { text: `${'a'.repeat(letters)} ` },
            { text: '+39 333 1234567', isolate: 'ltr' },
            { text: ' bbb' },
          ],
        },
      ]),
    );
    expect(wordOf(bytes, '+39').top).toBe(wordOf(bytes, '1234567').top);
  }
});

test('a row of facts is not divided over two pages', async () => {
  const rows = [{ label: 'Nota', value: `inizio ${sentence.repeat(5)}fine` }];
  const { bytes } = await typeset(
    aDocument([filledUpTo(bodyHeight - 40), { type: 'facts', columns: 1, rows }]),
  );
  expect(wordOf(bytes, 'inizio').page).toBe(wordOf(bytes, 'fine').page);
});

describe('unusual documents', () => {
  test('an empty document is one empty page', async () => {
    const { bytes, pageCount } = await typeset(aDocument());
    expect(pageCount).toBe(1);
    expect(textOf(bytes).trim()).toBe('');
    checkStructure(bytes);
  });

  test('blocks without content print nothing and break nothing', async () => {
    const blocks: Block[] = [
      aParagraph(''),
      { type: 'heading', level: 1, text: [] },
      { type: 'list', ordered: true, items: [] },
      { type: 'facts', columns: 2, rows: [] },
      { type: 'table', columns: [], rows: [] },
      { type: 'table', columns: [{ header: '' }], rows: [], headerRows: 0 },
      { type: 'sideBySide', start: [], end: [] },
      { type: 'box', blocks: [] },
      { type: 'keepTogether', blocks: [] },
      { type: 'signatures', fields: [] },
      { type: 'blanks', rows: [] },
      { type: 'address', lines: [] },
      { type: 'qr', data: '' },
      { type: 'space', points: 0 },
    ];
    const { bytes } = await typeset(aDocument(blocks));
    expect(textOf(bytes).trim()).toBe('');
  });

  test('too much text is refused', async () => {
    const document = aDocument([aParagraph('parola '.repeat(300_000))]);
    await expect(typeset(document)).rejects.toMatchObject({ code: 'too_large' });
  });

  test('a very long word is cut at the margin', async () => {
    const { bytes } = await typeset(aDocument([aParagraph('parola'.repeat(3_000))]));
    const rights = wordsOf(bytes).map(({ right }) => right);
    expect(Math.max(...rights)).toBeLessThanOrEqual(595.28 - 56 + 1);
    expect(textOf(bytes).replace(/\s/g, '')).toHaveLength(18_000);
  });

  test('a very long word stays in its table column', async () => {
    const { bytes } = await typeset(
      aDocument([
        {
          type: 'table',
          columns: [{ header: 'A' }, { header: 'B' }],
          rows: [['x'.repeat(300), 'fine']],
        },
      ]),
    );
    for (const word of wordsOf(bytes).filter(({ text }) => text.includes('xx'))) {
      expect(word.right).toBeLessThan(wordOf(bytes, 'fine').left);
    }
  });
});

describe('a form that runs over by a little', () => {
  const lines = (count: number): Block[] =>
    Array.from({ length: count }, (_, at) => ({
      type: 'paragraph',
      text: `${at + 1}. ${sentence.repeat(2)}`,
    }));
  const signed: Block = { type: 'signatures', fields: [{ role: 'La persona' }] };
  const form = (count: number, closesUp: boolean) =>
    typeset(aDocument([...lines(count), signed], { closesUp }));

  test('closes up, so that nobody signs on a page with nothing else on it', async () => {
    const usual = await form(20, false);
    expect(usual.pageCount).toBe(2);
    const closed = await form(20, true);
    expect(closed.pageCount).toBe(1);
    expect(wordOf(closed.bytes, 'persona').bottom).toBeLessThan(841.89 - 62);
  });

  test('stays as it is when it fits, and when closing up would not save a page', async () => {
    for (const count of [5, 30, 36]) {
      const closed = await form(count, true);
      expect(closed.bytes, String(count)).toEqual((await form(count, false)).bytes);
    }
  });
});

test('a heading in two languages goes to the next page with what follows it', async () => {
  const beside = (start: Block, end: Block): Block => ({
    type: 'sideBySide',
    start: [start],
    end: [end],
    startLanguage: 'it',
    endLanguage: 'ar',
  });
  const heading = (text: string): Block => ({ type: 'heading', level: 2, text });
  const { bytes } = await typeset(
    aDocument([
      filledUpTo(bodyHeight - 60),
      beside(heading('Diritti'), heading('حقوقي')),
      beside(
        { type: 'paragraph', text: sentence.repeat(3) },
        { type: 'paragraph', text: 'نص '.repeat(90) },
      ),
    ]),
  );
  expect(wordOf(bytes, 'Diritti').page).toBe(2);
});

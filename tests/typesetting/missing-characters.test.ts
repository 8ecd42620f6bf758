import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { missingCharactersOf } from '#typesetting/missing-characters.ts';
import { typeset } from '#typesetting/typeset.ts';
import { openTypesettingWorker } from '#typesetting/typeset-in-worker.ts';
import { bareEngine } from '../support/bare-engine.ts';
import { aDocument, aParagraph, textOf } from '../support/pdf-tools.ts';

const strange = aDocument(
  [
    aParagraph('è ok \u{1f600}'),
    {
      type: 'box',
      title: '\u{13080}',
      blocks: [{ type: 'list', ordered: false, items: ['\u263a'] }],
    },
    { type: 'table', columns: [{ header: '\u2603' }], rows: [['\u{1f600} \u2066x\u2069\u200d']] },
    { type: 'qr', data: '\u2600' },
  ],
  { title: '\u2620', watermark: '\u2622', footer: { pageNumber: ['\u2623 {page}'] } },
);

describe('characters without a font', () => {
  test('are listed before printing, the same as after it', async () => {
    const before = missingCharactersOf(strange);
    const { missingCharacters } = await typeset(strange);
    expect(before.toSorted()).toEqual(missingCharacters.toSorted());
    expect(before.toSorted()).toEqual(
      ['\u{1f600}', '\u{13080}', '\u263a', '\u2603', '\u2622', '\u2623'].toSorted(),
    );
  });

  test.each([
    ['marks on a letter of another script', 'am', 'ሰላም ለ\u0308\u0323', 'ለ'],
    ['a mark that the font of its letter lacks', 'it', 'è q\u20e3', 'q\u20e3'],
  ])(
    'are told by the glyphs, and not by single characters: %s',
    async (_, language, text, told) => {
      const document = aDocument([aParagraph(text, language)]);
      const { missingCharacters } = await typeset(document);
      expect(missingCharacters).toHaveLength(1);
      expect(missingCharacters[0]).toContain(told);
      expect(missingCharactersOf(document)).toEqual(missingCharacters);
      await expect(typeset(document, { archive: true })).rejects.toThrow('characters_missing');
    },
  );

  test('are asked for off the main thread', async () => {
    const worker = openTypesettingWorker();
    try {
      expect(await worker.findMissingCharacters(aDocument([aParagraph('a\u{1f600}')]))).toEqual([
        '\u{1f600}',
      ]);
    } finally {
      await worker.close();
    }
  });

  test('are none in ordinary texts of every script', () => {
    const ordinary = 'Perché № ґ ş ڕ ڵ ټ ۱۴۰۳ হ্যাঁ ශ්‍රී ሰላም 您的预约，“文” € – …\u200b\u2060';
    expect(missingCharactersOf(aDocument([aParagraph(ordinary)]))).toEqual([]);
  });
});

describe('an installation without the Chinese font', () => {
  const folder = mkdtempSync(join(tmpdir(), 'without-font-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function answerOfBareEngine(language: string): unknown {
    bareEngine(folder, 'noto-sans-sc');
    writeFileSync(
      join(folder, 'ask.ts'),
      `import { missingCharactersOf } from './typesetting/missing-characters.ts';
       import { typeset } from './typesetting/typeset.ts';
       const blocks = [{ type: 'paragraph', text: 'ok 您的预约 è' }] as const;
       const missing = missingCharactersOf({ language: 'it', blocks: [...blocks] });
       const code = await typeset({ language: '${language}', blocks: [...blocks] })
         .then(({ pageCount }) => pageCount, (error) => error.code);
       console.log(JSON.stringify({ missing, code }));`,
    );
    return JSON.parse(execFileSync('node', [join(folder, 'ask.ts')], { stdio: 'pipe' }).toString());
  }

  test('says so, and lists what it cannot print', () => {
    expect(answerOfBareEngine('zh')).toEqual({
      missing: ['您', '的', '预', '约'],
      code: 'font_missing',
    });
  });
});

test('Chinese is printed, in bold too, and can be copied', async () => {
  const { bytes, missingCharacters } = await typeset(
    aDocument(
      [
        { type: 'heading', level: 1, text: '个人计划' },
        aParagraph('您的预约在星期五，请带上居留许可。'),
      ],
      { language: 'zh-Hans' },
    ),
  );
  expect(missingCharacters).toEqual([]);
  expect(textOf(bytes)).toContain('个人计划');
  expect(textOf(bytes)).toContain('您的预约在星期五，请带上居留许可。');
  expect(bytes.length).toBeLessThan(60_000);
});

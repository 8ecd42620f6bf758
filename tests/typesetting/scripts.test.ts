import { describe, expect, test } from 'vitest';
import type { Block } from '#typesetting/document.ts';
import { fontResource } from '#typesetting/font-resources.ts';
import { assertSupportedVersion } from '#typesetting/pdfmake-internals.ts';
import { shapeText } from '#typesetting/shaping.ts';
import { typeset } from '#typesetting/typeset.ts';
import {
  aDocument,
  aParagraph,
  textOf,
  textOperatorsOf,
  wordOf,
  wordsOf,
} from '../support/pdf-tools.ts';

/** Ordinary sentences; those in Urdu hold words that the shaper inside pdfkit breaks on. */
const sentences = {
  it: 'La città è già qui: 12 €',
  en: 'Your appointment’s at 9:30',
  fr: 'À bientôt : « cœur », ça',
  es: '¿Dónde está el señor Núñez?',
  de: 'Größe, Übergang: „ja“',
  sq: 'Mirë se erdhët, çështje',
  so: 'Ku soo dhowow, waa maxay?',
  ru: 'Съезд объявлен № 7, ещё',
  uk: 'Зустріч у п’ятницю № 5, ґанок',
  tr: 'Hoş geldiniz, ığdır',
  ar: 'الموعد (رقم 12) يوم 14/01/2027',
  prs: 'ملاقات شما ۱۴۰۳/۰۱۵ است',
  ps: 'ستاسو لیدنه د جمعې په ورځ ده',
  ckb: 'چاوپێکەوتنتان ڕۆژی هەینییە',
  ur: 'از زبان (اردو) ۱۲۳۔',
  ti: 'ቆጸራኹም ዓርቢ እዩ።',
  bn: 'যুক্তরাজ্য কেমন আছেন',
  ta: 'உங்கள் சந்திப்பு வெள்ளிக்கிழமை',
  si: 'ඔබේ හමුව ශ්‍රී ලංකා',
  hi: 'आपकी मुलाक़ात क्षत्रिय',
  pa: 'ਤੁਹਾਡੀ ਮੁਲਾਕਾਤ ਸ਼ੁੱਕਰਵਾਰ',
  ro: 'Vă rugăm să aduceți două fotografii',
  fa: 'نامهٔ شما ۱۴۰۳/۰۱۵ می‌رسد',
  am: 'ጥያቄዎ ተመዝግቧል።',
  zh: '您的预约在星期五。',
};

describe('every script', () => {
  test.each(Object.entries(sentences))('%s is drawn as before', async (language, sentence) => {
    const { bytes, missingCharacters } = await typeset(aDocument([aParagraph(sentence, language)]));
    expect(missingCharacters).toEqual([]);
    await expect(`${textOperatorsOf(bytes)}\n`).toMatchFileSnapshot(
      `golden/${language}-operators.txt`,
    );
  });

  test.each([
    'it',
    'en',
    'fr',
    'es',
    'de',
    'sq',
    'so',
    'ru',
    'uk',
    'tr',
    'ro',
    'ti',
    'am',
    'bn',
    'ta',
    'hi',
    'pa',
    'zh',
  ] as const)('%s can be copied out of the file', async (language) => {
    const { bytes } = await typeset(aDocument([aParagraph(sentences[language], language)]));
    expect(textOf(bytes).trim().normalize()).toBe(sentences[language].normalize());
  });
});

describe('a line from right to left', () => {
  const blocks: Block[] = [
    {
      type: 'paragraph',
      text: [
        { text: 'الهاتف ' },
        { text: '+39 06 1234567', isolate: 'ltr' },
        { text: ' والبريد info@example.org يوم 14/01/2027 نهاية' },
      ],
    },
  ];

  test('begins at the right and ends at the left', async () => {
    const { bytes } = await typeset(aDocument(blocks, { language: 'ar' }));
    const words = wordsOf(bytes);
    const rightmost = Math.max(...words.map(({ right }) => right));
    expect(rightmost).toBeGreaterThan(530);
    const order = ['1234567', 'info@example.org', '14/01/2027'].map(
      (text) => wordOf(bytes, text).left,
    );
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });

  test('keeps the digits of numbers and the parts of a phone number in their order', async () => {
    const { bytes } = await typeset(aDocument(blocks, { language: 'ar' }));
    const text = textOf(bytes);
    expect(text.replaceAll('\u00a0', ' ')).toContain('+39 06 1234567');
    expect(wordOf(bytes, '+39').left).toBeLessThanOrEqual(wordOf(bytes, '1234567').left);
    expect(text).toContain('14/01/2027');
  });

  test('breaks over lines in reading order', async () => {
    const words = Array.from({ length: 60 }, (_, index) => `كلمة${index}`).join(' ');
    const { bytes } = await typeset(aDocument([aParagraph(words)], { language: 'ar' }));
    const numbers = wordsOf(bytes)
      .filter(({ text }) => /\d/.test(text))
      .map((word) => ({ ...word, number: Number(/\d+/.exec(word.text)?.[0]) }))
      .sort((a, b) => a.number - b.number);
    expect(numbers).toHaveLength(60);
    for (const [index, word] of numbers.entries()) {
      const next = numbers[index + 1];
      if (next === undefined) continue;
      const isSameLine = Math.abs(next.top - word.top) < 5;
      expect(isSameLine ? next.left < word.left : next.top > word.top).toBe(true);
    }
  });

  test('mirrors brackets', async () => {
    const { bytes } = await typeset(aDocument([aParagraph('(ا)', 'ar')]));
    expect(textOf(bytes)).toContain('(ا)');
    const resource = fontResource('NotoNaskhArabic', 'regular');
    const glyphs = (text: string, rightToLeft: boolean) =>
      shapeText(resource, text, { rightToLeft, language: 'ar' }).glyphs.map(({ id }) => id);
    const [opening, closing] = glyphs('()', false);
    expect(glyphs('(ا)', true)).toMatchObject({ 0: opening, 2: closing });
  });

  test('an embedding in a value cannot turn the text after it', async () => {
    const { bytes } = await typeset(
      aDocument([
        {
          type: 'paragraph',
          text: [{ text: 'uno \u202e' }, { text: 'due \u2067' }, { text: 'tre' }],
        },
      ]),
    );
    expect(textOf(bytes).trim()).toBe('uno due tre');
  });
});

describe('a document from right to left is mirrored', () => {
  test('columns, labels, signatures and the address', async () => {
    const blocks: Block[] = [
      { type: 'address', lines: ['INDIRIZZO'] },
      { type: 'table', columns: [{ header: 'PRIMA' }, { header: 'DOPO' }], rows: [['A1', 'B1']] },
      { type: 'facts', columns: 2, rows: [{ label: 'LABEL', value: 'VALUE' }] },
      { type: 'signatures', fields: [{ role: 'UNO' }, { role: 'DUE' }] },
      { type: 'sideBySide', start: [aParagraph('START')], end: [aParagraph('END')] },
      { type: 'list', ordered: true, items: ['VOCE'] },
    ];
    const [ltr, rtl] = await Promise.all([
      typeset(aDocument(blocks, { language: 'it' })),
      typeset(aDocument(blocks, { language: 'ar' })),
    ]);
    const pairs = [
      ['PRIMA', 'DOPO'],
      ['A1', 'B1'],
      ['LABEL', 'VALUE'],
      ['UNO', 'DUE'],
      ['START', 'END'],
    ] as const;
    for (const [first, second] of pairs) {
      expect(wordOf(ltr.bytes, first).left).toBeLessThan(wordOf(ltr.bytes, second).left);
      expect(wordOf(rtl.bytes, first).left).toBeGreaterThan(wordOf(rtl.bytes, second).left);
    }
    const numberOf = (bytes: Uint8Array) =>
      wordsOf(bytes).find(({ text }) => /^\.?1\.?$/.test(text))?.left ?? Number.NaN;
    expect(numberOf(ltr.bytes)).toBeLessThan(wordOf(ltr.bytes, 'VOCE').left);
    expect(numberOf(rtl.bytes)).toBeGreaterThan(wordOf(rtl.bytes, 'VOCE').left);
    expect(wordOf(ltr.bytes, 'INDIRIZZO').left).toBeGreaterThan(297);
    expect(wordOf(rtl.bytes, 'INDIRIZZO').left).toBeLessThan(297);
  });
});

describe('fonts', () => {
  test('Urdu hangs, Arabic and Persian do not', async () => {
    const fontsOf = async (language: string) =>
      textOperatorsOf((await typeset(aDocument([aParagraph('زبان', language)]))).bytes);
    expect(await fontsOf('ur')).not.toBe(await fontsOf('ar'));
  });

  test('characters that no font has are reported, each once', async () => {
    const { missingCharacters } = await typeset(
      aDocument([aParagraph('Nome: ꀀ ꀀ ꀁ, già \u2066ok\u2069')], { watermark: 'ꀀ' }),
    );
    expect(missingCharacters.sort()).toEqual(['ꀀ', 'ꀁ'].sort());
  });

  test('a word of another script takes a font that has it', async () => {
    const { bytes, missingCharacters } = await typeset(
      aDocument([aParagraph('Київ, ሰላም e বাংলা', 'ar')]),
    );
    expect(missingCharacters).toEqual([]);
    expect(textOf(bytes)).toContain('Київ');
  });
});

test('another version of pdfmake is refused', () => {
  expect(() => assertSupportedVersion('0.3.12')).toThrow(/0\.3\.11/);
});

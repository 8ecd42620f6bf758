import { expect, test } from 'vitest';
import { keptFileName, titleFromFileName } from '#domain/attachments/file-name.ts';

test('a file name is kept as data: no folders, no characters that hide or turn others', () => {
  expect(keptFileName('../../etc/passwd')).toBe('passwd');
  expect(keptFileName('C:\\Users\\x\\permesso.pdf')).toBe('permesso.pdf');
  expect(keptFileName('fattura\u202efdp.exe')).toBe('fatturafdp.exe');
  expect(keptFileName('a\0b\nc\u200bd.pdf')).toBe('abcd.pdf');
  expect(keptFileName('CON')).toBe('CON');
  expect(keptFileName('..')).toBe('');
  expect(keptFileName('permesso di soggiorno – تصريح.pdf')).toBe(
    'permesso di soggiorno – تصريح.pdf',
  );
});

test('a name of 10,000 characters keeps its beginning and its ending', () => {
  const kept = keptFileName(`${'è'.repeat(10_000)}.pdf`);
  expect(kept).toHaveLength(200);
  expect(kept.endsWith('.pdf')).toBe(true);
  const faces = keptFileName('😀'.repeat(5_000));
  expect(faces.length).toBeLessThanOrEqual(200);
  expect(faces).not.toMatch(/\p{Cs}/u);
});

test('the title is what the name says', () => {
  expect(titleFromFileName('permesso_fronte_2026.JPG')).toBe('permesso fronte 2026');
  expect(titleFromFileName('...')).toBe('');
  expect(titleFromFileName('x'.repeat(10_000)).length).toBeLessThanOrEqual(160);
});

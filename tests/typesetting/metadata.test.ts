import { describe, expect, test } from 'vitest';
import { typeset } from '#typesetting/typeset.ts';
import { aDocument, aParagraph, unpacked } from '../support/pdf-tools.ts';
import { anSvg, aPng } from './pictures.ts';

const document = aDocument(
  [
    { type: 'heading', level: 1, text: 'Piano' },
    aParagraph('مرحبا'),
    { type: 'image', format: 'png', bytes: aPng(), widthPoints: 40, alt: 'foto' },
    { type: 'image', format: 'png', bytes: aPng({ width: 33 }), widthPoints: 40, alt: 'foto' },
    { type: 'qr', data: 'L-1' },
  ],
  {
    watermark: 'BOZZA',
    letterhead: { name: 'Ponte', lines: [], logo: { format: 'svg', bytes: anSvg() } },
  },
);

describe('the file', () => {
  test('is the same to the byte for the same document', async () => {
    const first = await typeset(document);
    await typeset(aDocument([aParagraph('altro ሰላም')]));
    const second = await typeset(document);
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });

  test('carries the date it is given, and it changes nothing else visible', async () => {
    const { bytes } = await typeset(document, { fixedDate: new Date(Date.UTC(2026, 4, 6)) });
    expect(unpacked(bytes)).toContain('(D:20260506000000Z)');
  });

  test('says nothing of program, machine, time or author', async () => {
    const { bytes } = await typeset(document);
    for (const content of [Buffer.from(bytes).toString('latin1'), unpacked(bytes)]) {
      expect(content).not.toMatch(/pdfmake|pdfkit|electron|node_modules|noto-sans/i);
      expect(content).not.toContain(process.cwd());
      expect(content).not.toMatch(/\/(Title|Author|Subject|Keywords|ModDate|Metadata)\b|xmpmeta/);
      expect(content.match(/D:\d{14}Z?/g)).toEqual(['D:20000101000000Z']);
    }
    const info = unpacked(bytes);
    for (const key of ['Producer', 'Creator']) {
      const reference = new RegExp(`/${key} (?:(\\d+) 0 R|\\( \\))`).exec(info);
      expect(reference).not.toBeNull();
      if (reference?.[1] !== undefined) {
        expect(info).toMatch(new RegExp(`\\n${reference[1]} 0 obj\\n\\( \\)\\n`));
      }
    }
  });

  test('says its language', async () => {
    expect(unpacked((await typeset(document)).bytes)).toContain('/Lang (it)');
  });
});

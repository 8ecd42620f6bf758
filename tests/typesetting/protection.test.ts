import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatePassword, lockPdf, passwordLimits } from '#typesetting/finished/lock-pdf.ts';
import { typeset } from '#typesetting/typeset.ts';
import { archiveFaults } from '../support/pdf-archive.ts';
import { aDocument, aParagraph, checkStructure, unpacked } from '../support/pdf-tools.ts';
import { aPng } from './pictures.ts';

const document = aDocument([aParagraph('Nome: Meron'), aParagraph('مرحبا', 'ar')], {
  title: 'Lettera',
});

/** What qpdf says with a password; throws when the password does not open the file. */
function qpdfWith(password: string, bytes: Uint8Array, ...parameters: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'protection-'));
  try {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, bytes);
    const [...options] = parameters;
    const output = options.at(-1) === '-' ? [String(options.pop())] : [];
    const all = [`--password=${password}`, ...options, path, ...output];
    return execFileSync('qpdf', all, { stdio: 'pipe', maxBuffer: 64_000_000 }).toString('latin1');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a password', () => {
  test('encrypts with AES-256 and the hash of PDF 2.0, and allows everything to who has it', async () => {
    const password = generatePassword();
    const { bytes } = await typeset(document, { password });
    const said = qpdfWith(password, bytes, '--show-encryption');
    expect(said).toContain('R = 6');
    for (const kind of ['stream', 'string', 'file']) {
      expect(said).toContain(`${kind} encryption method: AESv3`);
    }
    expect(said).not.toContain('not allowed');
    expect(said).toContain('Supplied password is owner password');
    expect(said).toContain('Supplied password is user password');
    expect(qpdfWith(password, bytes, '--check')).toContain('No syntax or stream encoding errors');
  });

  test('is needed: without it nothing can be read', async () => {
    const { bytes } = await typeset(document, { password: generatePassword() });
    expect(() => qpdfWith('', bytes, '--check')).toThrow(/invalid password/);
    expect(() => qpdfWith(generatePassword(), bytes, '--check')).toThrow(/invalid password/);
    const raw = Buffer.from(bytes).toString('latin1');
    for (const secret of ['Meron', 'Lettera']) expect(raw).not.toContain(secret);
    expect(Buffer.from(bytes).includes(Buffer.from('Lettera', 'utf16le').swap16())).toBe(false);
  });

  test('on a finished document leaves the pages as they were, and no claim to be filed', async () => {
    const filed = (await typeset(document, { archive: true })).bytes;
    const password = generatePassword();
    const locked = lockPdf(filed, password);
    expect(qpdfWith(password, locked, '--check')).toContain('No syntax or stream encoding errors');
    const opened = qpdfWith(password, locked, '--decrypt', '--qdf', '--static-id', '-');
    const drawn = (content: string) => content.match(/^.*(?:TJ|Tm|Tf|re|BDC)$/gm);
    expect(drawn(opened)?.length).toBeGreaterThan(5);
    expect(drawn(opened)).toEqual(drawn(unpacked(filed)));
    expect(opened).toContain('(Lettera)');
    for (const claim of ['/OutputIntents', 'pdfaid']) {
      expect(unpacked(filed)).toContain(claim);
      expect(opened).not.toContain(claim);
    }
  });

  test('gives another key each time', async () => {
    const password = 'sempre la stessa';
    const [first, second] = [
      await typeset(document, { password }),
      await typeset(document, { password }),
    ];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(false);
  });

  test.each([
    ['too short', 'a'.repeat(passwordLimits.shortest - 1)],
    ['too long', 'a'.repeat(passwordLimits.longest + 1)],
    ['typed differently elsewhere', 'pässwörter sind verschieden'],
  ])('that is %s is refused', async (_, password) => {
    await expect(typeset(document, { password })).rejects.toMatchObject({ code: 'bad_password' });
  });

  test('that is made for the user is long, easy to copy and never the same', () => {
    const made = Array.from({ length: 500 }, generatePassword);
    expect(new Set(made).size).toBe(500);
    for (const password of made)
      expect(password).toMatch(/^([a-hj-km-np-z2-9]{5}-){4}[a-hj-km-np-z2-9]{5}$/);
  });
});

describe('a document for filing', () => {
  const filed = aDocument(
    [
      { type: 'heading', level: 1, text: 'Lettera' },
      aParagraph('Nome: Meron'),
      aParagraph('مرحبا (رقم 12)', 'ar'),
      aParagraph('হ্যাঁ যুক্তরাজ্য', 'bn'),
      aParagraph('از زبان (اردو)', 'ur'),
      { type: 'paragraph', style: 'quote', text: 'Così ha detto.' },
      { type: 'checklist', items: [{ checked: true, text: 'consenso' }] },
      { type: 'list', ordered: false, items: ['passaporto'] },
      { type: 'chart', max: 5, rows: [{ label: 'Casa', value: 2 }] },
      { type: 'image', format: 'png', bytes: aPng(), widthPoints: 40, alt: 'logo' },
      { type: 'qr', data: 'L-1' },
    ],
    {
      title: 'Lettera',
      watermark: 'COPIA',
      footer: { text: 'L-142', pageNumber: ['Pagina {page} di {pages}'] },
    },
  );

  test('keeps what PDF/A-2b asks, clause by clause', async () => {
    const { bytes } = await typeset(filed, { archive: true });
    checkStructure(bytes);
    expect(archiveFaults(bytes)).toEqual([]);
  });

  test('is told apart from one that does not', async () => {
    const plain = archiveFaults((await typeset(filed)).bytes);
    expect(plain.join()).toMatch(/6\.2\.3 output intent[\s\S]*6\.6 metadata: no XMP/);
    const { bytes } = await typeset(filed, { archive: true });
    const content = unpacked(bytes);
    const broken: [from: string | RegExp, to: string, clause: string][] = [
      ['/GTS_PDFA1', '/GTS_PDFX1', '6.2.3'],
      [/\/FontFile2/g, '/FontFileX', '6.2.11'],
      [/ rg\n/, ' kk\n', '6.2.2'],
      [/<0001/, '<0000', '6.2.11.8'],
      ['<pdfaid:part>2', '<pdfaid:part>3', '6.6'],
      ['/ViewerPreferences', '/OpenAction       ', '6.3 to 6.5'],
      [/\/W \[\n(\s+)0\n(\s+)\[\n(\s+)\d\d\d/, '/W [\n$10\n$2[\n$3999', '6.2.11'],
    ];
    for (const [from, to, clause] of broken) {
      const altered = content.replace(from, to);
      expect(altered, clause).not.toBe(content);
      const faults = archiveFaults(Buffer.from(altered, 'latin1'));
      expect(
        faults.some((fault) => fault.startsWith(clause)),
        `${clause}: ${faults}`,
      ).toBe(true);
    }
  });

  test('may have no character without a font, and no password', async () => {
    const strange = aDocument([aParagraph('ok \u{1f600}')]);
    await expect(typeset(strange, { archive: true })).rejects.toMatchObject({
      code: 'characters_missing',
    });
    await expect(
      typeset(filed, { archive: true, password: generatePassword() }),
    ).rejects.toMatchObject({ code: 'failed' });
  });
});

test('a title is shown by readers, and only the one that was given', async () => {
  const content = unpacked((await typeset(document)).bytes);
  expect(content).toContain('(Lettera)');
  expect(content).toContain('/DisplayDocTitle true');
});

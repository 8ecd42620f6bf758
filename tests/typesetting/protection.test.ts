import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatePassword, lockPdf, passwordLimits } from '#typesetting/finished/lock-pdf.ts';
import { typeset } from '#typesetting/typeset.ts';
import {
  aDocument,
  aParagraph,
  checkStructure,
  objectsOf,
  unpacked,
} from '../support/pdf-tools.ts';
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
      aParagraph('Nome: Meron'),
      aParagraph('مرحبا', 'ar'),
      { type: 'image', format: 'png', bytes: aPng(), widthPoints: 40, alt: 'logo' },
    ],
    { title: 'Lettera', watermark: 'COPIA' },
  );

  test('says that it is PDF/A-2b, and carries the profile of its colours', async () => {
    const { bytes } = await typeset(filed, { archive: true });
    checkStructure(bytes);
    const content = unpacked(bytes);
    expect(content).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(content).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(content).toMatch(/\/OutputIntents/);
    expect(content).toContain('/S /GTS_PDFA1');
    expect(content).toMatch(/\/ID \[ ?</);
  });

  test('embeds every font, with its widths and the characters it stands for', async () => {
    const { bytes } = await typeset(filed, { archive: true });
    const objects = Object.values(objectsOf(bytes));
    const values = objects.map((object) => {
      const stream = (object as { stream?: { dict: unknown } }).stream;
      return (stream?.dict ?? object.value ?? {}) as Record<string, unknown>;
    });
    const ofType = (type: string) => values.filter((value) => value['/Type'] === type);
    const composite = ofType('/Font').filter((font) => font['/Subtype'] === '/Type0');
    expect(composite.length).toBeGreaterThan(1);
    for (const font of composite) expect(font['/ToUnicode']).toBeDefined();
    for (const descriptor of ofType('/FontDescriptor')) {
      expect(descriptor['/FontFile2'] ?? descriptor['/FontFile3']).toBeDefined();
    }
    for (const forbidden of ['/JavaScript', '/Launch', '/Encrypt', '/SMask', '/LZWDecode']) {
      expect(unpacked(bytes)).not.toContain(`${forbidden} `);
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

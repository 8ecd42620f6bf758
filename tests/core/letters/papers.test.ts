import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { aName } from '../../support/factories.ts';
import { issueLetter } from '../../support/issue-letter.ts';
import { archiveFaults } from '../../support/pdf-archive.ts';
import { textOf } from '../../support/pdf-tools.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { aSetting } from './support.ts';

/** In Linear B, which no bundled typeface has. */
const strange = '\u{10000}\u{10001}';

/** The text of a file that needs a password; throws when this is not the one. */
async function textWith(password: string | undefined, bytes: Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), 'document.pdf');
  await writeFile(path, bytes);
  const opened = password === undefined ? [] : ['-upw', password];
  return execFileSync('pdftotext', [...opened, path, '-'], { stdio: 'pipe' }).toString();
}

async function aStrangeName() {
  const setting = await aSetting();
  const { client, personId } = setting;
  const { details, revision } = await client.people.get({ id: personId });
  const names = [aName('Amina', `Warsame ${strange}`)];
  await client.people.update({ id: personId, revision, details: { ...details, names } });
  return setting;
}

describe('characters that no typeface has', () => {
  test('are listed before anything is printed, and the letter gets no number', async () => {
    const { client, letter } = await aStrangeName();
    const wanted = letter();
    const { missingCharacters } = await client.documents.previewLetter(wanted);
    expect(missingCharacters).toEqual([...strange]);
    await expect(issueLetter(client, wanted)).rejects.toMatchObject({
      code: 'characters_missing',
      details: { characters: [...strange].join(' ') },
    });
    expect((await client.protocol.list({})).total).toBe(0);
  });

  test('are shown in a form, which is neither saved nor printed', async () => {
    const { client, personId: subjectId, saved } = await aStrangeName();
    const wanted = { subjectId, form: { kind: 'privacyNotice' as const } };
    expect((await client.forms.get(wanted)).missingCharacters).toEqual([...strange]);
    const refused = { code: 'characters_missing' };
    await expect(client.forms.print(wanted)).rejects.toMatchObject(refused);
    await expect(saved((grant) => client.forms.save({ ...wanted, grant }))).rejects.toMatchObject(
      refused,
    );
    const { items } = await client.diary.list({ personId: subjectId });
    expect(items.map(({ summaryKey }) => summaryKey)).not.toContain('document.given');
  });

  test('stop one letter of a batch before the order is given', async () => {
    const { client, letter, personId } = await aStrangeName();
    const check = await client.letterBatches.check({
      picked: { personIds: [personId] },
      details: letter().details,
    });
    expect(check.ready).toEqual([]);
    expect(check.refused).toMatchObject([
      { code: 'characters_missing', details: { characters: [...strange].join(' ') } },
    ]);
  });
});

describe('a letter that is sent as a file', () => {
  test('opens with a password told once, and holds the very letter of the protocol', async () => {
    const { client, letter, saved } = await aSetting();
    const { id: letterId } = await issueLetter(client, letter());
    let password: string | undefined;
    const bytes = await saved(async (grant) => {
      ({ password } = await client.documents.saveLetter({ letterId, grant, withPassword: true }));
    });
    expect(password).toMatch(/^(\w{5}-){4}\w{5}$/);
    await expect(textWith(undefined, bytes)).rejects.toThrow(/Incorrect password/);
    const filed = await client.documents.letter({ letterId });
    expect(await textWith(password, bytes)).toBe(await textWith(undefined, filed.bytes));
    expect(Buffer.from(bytes).includes('Warsame')).toBe(false);
    const open = await saved((grant) => client.documents.saveLetter({ letterId, grant }));
    expect(Buffer.from(open).equals(Buffer.from(filed.bytes))).toBe(true);
  });

  test('in a batch, each under the same password', async () => {
    const { client, letter, saved } = await aSetting();
    const letterIds = [
      (await issueLetter(client, letter())).id,
      (await issueLetter(client, letter())).id,
    ];
    let password: string | undefined;
    const zip = await saved(async (grant) => {
      const batch = { letterIds, manner: 'each' as const, withPassword: true };
      ({ password } = await client.letterBatches.save({ ...batch, grant }));
    });
    const files = Object.values(unzipSync(zip));
    expect(files).toHaveLength(2);
    for (const bytes of files) {
      await expect(textWith(undefined, bytes)).rejects.toThrow(/Incorrect password/);
      expect(await textWith(password, bytes)).toContain('Warsame');
    }
  });
});

test('what is filed is PDF/A, the letter and the pile made of it', async () => {
  const { client, letter, saved } = await aSetting();
  const letterIds: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    letterIds.push((await issueLetter(client, letter())).id);
  }
  const [letterId = ''] = letterIds;
  const { bytes } = await client.documents.letter({ letterId });
  expect(archiveFaults(bytes)).toEqual([]);
  expect(bytes.length).toBeLessThan(60 * 1024);
  const pile = await saved((grant) =>
    client.letterBatches.save({ letterIds, manner: 'one', grant }),
  );
  expect(archiveFaults(pile)).toEqual([]);
  expect(textOf(pile)).toMatch(/1\/2026[\s\S]*2\/2026[\s\S]*3\/2026/);
});

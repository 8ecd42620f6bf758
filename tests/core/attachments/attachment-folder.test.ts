import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStoredFile, removeStoredFile } from '#core/attachments/attachment-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

// A row that somebody with the key, or a forged copy, made point elsewhere.
test.each(['../other', '/etc/other', '..', 'a/../../other', '0'.repeat(31), `${'0'.repeat(32)}\0`])(
  'a stored name %j reaches no file outside the folder of attachments',
  async (storedAs) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'att'));
    const other = join(folder, 'other.bin');
    await writeFile(other, 'of somebody else');
    const refused = { code: 'attachment_damaged' };
    await expect(removeStoredFile(folder, storedAs)).rejects.toMatchObject(refused);
    await expect(readStoredFile(folder, storedAs, 16)).rejects.toMatchObject(refused);
    expect(await readFile(other, 'utf8')).toBe('of somebody else');
  },
);

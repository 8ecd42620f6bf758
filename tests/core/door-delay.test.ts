import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countAttempt, doorDelay } from '#core/vault/door-delay.ts';
import { openCore, startCore, testPassphrase } from '../support/open-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const at = (seconds: number) => ({ sinceStart: () => seconds * 1000 });

describe('the delay after wrong passphrases', () => {
  test('doubles from one second to five minutes', async () => {
    const folder = await temporaryFolder();
    const waits: number[] = [];
    let now = 0;
    for (let failure = 0; failure < 12; failure++) {
      await countAttempt(folder, at(now));
      const wait = await doorDelay(folder, at(now));
      waits.push(wait);
      now += wait;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  });

  test('an attempt too early is refused, with the seconds left, and does not count', async () => {
    const folder = await temporaryFolder();
    for (const now of [0, 1, 3, 7]) await countAttempt(folder, at(now));
    await expect(countAttempt(folder, at(10))).rejects.toMatchObject({
      code: 'too_many_attempts',
      details: { waitSeconds: 5 },
    });
    expect(await doorDelay(folder, at(14))).toBe(1);
    expect(await doorDelay(folder, at(15))).toBe(0);
  });

  test('a right passphrase ends it', async () => {
    const folder = await temporaryFolder();
    await countAttempt(folder, at(0));
    const { wasRight } = await countAttempt(folder, at(1));
    await wasRight();
    expect(await doorDelay(folder, at(1))).toBe(0);
  });

  test('survives an end of the program and a new start of the computer', async () => {
    const folder = await temporaryFolder();
    let now = 1000;
    for (let failure = 0; failure < 10; failure++) {
      await countAttempt(folder, at(now));
      now += 300;
    }
    const justAfter = now - 300;
    expect(await doorDelay(folder, at(justAfter))).toBe(300);
    // Started anew: at least the time since the start has passed, and no more is believed.
    expect(await doorDelay(folder, at(20))).toBe(280);
  });

  test('a file that somebody spoilt does not open the door', async () => {
    const folder = await temporaryFolder();
    for (const spoilt of ['', '{}', '{"failures":-1,"sinceStart":0}', 'x'.repeat(10_000)]) {
      await writeFile(join(folder, 'attempts.json'), spoilt);
      expect(await doorDelay(folder, at(0)), spoilt.slice(0, 20)).toBe(256);
    }
  });
});

describe('at the door of a register', () => {
  test('the delay holds for the right passphrase too, in another process, whatever the clock says', async () => {
    const { client, core, folder } = await openCore();
    await client.vault.lock({});
    const attempt = { folder, passphrase: `${testPassphrase}x` };
    await expect(client.vault.unlock(attempt)).rejects.toMatchObject({
      code: 'wrong_passphrase',
      details: { waitSeconds: 1 },
    });
    const right = { folder, passphrase: testPassphrase };
    await expect(client.vault.unlock(right)).rejects.toMatchObject({ code: 'too_many_attempts' });
    await core.close();
    // Another program has nothing but this file to know it by.
    const counted = await readFile(join(folder, 'attempts.json'), 'utf8');
    expect(JSON.parse(counted)).toMatchObject({ failures: 1 });
    for (const today of ['2025-11-21', '2027-11-21']) {
      const again = await startCore({ folder, today });
      await expect(again.client.vault.unlock(right)).rejects.toMatchObject({
        code: 'too_many_attempts',
      });
      expect(await again.client.vault.status({ folder })).toMatchObject({ waitSeconds: 1 });
    }
    const later = await startCore({ folder, sinceStart: 3_601_000 });
    await expect(later.client.vault.unlock(right)).resolves.toBeDefined();
    expect(await later.client.vault.status({ folder })).toMatchObject({ waitSeconds: 0 });
  });

  test('where an attempt cannot be counted nothing is learnt from it, right or wrong', async () => {
    const { client, folder } = await openCore();
    await client.vault.lock({});
    // A file cannot take the place of a folder.
    await mkdir(join(folder, 'attempts.json'));
    for (const passphrase of [testPassphrase, 'una frase sbagliata']) {
      await expect(client.vault.unlock({ folder, passphrase })).rejects.toMatchObject({
        code: 'folder_not_writable',
      });
    }
    expect(await client.vault.status({ folder })).toMatchObject({ isOpen: false });
    await rm(join(folder, 'attempts.json'), { recursive: true });
    await client.vault.unlock({ folder, passphrase: testPassphrase });
  });

  test('nothing is ever wiped, and the recovery key does not wait', async () => {
    const { client, folder, recoveryKey, wait } = await openCore();
    await client.vault.lock({});
    const size = (await stat(join(folder, 'register.db'))).size;
    for (let failure = 0; failure < 12; failure++) {
      const wrong = { folder, passphrase: `wrong ${failure}` };
      await expect(client.vault.unlock(wrong)).rejects.toMatchObject({ code: 'wrong_passphrase' });
      wait(300);
    }
    expect((await stat(join(folder, 'register.db'))).size).toBe(size);
    expect(await readFile(join(folder, 'keyring.json'), 'utf8')).toContain('recovery');
    await client.vault.recover({
      folder,
      recoveryKey: recoveryKey.join(' '),
      passphrase: 'una frase tutta nuova',
    });
  });
});

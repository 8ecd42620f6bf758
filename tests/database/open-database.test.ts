import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '@signalapp/sqlcipher';
import { describe, expect, test } from 'vitest';
import { migrate } from '#core/database/migrate.ts';
import {
  applicationId,
  createDatabase,
  openDatabase,
  readPragma,
} from '#core/database/open-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const key = randomBytes(32);

async function aRegister() {
  const path = join(await temporaryFolder(), 'register.db');
  const db = createDatabase(path, key);
  await migrate(db, path);
  // Pages that a migration has freed hold nothing and are never read: here every page shall count.
  db.exec('VACUUM');
  db.close();
  return path;
}

/** Bits a byte; 8 where every byte is equally likely. */
function entropyOf(bytes: Uint8Array): number {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts.reduce((sum, count) => {
    const share = count / bytes.length;
    return count === 0 ? sum : sum - share * Math.log2(share);
  }, 0);
}

describe('the open sequence', () => {
  test('leaves every setting as it must be', async () => {
    const db = openDatabase(await aRegister(), key);
    const settings = {
      temp_store: 2,
      locking_mode: 'exclusive',
      journal_mode: 'wal',
      synchronous: 2,
      secure_delete: 1,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      mmap_size: 0,
    };
    for (const [name, value] of Object.entries(settings)) {
      expect(readPragma(db, name), name).toBe(value);
    }
    expect(
      db.prepare("SELECT v FROM person_search_config WHERE k = 'secure-delete'").all(),
    ).toEqual([{ v: 1 }]);
    db.close();
  });

  test('a short or empty key is refused: it would write in the clear', async () => {
    const path = join(await temporaryFolder(), 'register.db');
    for (const wrong of [new Uint8Array(0), new Uint8Array(16)]) {
      expect(() => createDatabase(path, wrong)).toThrow();
    }
  });

  test('every page of the file looks random', async () => {
    const path = await aRegister();
    const bytes = await readFile(path);
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    for (let page = 0; page < bytes.length; page += 4096) {
      expect(entropyOf(bytes.subarray(page, page + 4096))).toBeGreaterThan(7.9);
    }
  });

  test('every page in the log of changes looks random', async () => {
    const path = await aRegister();
    const db = openDatabase(path, key);
    for (let count = 0; count < 50; count++) {
      db.exec(`INSERT INTO search_index (only_row, version) VALUES (1, ${count})
        ON CONFLICT DO UPDATE SET version = excluded.version`);
    }
    const log = await readFile(`${path}-wal`);
    // Of 32 bytes for the log and 24 for each page it says which page, and a checksum.
    let pages = 0;
    for (let at = 32; at + 24 + 4096 <= log.length; at += 24 + 4096) {
      expect(entropyOf(log.subarray(at + 24, at + 24 + 4096))).toBeGreaterThan(7.9);
      pages++;
    }
    expect(pages).toBeGreaterThan(10);
    db.close();
  });

  test('a plain SQLite file is foreign, also one that calls itself ours', async () => {
    const path = join(await temporaryFolder(), 'register.db');
    const plain = new Database(path);
    plain.pragma(`application_id = ${applicationId}`);
    plain.exec('CREATE TABLE register (x)');
    plain.close();
    expect(() => openDatabase(path, key)).toThrow(
      expect.objectContaining({ code: 'register_foreign' }),
    );
  });

  test('a file under our key that calls itself something else is foreign', async () => {
    const path = await aRegister();
    const db = openDatabase(path, key);
    db.pragma('application_id = 42');
    db.close();
    expect(() => openDatabase(path, key)).toThrow(
      expect.objectContaining({ code: 'register_foreign' }),
    );
  });

  test('one flipped bit in any page is noticed', async () => {
    const path = await aRegister();
    const sound = await readFile(path);
    for (let page = 0; page < sound.length / 4096; page++) {
      const broken = Buffer.from(sound);
      const place = page * 4096 + 100 + ((page * 37) % 3000);
      broken[place] = (broken[place] ?? 0) ^ 0x10;
      await writeFile(path, broken);
      await expect(
        (async () => {
          const db = openDatabase(path, key);
          try {
            const [check] = db.prepare('PRAGMA integrity_check').all<{ integrity_check: string }>();
            if (check?.integrity_check !== 'ok') throw new Error('damaged');
          } finally {
            db.close();
          }
        })(),
        `page ${page}`,
      ).rejects.toThrow();
    }
  });
});

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '#core/database/open-database.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import type { AttachmentDetails } from '#domain/attachments/attachment.ts';
import { aPerson } from './factories.ts';
import { keysOf } from './keys-of.ts';
import { openCore, testPassphrase } from './open-core.ts';
import { aPdf } from './papers.ts';

/** Bytes; more than lie in the register itself. */
export const LARGE = 300_000;
export const NEEDLE = 'Quisqualia Zerbinatova';

/** A person, and the ways to add papers and to look at what lies on the disk. */
export async function paperDesk() {
  const t = await openCore();
  const { id: personId } = await t.client.people.create(aPerson());
  const add = (bytes: Uint8Array, fileName = 'permesso.pdf') =>
    t.client.attachments.add({ personId, fileName, bytes });
  const stored = () => readdir(join(t.folder, 'att')).catch(() => [] as string[]);
  const reopen = async () => {
    await t.client.vault.lock({});
    await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
  };
  return { ...t, personId, add, stored, reopen };
}

/** Changes a locked register behind the program's back, with its key. */
export async function withDatabase(folder: string, sql: string): Promise<unknown[]> {
  const keys = await keysOf(folder, { passphrase: testPassphrase });
  const db = openDatabase(databasePath(folder), keys?.general ?? Buffer.alloc(0));
  if (!sql.startsWith('SELECT')) db.exec(sql);
  const rows = sql.startsWith('SELECT') ? db.prepare(sql).all() : [];
  db.close();
  return rows;
}

/** A PDF larger than what goes into the register, with words that must never lie about in clear. */
export const aLargePdf = (words = NEEDLE) => {
  const pdf = aPdf(LARGE);
  pdf.write(words, 1000, 'latin1');
  return pdf;
};

export function details(more: Partial<AttachmentDetails> = {}): AttachmentDetails {
  return { title: 'Permesso', kind: 'permit', original: 'seen', isPortrait: false, ...more };
}

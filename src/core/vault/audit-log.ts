/*
 * Who did what when: an append-only chain, each line checked by a key over the line before it. It holds ids
 * and no names or contents. The last line is copied into the keyring whenever the register is closed
 * (register-condition.ts), so that a database put back to an older state is noticed at the next unlock. It does
 * not stop somebody who holds the data key and rewrites everything, keyring included; a head noted elsewhere
 * would.
 */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import type { AuditEntryTable } from '../database/tables/vault-tables.ts';

type Entry = Omit<AuditEntryTable, 'mac'>;

const PAGE = 5000;

async function keyOf(db: Db): Promise<Buffer> {
  const row = await db.selectFrom('audit_secret').select('key').executeTakeFirstOrThrow();
  return Buffer.from(row.key);
}

function macOf(
  key: Buffer,
  previous: string,
  { seq, at, user_id, action, object_id }: Entry,
): string {
  const line = JSON.stringify([previous, seq, at, user_id, action, object_id]);
  return createHmac('sha256', key).update(line).digest('base64');
}

export async function headOf(
  db: Db,
): Promise<{ seq: number; mac: string; at: string } | undefined> {
  return db
    .selectFrom('audit_entry')
    .select(['seq', 'mac', 'at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function append(
  context: CoreContext,
  db: Db,
  action: string,
  objectId?: string,
): Promise<void> {
  const head = await headOf(db);
  const at = context.ports.clock.now().toISOString();
  const user_id = registerOf(context).user.id;
  const entry = { seq: (head?.seq ?? 0) + 1, at, user_id, action, object_id: objectId ?? null };
  const mac = macOf(await keyOf(db), head?.mac ?? '', entry);
  await db
    .insertInto('audit_entry')
    .values({ ...entry, mac })
    .execute();
}

/** Adds a line. A clock that went back is a line of its own; the order stays that of the numbers. */
export async function record(
  context: CoreContext,
  action: string,
  objectId?: string,
): Promise<void> {
  await registerOf(context)
    .db.transaction()
    .execute(async (tx) => {
      const head = await headOf(tx);
      const isBack = head !== undefined && context.ports.clock.now().toISOString() < head.at;
      if (isBack) await append(context, tx, 'clock.wentBack');
      await append(context, tx, action, objectId);
    });
}

export interface AuditCheck {
  entries: number;
  /** The first line that does not follow from the one before it. */
  firstBad?: number;
  isRolledBack: boolean;
  /** A page of the file is not what was written, or its parts do not fit together. */
  isDamaged: boolean;
}

/** Every page against its check, then the tables against their indexes. */
async function isFileSound(db: Db): Promise<boolean> {
  const { rows: pages } = await sql`PRAGMA cipher_integrity_check`.execute(db);
  if (pages.length > 0) return false;
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check(1)`.execute(db);
  return rows.length === 1 && rows[0]?.integrity_check === 'ok';
}

/** The file, and the whole chain, line by line. */
export async function checkAuditLog(context: CoreContext): Promise<AuditCheck> {
  const { db, isRolledBack } = registerOf(context);
  const isDamaged = !(await isFileSound(db));
  const key = await keyOf(db);
  let previous = '';
  let entries = 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>', entries)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const follows = row.seq === entries + 1 && row.mac === macOf(key, previous, row);
      if (!follows) return { entries, firstBad: entries + 1, isRolledBack, isDamaged };
      previous = row.mac;
      entries = row.seq;
    }
    if (rows.length < PAGE) return { entries, isRolledBack, isDamaged };
  }
}

/** What a register holds, counted, so that a copy of it can be compared. */
import type { Database } from '@signalapp/sqlcipher';

type Sqlite = InstanceType<typeof Database>;

export interface Contents {
  vaultId: string;
  counts: Record<string, number>;
  auditHead?: { seq: number; mac: string };
  /** Names under which attachments are stored beside the database, each once, in order. */
  storedAttachments: string[];
}

/** All in one turn: nothing can be written between two of these questions. */
export function contentsOf(db: Sqlite): Contents {
  const names = db
    .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    .all<{ name: string }>()
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_'))
    .sort();
  const countOf = (name: string) =>
    Number(
      db.prepare(`SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`).get<{ n: number }>()
        ?.n,
    );
  const counts = Object.fromEntries(names.map((name) => [name, countOf(name)]));
  const head = db
    .prepare('SELECT seq, mac FROM audit_entry ORDER BY seq DESC LIMIT 1')
    .get<{ seq: number; mac: string }>();
  const register = db.prepare('SELECT vault_id FROM register').get<{ vault_id: string }>();
  const stored = db
    .prepare(
      'SELECT DISTINCT stored_as FROM attachment_content WHERE stored_as IS NOT NULL ORDER BY stored_as',
    )
    .all<{ stored_as: string }>();
  return {
    vaultId: register?.vault_id ?? '',
    counts,
    ...(head ? { auditHead: { seq: head.seq, mac: head.mac } } : {}),
    storedAttachments: stored.map(({ stored_as }) => stored_as),
  };
}

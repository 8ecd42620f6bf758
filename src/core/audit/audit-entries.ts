import type { AuditEntry } from '#api/audit.ts';
import { type AuditTopic, topicOf } from '#domain/vault/audit-topic.ts';
import type { Db } from '../context.ts';
import { doorActions } from '../vault/register-condition.ts';

interface Wanted {
  offset: number;
  limit: number;
  topic?: AuditTopic | undefined;
  userId?: string | undefined;
}

/** Lines whose object is a number of times and no id. */
const COUNTED = new Set(['vault.wrongAttempts']);

/** Their object is the number of the session, and nothing to look at. */
const hidesObject = (action: string) => COUNTED.has(action) || doorActions.includes(action);

const countAsText = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** The few actions there are, of those that stand in this log. */
async function actionsOf(db: Db, topic: AuditTopic): Promise<string[]> {
  const rows = await db.selectFrom('audit_entry').select('action').distinct().execute();
  return rows.map((row) => row.action).filter((action) => topicOf(action) === topic);
}

/** Newest first, with the names that users and people have today. */
export async function listAuditEntries(
  db: Db,
  { offset, limit, topic, userId }: Wanted,
): Promise<{ items: AuditEntry[]; total: number }> {
  const actions = topic && (await actionsOf(db, topic));
  const wanted = db
    .selectFrom('audit_entry')
    .$if(actions !== undefined, (query) => query.where('action', 'in', actions ?? []))
    .$if(userId !== undefined, (query) => query.where('audit_entry.user_id', '=', userId ?? ''));
  const rows = await wanted
    .leftJoin('user', 'user.id', 'audit_entry.user_id')
    .leftJoin('person_line', 'person_line.person_id', 'audit_entry.object_id')
    .select([
      'seq',
      'at',
      'action',
      'object_id',
      'user.name as user_name',
      'person_line.person_id',
      'person_line.listed_name',
    ])
    .orderBy('seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await wanted
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const items = rows.map(({ seq, at, action, object_id, user_name, person_id, listed_name }) => {
    const count = COUNTED.has(action) ? countAsText(object_id ?? '') : undefined;
    return {
      seq,
      at,
      action,
      ...(user_name === null ? {} : { userName: user_name }),
      ...(count === undefined ? {} : { count }),
      ...(object_id === null || hidesObject(action) ? {} : { objectId: object_id }),
      ...(person_id === null || listed_name === null
        ? {}
        : { person: { id: person_id, listedName: listed_name } }),
    };
  });
  return { items, total };
}

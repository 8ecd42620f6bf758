/*
 * A restricted case is not seen by volunteers and mediators who are not named on it: a child of somebody
 * powerful, a person whose pursuer has relatives in the association. Kept here for every procedure there is
 * and will be, in three layers that need no list to be kept: reads of people leave them out, a call with any
 * id that belongs to them is refused, and an answer that still mentions their id loses that part. This is
 * kept by the program, not by cryptography: names stand in the general tier (see restricted.ts).
 */
import {
  AliasNode,
  IdentifierNode,
  type Kysely,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  ParensNode,
  type QueryId,
  RawNode,
  type RootOperationNode,
  type SelectQueryNode,
  sql,
  TableNode,
} from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import type { Role } from '#domain/vault/role.ts';
import type { CoreContext, Db } from '../context.ts';
import type { Tables } from '../database/tables.ts';

/** What lists and numbers of people are made of, and the column that says whose it is. */
const READ_TABLES: Readonly<Record<string, string>> = {
  person: 'id',
  person_line: 'person_id',
  person_name: 'person_id',
  session_participant: 'person_id',
  activity_participant: 'person_id',
};

/** Reporters see numbers only, and those are to be whole. */
export const seesAllCases = (role: Role) => role === 'coordinator' || role === 'reporter';

/** Restricted cases that this user is not named on. */
export async function hiddenPeopleFor(
  db: Kysely<Tables>,
  user: { id: string; role: Role },
): Promise<ReadonlySet<string>> {
  if (seesAllCases(user.role)) return new Set();
  const rows = await db
    .selectFrom('protected_case')
    .select('person_id')
    .where('is_restricted', '=', 1)
    .where('person_id', 'not in', (named) =>
      named.selectFrom('case_access').select('person_id').where('user_id', '=', user.id),
    )
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

/** Stands where a read has been narrowed already: a query inside another one passes through here twice. */
const NARROWED = '/* visible */ select * ';

/** A table of people read in SQL written by hand, with the alias it gets there; not one that is emptied. */
const HAND_WRITTEN =
  /(?<!DELETE\s)(?<!\/\* visible \*\/ select \* )\b(FROM|JOIN)(\s+)"?(person|person_line|person_name|session_participant|activity_participant)\b"?(?:\s+(?:AS\s+)?(?!(?:ON|USING|WHERE|JOIN|LEFT|INNER|CROSS|NATURAL|ORDER|GROUP|LIMIT|UNION|INDEXED|NOT)\b)([a-z_]\w*))?/gi;

class VisibleReads extends OperationNodeTransformer {
  readonly #ids: string;

  constructor(hidden: ReadonlySet<string>) {
    super();
    // Ids are ours: hexadecimal digits and hyphens. Anything else could not be in a text of SQL.
    this.#ids = [...hidden].map((id) => `'${id.replace(/[^0-9a-f-]/g, '')}'`).join(', ');
  }

  protected override transformSelectQuery(
    node: SelectQueryNode,
    queryId?: QueryId,
  ): SelectQueryNode {
    const select = super.transformSelectQuery(node, queryId);
    return {
      ...select,
      ...(select.from
        ? { from: { ...select.from, froms: select.from.froms.map((one) => this.#visible(one)) } }
        : {}),
      ...(select.joins
        ? { joins: select.joins.map((join) => ({ ...join, table: this.#visible(join.table) })) }
        : {}),
    };
  }

  protected override transformRaw(node: RawNode, queryId?: QueryId): RawNode {
    const raw = super.transformRaw(node, queryId);
    const sqlFragments = raw.sqlFragments.map((text) =>
      text.replace(
        HAND_WRITTEN,
        (_, word: string, space: string, table: string, alias?: string) =>
          `${word}${space}(${this.#rowsOf(table.toLowerCase())}) AS ${alias ?? table}`,
      ),
    );
    const parameters = raw.parameters.map((parameter, index) =>
      /\b(FROM|JOIN)\s+$/i.test(sqlFragments[index] ?? '') ? this.#visible(parameter) : parameter,
    );
    return { ...raw, sqlFragments, parameters };
  }

  #rowsOf(table: string): string {
    // Participants of an activity who have no case file are nobody's to hide.
    return `${NARROWED}from "${table}" where coalesce("${READ_TABLES[table]}", '') not in (${this.#ids})`;
  }

  #visible(source: OperationNode): OperationNode {
    const [table, alias] = AliasNode.is(source) ? [source.node, source.alias] : [source, undefined];
    if (!TableNode.is(table)) return source;
    const { name } = table.table.identifier;
    if (!Object.hasOwn(READ_TABLES, name)) return source;
    return AliasNode.create(
      ParensNode.create(RawNode.createWithSql(this.#rowsOf(name))),
      alias ?? IdentifierNode.create(name),
    );
  }
}

/** The same database, in which the hidden people are not found by reading. */
export function withoutHidden(db: Kysely<Tables>, hidden: ReadonlySet<string>): Kysely<Tables> {
  if (hidden.size === 0) return db;
  const reads = new VisibleReads(hidden);
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => reads.transformNode(node) as RootOperationNode,
    transformResult: async ({ result }) => result,
  };
  return db.withPlugin(plugin);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string' && UUID.test(value)) found.add(value);
  else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    for (const inner of Object.values(value)) idsIn(inner, found);
  }
  return found;
}

interface Reference {
  child: string;
  parent: string;
  from: string;
}

/** Every reference between tables whose rows have an id, as the schema of the file says. */
async function references(db: Db): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    SELECT t.name AS child, f."table" AS parent, f."from" AS "from"
    FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
    WHERE t.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'id')`.execute(
    db,
  );
  return rows;
}

/** Of the ids, those that belong to a hidden person: their own, or of a row that hangs from them. */
async function belongToHidden(
  db: Db,
  ids: Set<string>,
  hidden: ReadonlySet<string>,
): Promise<boolean> {
  const all = await references(db);
  let level: { table: string; ids: string[] }[] = [{ table: 'person', ids: [...hidden] }];
  const seen = new Set(hidden);
  if ([...ids].some((id) => seen.has(id))) return true;
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { table, ids: parents } of level) {
      for (const { child, from } of all.filter((one) => one.parent === table)) {
        const { rows } = await sql<{ id: string }>`
          SELECT id FROM ${sql.table(child)}
          WHERE ${sql.ref(from)} IN (SELECT value FROM json_each(${JSON.stringify(parents)}))`.execute(
          db,
        );
        const fresh = rows.map((row) => row.id).filter((id) => !seen.has(id));
        if (fresh.some((id) => ids.has(id))) return true;
        for (const id of fresh) seen.add(id);
        if (fresh.length > 0) next.push({ table: child, ids: fresh });
      }
    }
    level = next;
  }
  return false;
}

/** Before a call: fails with `case_restricted` when its input names anything of a hidden person. */
export async function refuseHidden(context: CoreContext, input: unknown): Promise<void> {
  const { register } = context;
  if (!register || register.hiddenPeople.size === 0) return;
  const ids = idsIn(input);
  if (ids.size === 0) return;
  if (await belongToHidden(register.db, ids, register.hiddenPeople)) {
    throw new ProcedureError('case_restricted');
  }
}

const HIDDEN = Symbol('mentions a hidden person');

function cleaned(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return hidden.has(value) ? HIDDEN : value;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) {
    return value.map((inner) => cleaned(inner, hidden)).filter((inner) => inner !== HIDDEN);
  }
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, cleaned(inner, hidden)] as const,
  );
  return entries.some(([, inner]) => inner === HIDDEN) ? HIDDEN : Object.fromEntries(entries);
}

/** After a call: list items that mention a hidden person are left out; an answer about one is refused. */
export function withoutMention(context: CoreContext, answer: unknown): unknown {
  const hidden = context.register?.hiddenPeople;
  if (!hidden || hidden.size === 0) return answer;
  const left = cleaned(answer, hidden);
  if (left === HIDDEN) throw new ProcedureError('case_restricted');
  return left;
}

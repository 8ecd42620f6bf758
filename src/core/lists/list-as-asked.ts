import { sql } from 'kysely';
import type { OutputOf, ParsedInputOf, VaultContract } from '#api/contract.ts';
import type { ListQuestion } from '#api/people.ts';
import type { ChoiceList } from '#domain/lists/filter-field.ts';
import { codesOfList } from '#domain/lists/known-codes.ts';
import type { ListCells, ListColumn, Sorting } from '#domain/lists/list-column.ts';
import { visibleNeedCodes } from '../assessments/need-tiers.ts';
import { sealedCodesInForce } from '../assessments/sealed-needs.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { textsFor } from '../documents/texts.ts';
import { listPeople } from '../people/queries.ts';
import { type ColumnScope, columnValues, isJson, orderOf } from './columns.ts';
import { fieldTests } from './field-tests.ts';
import { oneOf, type PersonOrder, testOf } from './filter.ts';

function orderFor(
  context: CoreContext,
  { language }: ListQuestion,
  sort: Sorting | undefined,
): PersonOrder | undefined {
  if (!sort) return undefined;
  if (sort.by === 'name') return { descending: sort.descending };
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const codesOf = (list: ChoiceList) => codesOfList(list, context.resources.vocabularies);
  const scope = { ...scopeOf(context), texts, codesOf };
  // Whoever is born later is younger.
  const descending = sort.by === 'age' ? !sort.descending : sort.descending;
  return { value: orderOf(sort.by, scope), descending };
}

export function scopeOf(context: CoreContext): ColumnScope {
  return { today: context.ports.clock.today(), needCodes: visibleNeedCodes(context) };
}

/** What the database is to find, from what was asked. Fails with `role_missing`, see `specificNeed`. */
export async function peopleQueryOf(
  context: CoreContext,
  question: ListQuestion,
  sort?: Sorting | undefined,
) {
  const { query, conditions } = question;
  const scope = { context, today: context.ports.clock.today() };
  return {
    query,
    showClosed:
      question.showClosed ||
      conditions.some(({ field }) => field === 'caseState' || field === 'closedOn'),
    where: await testOf(fieldTests, conditions, scope),
    order: orderFor(context, question, sort),
  };
}

function filled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
}

function cellOf(column: ListColumn, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (!isJson(column)) return value;
  const parsed = filled(JSON.parse(String(value)));
  return Array.isArray(parsed) && parsed.length === 0 ? undefined : parsed;
}

/** Cells of the columns by person; a cell of which nothing is known is absent. */
export async function cellsOf(
  context: CoreContext,
  personIds: readonly string[],
  { columns, scope }: { columns: readonly ListColumn[]; scope: ColumnScope },
): Promise<Map<string, ListCells>> {
  if (columns.length === 0 || personIds.length === 0) return new Map();
  const id = sql.ref('person_line.person_id');
  const rows = await registerOf(context)
    .db.selectFrom('person_line')
    .select('person_id')
    .select(columns.map((column) => columnValues[column](id, scope).as(column)))
    .where('person_id', 'in', sql<string>`${oneOf(personIds)}`)
    .execute();
  const cells = new Map(
    rows.map(({ person_id, ...values }) => {
      const told = columns.flatMap((column) => {
        const cell = cellOf(column, (values as Record<string, unknown>)[column]);
        return cell === undefined ? [] : [[column, cell]];
      });
      return [person_id, Object.fromEntries(told) as ListCells];
    }),
  );
  if (columns.includes('specificNeeds')) await addSealedNeeds(context, cells, scope);
  return cells;
}

/** Codes that stand sealed, for those who may see all of them. */
async function addSealedNeeds(
  context: CoreContext,
  cells: Map<string, ListCells>,
  { today, needCodes }: ColumnScope,
): Promise<void> {
  const opened = await sealedCodesInForce(context, { today, personIds: [...cells.keys()] });
  for (const [personId, codes] of opened) {
    const own = cells.get(personId) ?? {};
    const known = Array.isArray(own.specificNeeds) ? own.specificNeeds : [];
    const all = [...new Set([...known, ...codes])].filter((one) => needCodes.includes(one)).sort();
    if (all.length > 0) cells.set(personId, { ...own, specificNeeds: all });
  }
}

export async function listAsAsked(
  context: CoreContext,
  { columns, sort, offset, limit, ...question }: ParsedInputOf<VaultContract, 'people.list'>,
): Promise<OutputOf<VaultContract, 'people.list'>> {
  const wanted = await peopleQueryOf(context, question, sort);
  const page = await listPeople(registerOf(context).db, { ...wanted, offset, limit });
  if (columns.length === 0) return page;
  const ids = page.items.map((item) => item.id);
  const cells = await cellsOf(context, ids, { columns, scope: scopeOf(context) });
  const items = page.items.map((item) => ({ ...item, cells: cells.get(item.id) ?? {} }));
  return { ...page, items };
}

/*
 * Pairs of a whole register that may be one person. Comparing everybody with everybody takes hours from some
 * ten thousand people on, so only those are compared who share two words of their name by sound, a phone
 * number or the number of a paper. Crowds of namesakes are parted by year of birth first.
 */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { PossibleDuplicate } from '#api/duplicates.ts';
import { soundKeysOf } from '#domain/names/sound-keys.ts';
import {
  type Comparable,
  type Likeness,
  levelOf,
  likelyFrom,
  likenessOf,
} from '#domain/people/likeness.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import { linesOf } from '../people/person-lines.ts';
import { readComparable } from './comparable-people.ts';

const MOST_SHOWN = 100;
const CROWD = 25;
const MOST_COMPARED = 60_000;
const COMPARED_AT_ONCE = 2000;

interface Member {
  id: string;
  year: number | null;
  labels: string[];
}

interface WordRow {
  person_id: string;
  birth_year: number | null;
  word_id: number;
  phones: string;
  family: number | null;
}

async function membersOf(db: Db): Promise<Member[]> {
  const { rows } = await sql<WordRow>`
    SELECT person.id AS person_id, person.birth_year, w.id AS word_id, w.phones, w.family
    FROM person JOIN person_word pw ON pw.person_id = person.id
    JOIN name_word w ON w.id = pw.word_id`.execute(db);
  const labelOf = new Map<number, string>();
  const members = new Map<string, Member>();
  for (const row of rows) {
    let label = labelOf.get(row.word_id);
    if (label === undefined) {
      label =
        row.family === null ? (soundKeysOf(row.phones.split(' '))[0] ?? '') : `#${row.family}`;
      labelOf.set(row.word_id, label);
    }
    const member = members.get(row.person_id);
    if (!member)
      members.set(row.person_id, { id: row.person_id, year: row.birth_year, labels: [label] });
    else if (!member.labels.includes(label)) member.labels.push(label);
  }
  return [...members.values()];
}

function put<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

function groupsByName(members: Member[]): Member[][] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const labels = [...member.labels].sort().slice(0, 8);
    for (const [index, one] of labels.entries()) {
      for (const other of labels.slice(index + 1)) put(groups, `${one} ${other}`, member);
    }
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length <= CROWD) return [group];
    const years = new Map<string, Member[]>();
    for (const member of group) put(years, String(member.year ?? 'unknown'), member);
    return [...years.values()].map((crowd) => crowd.slice(0, CROWD));
  });
}

async function groupsByNumber(db: Db): Promise<string[][]> {
  const { rows } = await sql<{ ids: string }>`
    SELECT json_group_array(person_id) AS ids FROM (
      SELECT pc.person_id, substr(replace(replace(replace(value, ' ', ''), '-', ''), '.', ''), -9) AS number
      FROM person_contact pc JOIN person ON person.id = pc.person_id WHERE kind IN ('phone', 'whatsapp')
      UNION SELECT d.person_id, upper(replace(replace(number, ' ', ''), '-', ''))
      FROM identity_document d JOIN person ON person.id = d.person_id WHERE length(number) >= 4
      UNION SELECT person.id, upper(fiscal_code) FROM person WHERE fiscal_code IS NOT NULL
    ) WHERE length(number) >= 4 GROUP BY number HAVING count(*) > 1`.execute(db);
  return rows.map((row) => (JSON.parse(row.ids) as string[]).slice(0, CROWD));
}

const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

async function pairsToCompare(db: Db): Promise<Set<string>> {
  const groups = [
    ...(await groupsByNumber(db)),
    ...groupsByName(await membersOf(db)).map((group) => group.map((member) => member.id)),
  ];
  const pairs = new Set<string>();
  for (const group of groups) {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        if (one !== other) pairs.add(keyOf(one, other));
        if (pairs.size >= MOST_COMPARED) return pairs;
      }
    }
  }
  return pairs;
}

async function dismissedPairs(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('not_same_person').select(['person_a', 'person_b']).execute();
  return new Set(rows.map((row) => keyOf(row.person_a, row.person_b)));
}

interface Pair extends Likeness {
  a: string;
  b: string;
}

type People = Map<string, Comparable>;

function compare(keys: string[], people: People): Pair[] {
  return keys.flatMap((key) => {
    const [a = '', b = ''] = key.split(' ');
    const [one, other] = [people.get(a), people.get(b)];
    if (!one || !other) return [];
    // The same name alone is no reason to look: a register is full of namesakes.
    const likeness = likenessOf(one, other, likelyFrom);
    return likeness.points >= likelyFrom ? [{ a, b, ...likeness }] : [];
  });
}

async function likelyPairs(context: CoreContext, db: Db): Promise<Pair[]> {
  const dismissed = await dismissedPairs(db);
  const keys = [...(await pairsToCompare(db))].filter((key) => !dismissed.has(key));
  const people: People = new Map();
  const pairs: Pair[] = [];
  for (let done = 0; done < keys.length; done += COMPARED_AT_ONCE) {
    context.ports.emit({
      name: 'progress',
      payload: { task: 'duplicates', done, total: keys.length },
    });
    // Whoever works at the desk meanwhile is not kept waiting for the end of it.
    await setImmediate();
    const some = keys.slice(done, done + COMPARED_AT_ONCE);
    const missing = new Set(some.flatMap((key) => key.split(' ')).filter((id) => !people.has(id)));
    for (const [id, one] of await readComparable(db, [...missing])) people.set(id, one);
    pairs.push(...compare(some, people));
  }
  return pairs.sort((one, other) => other.points - one.points);
}

/** Pairs that may be one person, likeliest first. */
export async function listDuplicates(
  context: CoreContext,
): Promise<{ items: PossibleDuplicate[]; hasMore: boolean }> {
  const { db } = registerOf(context);
  const pairs = await likelyPairs(context, db);
  const shown = pairs.slice(0, MOST_SHOWN);
  const ids = [...new Set(shown.flatMap(({ a, b }) => [a, b]))];
  const hits = ids.map((id) => ({ person_id: id, matchedBy: 'none' as const }));
  const lines = new Map((await linesOf(db, hits)).map((line) => [line.id, line]));
  return {
    items: shown.flatMap((pair) => {
      const [a, b] = [lines.get(pair.a), lines.get(pair.b)];
      const level = levelOf(pair);
      return a && b && level ? [{ a, b, level, reasons: pair.reasons }] : [];
    }),
    hasMore: pairs.length > shown.length,
  };
}

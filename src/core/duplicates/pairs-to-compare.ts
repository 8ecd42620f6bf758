/*
 * Which pairs of a whole register are worth comparing. Everybody with everybody takes hours from some ten
 * thousand people on, so only those are paired who share two words of their name by sound, a phone number or the
 * number of a paper. Crowds of namesakes are parted by year of birth first, and rare names come before common
 * ones: where there are more pairs than can be compared, those that tell least are left out.
 */
import { sql } from 'kysely';
import { soundKeysOf } from '#domain/names/sound-keys.ts';
import type { Db } from '../context.ts';

const CROWD = 25;
const MOST_COMPARED = 60_000;
const READ_AT_ONCE = 5_000;

interface Member {
  id: string;
  year: number | null;
  labels: string[];
}

interface WordRow {
  person_id: string;
  birth_year: number | null;
  /** Null for somebody whose name has no word in it. */
  word_id: number | null;
  phones: string | null;
  family: number | null;
}

/** Told how much of the reading is done, from 0 to 1; gives leave to go on, or not. */
type Pause = (share: number) => Promise<boolean>;

async function membersOf(db: Db, pause: Pause): Promise<Member[] | undefined> {
  const { count } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const labelOf = new Map<number, string>();
  const members: Member[] = [];
  let after = '';
  for (let read = 0; read < count; read += READ_AT_ONCE) {
    if (!(await pause(read / count))) return undefined;
    const { rows } = await sql<WordRow>`
      SELECT p.id AS person_id, p.birth_year, w.id AS word_id, w.phones, w.family
      FROM (SELECT id, birth_year FROM person WHERE id > ${after} ORDER BY id LIMIT ${READ_AT_ONCE}) p
      LEFT JOIN person_word pw ON pw.person_id = p.id LEFT JOIN name_word w ON w.id = pw.word_id
      ORDER BY p.id`.execute(db);
    for (const row of rows) {
      if (row.word_id === null) continue;
      const label = labelOf.get(row.word_id) ?? labelOfWord(row);
      labelOf.set(row.word_id, label);
      const last = members.at(-1);
      if (last?.id !== row.person_id) {
        members.push({ id: row.person_id, year: row.birth_year, labels: [label] });
      } else if (!last.labels.includes(label)) last.labels.push(label);
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.person_id;
  }
  return members;
}

/** Spellings that sound alike are one label; so are families of names. */
const labelOfWord = ({ family, phones }: WordRow) =>
  family === null ? (soundKeysOf((phones ?? '').split(' '))[0] ?? '') : `#${family}`;

function put<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

function groupsByName(members: readonly Member[]): Member[][] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const labels = [...member.labels].sort().slice(0, 8);
    for (const [index, one] of labels.entries()) {
      for (const other of labels.slice(index + 1)) put(groups, `${one} ${other}`, member);
    }
  }
  return [...groups.values()]
    .sort((a, b) => a.length - b.length)
    .flatMap((group) => {
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

/** Two ids as one key, in whichever order they come. */
export const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Keys of the pairs, those that tell most first; `isCutShort` where there were more. Undefined when stopped. */
export async function pairsToCompare(
  db: Db,
  pause: Pause,
): Promise<{ keys: string[]; isCutShort: boolean } | undefined> {
  const members = await membersOf(db, pause);
  if (!members) return undefined;
  const byNumber = await groupsByNumber(db);
  if (!(await pause(1))) return undefined;
  const byName = groupsByName(members).map((group) => group.map((member) => member.id));
  if (!(await pause(1))) return undefined;
  const groups = [...byNumber, ...byName];
  const keys = new Set<string>();
  for (const group of groups) {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        if (one === other) continue;
        if (keys.size >= MOST_COMPARED) return { keys: [...keys], isCutShort: true };
        keys.add(pairKey(one, other));
      }
    }
  }
  return { keys: [...keys], isCutShort: false };
}

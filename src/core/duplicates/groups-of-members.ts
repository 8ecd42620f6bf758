/* Everybody of the register in groups by what they share: whoever stands alone needs no look. */
import { sql } from 'kysely';
import { isWholeDay } from '#domain/people/likeness.ts';
import type { Db } from '../context.ts';
import type { Member } from './compared-members.ts';
import type { Turns } from './turns.ts';

/** Some hundredths of a second. */
const READ_AT_ONCE = 1_000;
/** Of labels and of words: two numbers below it fit in one. There are some ten thousand. */
export const MOST_NUMBERS = 2 ** 24;

/** Places in the list of members, by what they share. */
export type Groups = Map<number | string, number[]>;

export function put(groups: Groups, key: number | string, index: number): void {
  const group = groups.get(key);
  if (!group) groups.set(key, [index]);
  else if (group.at(-1) !== index) group.push(index);
}

/** Day and month in whichever order: offices exchange them. */
export function dayKey({ birth }: Member): number | undefined {
  if (!birth || !isWholeDay(birth)) return undefined;
  const [month = 0, day = 0] = [birth.month, birth.day];
  return Math.min(month, day) * 100 + Math.max(month, day);
}

/** People whose place in the list is worth a look for others; undefined when stopped. */
async function grouped(
  members: readonly Member[],
  turns: Turns,
  sort: (groups: Groups, member: Member, index: number) => void,
): Promise<Groups | undefined> {
  const groups: Groups = new Map();
  for (const [index, member] of members.entries()) {
    sort(groups, member, index);
    if (turns.isOver && !(await turns.next(index / members.length))) return undefined;
  }
  return groups;
}

/** Who shares a birthday and a word of the name. */
export const groupsByDay = (members: readonly Member[], turns: Turns) =>
  grouped(members, turns, (groups, member, index) => {
    const day = dayKey(member);
    if (day === undefined) return;
    for (const label of member.labels) put(groups, label * 10_000 + day, index);
  });

/** Words of one person that may be one word, as in two scripts, are one part of the name. */
function partsOf({ words }: Member): number[][] {
  const parts: Set<number>[] = [];
  for (const { labels } of words) {
    const same = parts.filter((part) => labels.some((label) => part.has(label)));
    const merged = new Set([...same.flatMap((part) => [...part]), ...labels]);
    for (const part of same) parts.splice(parts.indexOf(part), 1);
    parts.push(merged);
  }
  return parts.map((part) => [...part]);
}

/** Whose name may be one part, if said twice: with the words of the parents among them nobody can tell. */
const isNarrow = ({ hasKin }: Member, parts: number[][]) => hasKin || parts.length === 1;

/** Who shares two parts of the name; or the one part that may be all there is. */
export const groupsByTwoWords = (members: readonly Member[], turns: Turns) =>
  grouped(members, turns, (groups, member, index) => {
    const parts = partsOf(member);
    if (isNarrow(member, parts)) {
      for (const label of parts.flat()) put(groups, label * MOST_NUMBERS + label, index);
    }
    for (const [place, one] of parts.entries()) {
      for (const a of one) {
        for (const b of parts.slice(place + 1).flat()) {
          put(groups, Math.min(a, b) * MOST_NUMBERS + Math.max(a, b), index);
        }
      }
    }
  });

interface NumberRow {
  person_id: string;
  number: string;
}

/** Of people whose ids lie between two, ends included. */
async function readNumbers(db: Db, first: string, last: string): Promise<NumberRow[]> {
  const { rows } = await sql<NumberRow>`
    SELECT person_id, number FROM (
      SELECT person_id, substr(replace(replace(replace(value, ' ', ''), '-', ''), '.', ''), -9) AS number
      FROM person_contact WHERE kind IN ('phone', 'whatsapp') AND person_id BETWEEN ${first} AND ${last}
      UNION SELECT person_id, upper(replace(replace(number, ' ', ''), '-', ''))
      FROM identity_document WHERE length(number) >= 4 AND person_id BETWEEN ${first} AND ${last}
      UNION SELECT id, upper(fiscal_code) FROM person
      WHERE fiscal_code IS NOT NULL AND id BETWEEN ${first} AND ${last}
    ) WHERE length(number) >= 4 ORDER BY person_id`.execute(db);
  return rows;
}

/** Who shares the number of a phone or a paper. Expects the members in the order of their ids. */
export async function groupsByNumber(
  db: Db,
  members: readonly Member[],
  turns: Turns,
): Promise<Groups | undefined> {
  const places = new Map(members.map(({ id }, index) => [id, index]));
  const groups: Groups = new Map();
  for (let at = 0; at < members.length; at += READ_AT_ONCE) {
    const some = members.slice(at, at + READ_AT_ONCE);
    const rows = await readNumbers(db, some[0]?.id ?? '', some.at(-1)?.id ?? '');
    for (const { person_id, number } of rows) {
      const index = places.get(person_id);
      if (index !== undefined) put(groups, number, index);
    }
    if (turns.isOver && !(await turns.next(at / members.length))) return undefined;
  }
  return groups;
}

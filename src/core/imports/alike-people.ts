/*
 * Finds rows of a file that are probably somebody in the register already, or an earlier row: with the points
 * that the intake and the list of duplicates count with (likeness.ts), so that one rule decides everywhere what
 * is asked about. Only those are compared who share two words of a name by sound, a telephone or the number of
 * a paper. Only asked about, and never decided: two brothers share a telephone, two cousins a name.
 */
import type { NameWord } from '#domain/names/name-words.ts';
import { listedName } from '#domain/names/person-name.ts';
import { soundKeysOf } from '#domain/names/sound-keys.ts';
import { type Comparable, levelOf, likenessOf } from '#domain/people/likeness.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { Db } from '../context.ts';
import { comparableOf, readComparable } from '../duplicates/comparable-people.ts';

/** Somebody a row can be: of the register, or of the file. */
export interface Known {
  personId?: string;
  row?: number;
  listedName: string;
}

interface Entry {
  person: Comparable;
  known: Known;
}

/** Of more namesakes than this nobody would look at each; those born in the same year come first. */
const CROWD = 60;
const READ_AT_ONCE = 500;

/** Spellings that sound alike are one label; so are families of names. */
const labelOf = ({ family, phones }: NameWord) =>
  family === undefined ? (soundKeysOf(phones)[0] ?? '') : `#${family}`;

/** What two people have to share to be compared at all. One word of a name alone is borne by hundreds. */
function groupsOf({ names, phones, identities }: Comparable): Set<string> {
  const groups = new Set([...phones, ...identities].map((number) => `number ${number}`));
  for (const words of names) {
    const labels = [...new Set(words.map(labelOf))].sort().slice(0, 8);
    for (const [index, one] of labels.entries()) {
      for (const other of labels.slice(index + 1)) groups.add(`${one} ${other}`);
    }
  }
  return groups;
}

function nearest(group: readonly Entry[], { birth }: Comparable): readonly Entry[] {
  if (group.length <= CROWD) return group;
  const sameYear = group.filter(({ person }) => person.birth?.year === birth?.year);
  return [...sameYear, ...group].slice(0, CROWD);
}

export class AlikePeople {
  readonly #groups = new Map<string, Entry[]>();

  add(person: Comparable, known: Known): void {
    const entry = { person, known };
    for (const key of groupsOf(person)) {
      const group = this.#groups.get(key);
      if (group) group.push(entry);
      else this.#groups.set(key, [entry]);
    }
  }

  /** Whom it can be, likeliest first of all; undefined where nobody is worth asking about. */
  find(person: Comparable): Known | undefined {
    const entries = new Set(
      [...groupsOf(person)].flatMap((key) => nearest(this.#groups.get(key) ?? [], person)),
    );
    let best: { known: Known; points: number } | undefined;
    for (const { person: other, known } of entries) {
      const likeness = likenessOf(person, other);
      if (!levelOf(likeness)) continue;
      if (!best || likeness.points > best.points) best = { known, points: likeness.points };
    }
    return best?.known;
  }
}

/** A row of a file as it is compared. */
export function comparableRow(
  details: PersonDetails,
  readings: Map<string, NameWord[]>,
): Comparable {
  const { contact, fiscalCode } = details;
  return comparableOf(
    {
      ...details,
      phones: contact?.kind === 'phone' || contact?.kind === 'whatsapp' ? [contact.value] : [],
      identities: fiscalCode ? [fiscalCode] : [],
    },
    readings,
  );
}

/** Everybody of the register, by what they can be recognised by; `pause` comes between one part and the next. */
export async function alikePeopleOf(db: Db, pause: () => Promise<void>): Promise<AlikePeople> {
  const people = new AlikePeople();
  const lines = await db.selectFrom('person_line').select(['person_id', 'listed_name']).execute();
  for (let from = 0; from < lines.length; from += READ_AT_ONCE) {
    await pause();
    const some = lines.slice(from, from + READ_AT_ONCE);
    const read = await readComparable(
      db,
      some.map((line) => line.person_id),
    );
    for (const { person_id, listed_name } of some) {
      const person = read.get(person_id);
      if (person) people.add(person, { personId: person_id, listedName: listed_name });
    }
  }
  return people;
}

export const nameOf = ({ names }: PersonDetails): string => (names[0] ? listedName(names[0]) : '');

/*
 * What lists and the search see of a person: one line, and the words they can be found by. Both are written
 * in the same transaction as the person, so that nobody can be in the register and not be findable.
 */
import { isOwnName, listedName } from '#domain/names/person-name.ts';
import { searchKeysOf } from '#domain/names/search-key.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { Db } from '../context.ts';
import type { Findable } from './reindex-person.ts';

export interface Indexed {
  id: string;
  details: PersonDetails;
  findable: Findable;
  caseNumber: string;
  isOpen: boolean;
}

/** Digits of a phone number, whole and without an Italian country prefix. */
function digitWords(value: string): string[] {
  const digits = value.replace(/\D/g, '');
  if (digits.length < 4) return [];
  return digits.startsWith('39') ? [digits, digits.slice(2)] : [digits];
}

function searchWordsOf({ details, caseNumber, findable }: Indexed) {
  const keys = details.names.flatMap((name) =>
    searchKeysOf(`${name.given} ${name.family} ${name.transliteration ?? ''}`),
  );
  const otherWords = [
    ...findable.phones.flatMap(digitWords),
    ...findable.texts.flatMap((text) => searchKeysOf(text).map((key) => key.folded)),
    // A number with spaces inside is also typed without them.
    ...findable.texts.flatMap((text) =>
      searchKeysOf(text.replace(/\s/g, '')).map((key) => key.folded),
    ),
  ];
  const caseWords = [caseNumber.replaceAll('-', ''), caseNumber.split('-').at(-1) ?? ''];
  const words = (list: string[]) => [...new Set(list)].join(' ');
  return {
    folded: words(keys.map((key) => key.folded)),
    skeleton: words(keys.map((key) => key.skeleton)),
    other: words([...caseWords.map((word) => word.toLowerCase()), ...otherWords]),
  };
}

/** Writes or rewrites line and search words of a person inside the caller's transaction. */
export async function indexPerson(tx: Db, person: Indexed): Promise<void> {
  const { id, details, isOpen } = person;
  const [shown, ...others] = details.names.filter(isOwnName);
  if (!shown) throw new Error('a person has a name');
  const listed = listedName(shown);
  const other = others.find((name) => name.script !== shown.script) ?? others[0];
  const values = {
    person_id: id,
    listed_name: listed,
    sort_name: searchKeysOf(listed)
      .map((key) => key.folded)
      .join(' '),
    other_name: other ? listedName(other) : (shown.transliteration ?? null),
    is_open: Number(isOpen),
  };
  const { line } = await tx
    .insertInto('person_line')
    .values(values as typeof values & { line: number })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .returning('line')
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('person_search').where('rowid', '=', line).execute();
  await tx
    .insertInto('person_search')
    .values({ rowid: line, ...searchWordsOf(person) })
    .execute();
}

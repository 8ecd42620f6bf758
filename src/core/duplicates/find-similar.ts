import type { SimilarPerson } from '#api/duplicates.ts';
import { isOwnName, type PersonName } from '#domain/names/person-name.ts';
import type { Comparable } from '#domain/people/likeness.ts';
import { levelOf, likenessOf } from '#domain/people/likeness.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import { linesOf } from '../people/person-lines.ts';
import { searchPeople } from '../people/search-people.ts';
import { comparableOf, readComparable } from './comparable-people.ts';

const MOST_SHOWN = 5;
/** The likeliest stand first in a search; whoever comes later is only a namesake. */
const MOST_COMPARED = 60;

interface Registering {
  names: PersonName[];
  birth?: Comparable['birth'];
  sex: string;
  nationalities: string[];
  phone?: string | undefined;
  fiscalCode?: string | undefined;
}

async function candidates(db: Db, { names, phone, fiscalCode }: Registering): Promise<string[]> {
  const texts = names
    .filter(isOwnName)
    .flatMap((name) => [`${name.given} ${name.family}`, name.transliteration]);
  const ids = new Set<string>();
  for (const text of [...texts, phone, fiscalCode]) {
    if (!text || text.trim().length < 3) continue;
    const query = { query: text.slice(0, 200), showClosed: true, offset: 0, limit: MOST_COMPARED };
    const { hits } = await searchPeople(db, query);
    for (const hit of hits.slice(0, MOST_COMPARED)) ids.add(hit.person_id);
  }
  return [...ids];
}

/** Who of the register may be the one that is being registered. */
export async function findSimilarPeople(
  context: CoreContext,
  told: Registering,
): Promise<{ items: SimilarPerson[] }> {
  const { db } = registerOf(context);
  const typed = comparableOf({
    ...told,
    phones: told.phone ? [told.phone] : [],
    identities: told.fiscalCode ? [told.fiscalCode] : [],
  });
  const others = await readComparable(db, await candidates(db, told));
  const similar = [...others].flatMap(([id, other]) => {
    const likeness = likenessOf(typed, other);
    const level = levelOf(likeness);
    return level ? [{ id, level, ...likeness }] : [];
  });
  similar.sort((a, b) => b.points - a.points);
  const shown = similar.slice(0, MOST_SHOWN);
  const lines = await linesOf(
    db,
    shown.map(({ id }) => ({ person_id: id, matchedBy: 'none' as const })),
  );
  return {
    items: lines.flatMap((person) => {
      const found = shown.find((one) => one.id === person.id);
      return found ? [{ person, level: found.level, reasons: found.reasons }] : [];
    }),
  };
}

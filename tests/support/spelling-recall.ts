/*
 * How well people are found in a register, measured as a desk meets it: two words typed, each in another
 * spelling or script than the one in the file, among some thousand others. Recall is no matter of time, so
 * a test may hold it to a floor and the benchmark prints it.
 */
import { inventPerson } from '#core/demo/invent-person.ts';
import { loadInventedPeople } from '#core/demo/invented-people.ts';
import { seededRandom } from '#core/demo/seeded-random.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { listPeople } from '#core/people/queries.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { differentNames } from '../domain/spelling-pairs/different-names.ts';
import { heldOutSame } from '../domain/spelling-pairs/held-out-names.ts';
import { sameNames } from '../domain/spelling-pairs/same-names.ts';
import { aName, aPerson } from './factories.ts';
import { makeRegisterOf, openRegisterDatabase } from './large-register.ts';

type Pair = readonly [string, string];
type Db = Awaited<ReturnType<typeof openRegisterDatabase>>['kysely'];

interface Question {
  kept: PersonDetails;
  typed: string;
}

/** Each pair once as a given name, with the pair some places on as the family name. */
function questionsOf(pairs: readonly Pair[]): Question[] {
  return pairs.flatMap(([given, typedGiven], index) => {
    const family = pairs[(index + 61) % pairs.length];
    if (!family) return [];
    const kept = aPerson({ names: [aName(given, family[0])] });
    return [{ kept, typed: `${typedGiven} ${family[1]}` }];
  });
}

/** Somebody of the second name must not come when the first is looked for with the same family name. */
function traps(pairs: readonly Pair[]): Question[] {
  return pairs.map(([typed, near], index) => {
    const family = `Zabdimo${String.fromCharCode(97 + (index % 26))}r`;
    return { kept: aPerson({ names: [aName(near, family)] }), typed: `${typed} ${family}` };
  });
}

function othersOf(count: number): PersonDetails[] {
  const material = loadInventedPeople(nodePorts().resourcesDir);
  const random = seededRandom(11);
  return Array.from({ length: count }, () => inventPerson(random, material, '2026-11-21'));
}

const nameOf = (details: PersonDetails) =>
  details.names.map((name) => `${name.family} ${name.given}`)[0] ?? '';

async function answers(db: Db, typed: string) {
  const wanted = { query: typed, showClosed: false, offset: 0, limit: 200 };
  return (await listPeople(db, wanted)).items;
}

/** Questions whose person is not among the first five. */
async function missed(db: Db, questions: Question[]): Promise<string[]> {
  const misses: string[] = [];
  for (const { kept, typed } of questions) {
    const first = (await answers(db, typed)).slice(0, 5);
    if (!first.some((hit) => hit.listedName === nameOf(kept)))
      misses.push(`${typed} → ${nameOf(kept)}`);
  }
  return misses;
}

/** Questions answered with somebody of another name as if it were a spelling of this one. */
async function mistaken(db: Db, questions: Question[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { kept, typed } of questions) {
    const hits = await answers(db, typed);
    const isShown = hits.some(
      (hit) =>
        hit.listedName === nameOf(kept) && hit.matchedBy !== 'typo' && hit.matchedBy !== 'part',
    );
    if (isShown) wrong.push(`${typed} → ${nameOf(kept)}`);
  }
  return wrong;
}

export interface SpellingRecall {
  people: number;
  questions: number;
  missed: string[];
  heldOut: number;
  heldOutMissed: string[];
  traps: number;
  mistaken: string[];
}

export async function measureSpellingRecall(others: number): Promise<{
  found: SpellingRecall;
  folder: string;
}> {
  const known = questionsOf(sameNames);
  const heldOut = questionsOf(heldOutSame);
  const near = traps(differentNames);
  const bearers = differentNames.map(([given]) => aPerson({ names: [aName(given, 'Ostrimbu')] }));
  const people = [...[...known, ...heldOut, ...near].map(({ kept }) => kept), ...bearers];
  const folder = await makeRegisterOf([...othersOf(others), ...people]);
  const { kysely } = await openRegisterDatabase(folder);
  try {
    const found = {
      people: others + people.length,
      questions: known.length,
      missed: await missed(kysely, known),
      heldOut: heldOut.length,
      heldOutMissed: await missed(kysely, heldOut),
      traps: near.length,
      mistaken: await mistaken(kysely, near),
    };
    return { found, folder };
  } finally {
    await kysely.destroy();
  }
}

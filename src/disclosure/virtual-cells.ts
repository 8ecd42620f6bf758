import type { CellRole, Relation } from './disclosure-problem.ts';

/*
 * Numbers that nobody prints and a reader computes: what a total leaves, how many gave more than one
 * answer, who was added since the last report. They are cells like the others, with their relations, so
 * that the engine protects them (disclosure design B3, attacks 1, 2, 5, 6, 10 and 11). Without them each
 * printed number can be harmless while their difference points at a person.
 */

/** Cells with the relations between them: a release, or a part of one. Inputs are never changed. */
export interface LinkedCells {
  readonly cells: Readonly<Record<string, number>>;
  readonly relations: readonly Relation[];
  readonly roles?: Readonly<Record<string, CellRole>>;
}

export function countAt({ cells }: LinkedCells, id: string): number {
  return Object.hasOwn(cells, id) ? (cells[id] ?? 0) : 0;
}

/** Adds cells that are never printed, and relations. */
function withDerived(
  linked: LinkedCells,
  derived: Readonly<Record<string, number>>,
  relations: readonly Relation[],
): LinkedCells {
  const roles = Object.keys(derived).map((id): [string, CellRole] => [id, 'derived']);
  return {
    cells: { ...linked.cells, ...derived },
    relations: [...linked.relations, ...relations],
    roles: { ...linked.roles, ...Object.fromEntries(roles) },
  };
}

/**
 * An indicator that counts some of a group: `part` and `total` are printed, and the rest with them. Also
 * for a percentage, where `part` is the numerator and `total` the denominator.
 */
export function withComplement(
  linked: LinkedCells,
  { part, total }: { readonly part: string; readonly total: string },
): LinkedCells {
  const rest = `${total}-(${part})`;
  return withDerived(linked, { [rest]: countAt(linked, total) - countAt(linked, part) }, [
    { total, parts: [part, rest] },
  ]);
}

/**
 * A question with several answers each. `answers`: the printed cells. `anyAnswer`: how many people gave
 * one at least; `people`: the printed cell of everybody asked. 19 answers of 18 people say that exactly
 * one person gave two.
 */
export function withOverlap(
  linked: LinkedCells,
  question: {
    readonly answers: readonly string[];
    readonly people: string;
    readonly anyAnswer: number;
  },
): LinkedCells {
  const { answers, people, anyAnswer } = question;
  const name = `${people}(${answers.join('+')})`;
  const [given, any, none, more] = [`given:${name}`, `any:${name}`, `none:${name}`, `more:${name}`];
  const sum = answers.reduce((partial, id) => partial + countAt(linked, id), 0);
  const silent = countAt(linked, people) - anyAnswer;
  const derived = { [given]: sum, [more]: sum - anyAnswer };
  const answered = { total: given, parts: [...answers] };
  // That everybody answered is no secret: then the report is about those who did.
  if (silent === 0) {
    return withDerived(linked, derived, [answered, { total: given, parts: [people, more] }]);
  }
  return withDerived(linked, { ...derived, [any]: anyAnswer, [none]: silent }, [
    answered,
    { total: given, parts: [any, more] },
    { total: people, parts: [any, none] },
  ]);
}

function partsOf(id: string): Map<string, string> {
  const pairs = id.split('|').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return new Map(pairs);
}

/**
 * Cells that say something of a whole group: everybody of one nationality has the same need. A reader
 * who knows that somebody is of the group knows it of them, however many they are. Zeros beside it are
 * printed, so hiding does not help: the groups must be made larger, or the table left out. A dimension, or one
 * category of it (`need=yes`) where the others say nothing.
 */
export function findGroupAttributes(linked: LinkedCells, sensitiveDimension: string): string[] {
  const [name = '', only] = sensitiveDimension.split('=');
  return Object.keys(linked.cells).filter((id) => {
    const place = partsOf(id);
    if (only !== undefined && place.get(name) !== only) return false;
    if (place.size < 2 || !place.delete(name)) return false;
    const group = [...place].map(([name, category]) => `${name}=${category}`).join('|');
    const count = countAt(linked, id);
    return count > 0 && count === countAt(linked, group);
  });
}

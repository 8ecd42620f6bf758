/*
 * Recipients to whom some things must never go. Applicants for protection, refugees and whoever may become one
 * are never brought to the notice of their country's consulate (D.lgs. 286/1998, art. 2(7), which exempts them
 * from the duty to inform it; D.lgs. 25/2008): a letter there can put a family at home in prison. Health
 * services and schools ask nobody for a permit (D.lgs. 286/1998, art. 6(2) and 35(5)), and what a letter says
 * about a missing one stays on paper in an office that must not report it and still may. So no letter there says
 * anything about anybody's stay, good or bad: where only valid permits are told, silence tells the rest. For
 * enrolment the person shows the permit at the desk.
 */
import type { LetterFact } from './letter-fact.ts';
import { factsOfStay } from './letter-fact.ts';

/** Statuses whose consulate may be asked for a passport; everybody else, and who has none recorded, is kept from it. */
const MAY_MEET_CONSULATE: readonly string[] = ['otherRegular', 'euCitizen', 'italianCitizen'];

export const maySeeConsulate = (legalStatus: string | undefined): boolean =>
  legalStatus !== undefined && MAY_MEET_CONSULATE.includes(legalStatus);

/** `consulate`, or an entry of another kind that says in its name that it is one. */
export function isConsulate(
  organisation: { kind: string; name: string; office?: string | undefined },
  wordStarts: readonly string[],
): boolean {
  if (organisation.kind === 'consulate') return true;
  const words = `${organisation.name} ${organisation.office ?? ''}`
    .toLocaleLowerCase('it')
    .split(/[^\p{L}]+/u);
  return words.some((word) => wordStarts.some((start) => word.startsWith(start)));
}

const WITHOUT_PERMIT_QUESTIONS: readonly string[] = [
  'health',
  'mentalHealth',
  'familyClinic',
  'school',
];

/** Facts that this kind of office is told about nobody. */
export function factsNotFor(kind: string, facts: readonly LetterFact[]): LetterFact[] {
  return WITHOUT_PERMIT_QUESTIONS.includes(kind)
    ? facts.filter((fact) => factsOfStay.includes(fact))
    : [];
}

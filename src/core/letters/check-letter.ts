/*
 * What exactly would leave, and where each piece of it stands: looked at before a letter gets its number. The
 * seal goes back with the order to issue, so that nothing leaves that was not shown.
 */
import type { LeavingFact, LetterCheck } from '#api/letters.ts';
import type { LetterDetails } from '#domain/letters/letter.ts';
import { categoriesOfLetter, tellsOfDanger } from '#domain/letters/letter.ts';
import { identityOf } from '#domain/letters/letter-identity.ts';
import type { CoreContext } from '../context.ts';
import { factLines } from './fact-texts.ts';
import { type LetterTexts, letterTexts } from './letter-texts.ts';
import { type PreparedLetter, prepareLetter } from './prepare-letter.ts';

function fromRegister(
  { facts, template, details, sources }: PreparedLetter,
  texts: LetterTexts,
): LeavingFact[] {
  const identity = identityOf(template, details);
  return factLines({ facts, identity }, texts).map(({ key, value }) => {
    const source = sources.get(key === 'code' ? 'name' : key);
    return {
      key,
      value,
      source: source?.kind ?? 'personSheet',
      ...(source?.changedOn ? { changedOn: source.changedOn } : {}),
    };
  });
}

function typedByHand({ details, template }: PreparedLetter): LeavingFact[] {
  const { situation, answers, special } = details;
  const typed: [key: string, value: string | undefined][] = [
    ['situation', situation],
    ...template.questions.map(({ key }): [string, string | undefined] => [
      `answers.${key}`,
      answers.find((one) => one.key === key)?.text,
    ]),
    ...special.map(({ topic, text }): [string, string] => [`special.${topic}`, text]),
  ];
  return typed.flatMap(([key, value]) => (value ? [{ key, value, source: 'typed' as const }] : []));
}

/** Somebody in danger is named where a reference would do. */
function namesInDanger({ template, details }: PreparedLetter): boolean {
  return template.identity === 'either' && !details.isConfidential && tellsOfDanger(details);
}

/** A copy of a document has the name on it that the letter leaves out. */
const enclosuresMayName = ({ template, details }: PreparedLetter): boolean =>
  identityOf(template, details) === 'code' && details.attachments.length > 0;

function noticesOf(prepared: PreparedLetter): LetterCheck['notices'] {
  const { facts, needsSecondPerson, organisation } = prepared;
  return [
    ...(facts.lacksGuardian ? (['minorWithoutGuardian'] as const) : []),
    ...(facts.isMinor && organisation ? (['minor'] as const) : []),
    ...(needsSecondPerson ? (['secondPerson'] as const) : []),
    ...(namesInDanger(prepared) ? (['nameBesideDanger'] as const) : []),
    ...(enclosuresMayName(prepared) ? (['enclosuresMayName'] as const) : []),
  ];
}

/** Fails like `prepareLetter`. */
export async function checkLetter(
  context: CoreContext,
  { personId, details }: { personId: string; details: LetterDetails },
): Promise<LetterCheck> {
  const prepared = await prepareLetter(context, personId, details);
  const texts = letterTexts(context, details.language);
  const leaving = [...fromRegister(prepared, texts), ...typedByHand(prepared)];
  return {
    recipient: prepared.organisation?.name ?? '',
    leaving,
    missing: details.facts.filter((fact) => !leaving.some(({ key }) => key === fact)),
    categories: categoriesOfLetter(details, prepared.template),
    warnings: prepared.warnings,
    notices: noticesOf(prepared),
    seal: prepared.seal,
  };
}

/*
 * What exactly would leave, and where each piece of it stands: looked at before a letter gets its number. The
 * seal goes back with the order to issue, so that nothing leaves that was not shown.
 */
import type { LeavingFact, LetterCheck } from '#api/letters.ts';
import type { LetterDetails } from '#domain/letters/letter.ts';
import { categoriesOfLetter } from '#domain/letters/letter.ts';
import type { CoreContext } from '../context.ts';
import { factLines } from './fact-texts.ts';
import { type LetterTexts, letterTexts } from './letter-texts.ts';
import { type PreparedLetter, prepareLetter } from './prepare-letter.ts';

function fromRegister(
  { facts, template, sources }: PreparedLetter,
  texts: LetterTexts,
): LeavingFact[] {
  return factLines({ facts, identity: template.identity }, texts).map(({ key, label, value }) => {
    const source = sources.get(key === 'code' ? 'name' : key);
    return {
      key,
      label,
      value,
      source: source?.kind ?? 'personSheet',
      ...(source?.changedOn ? { changedOn: source.changedOn } : {}),
    };
  });
}

function typedByHand({ details, template }: PreparedLetter, texts: LetterTexts): LeavingFact[] {
  const { situation, answers, special } = details;
  const typed: [key: string, label: string, value: string | undefined][] = [
    ['situation', texts.say('situation'), situation],
    ...template.questions.map(({ key, label }): [string, string, string | undefined] => [
      `answers.${key}`,
      label[texts.language] ?? label.it,
      answers.find((one) => one.key === key)?.text,
    ]),
    ...special.map(({ topic, text }): [string, string, string] => [
      `special.${topic}`,
      texts.say(`topic.${topic}`),
      text,
    ]),
  ];
  return typed.flatMap(([key, label, value]) =>
    value ? [{ key, label, value, source: 'typed' as const }] : [],
  );
}

function noticesOf({
  facts,
  needsSecondPerson,
  organisation,
}: PreparedLetter): LetterCheck['notices'] {
  return [
    ...(facts.lacksGuardian ? (['minorWithoutGuardian'] as const) : []),
    ...(facts.isMinor && organisation ? (['minor'] as const) : []),
    ...(needsSecondPerson ? (['secondPerson'] as const) : []),
  ];
}

/** Fails like `prepareLetter`. */
export async function checkLetter(
  context: CoreContext,
  { personId, details }: { personId: string; details: LetterDetails },
): Promise<LetterCheck> {
  const prepared = await prepareLetter(context, personId, details);
  const texts = letterTexts(context, details.language);
  const leaving = [...fromRegister(prepared, texts), ...typedByHand(prepared, texts)];
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

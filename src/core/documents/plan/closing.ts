/*
 * What the person takes along when their plan is closed: that they followed one, from when to when, and what
 * they reached. It will be shown to employers, landlords and schools, so it says nothing of areas of life that
 * are nobody's business (`privateDomains` of the template), nothing of goals that were dropped, and why none of
 * it ended as it did. Practice closes with the person's consent and a paper in their hand (protection case
 * management, step 6; domain dossier 2.1 and 3.2, CLO).
 */
import { officialName } from '#domain/names/official-name.ts';
import { listedName } from '#domain/names/person-name.ts';
import { asItStands } from '#domain/plans/review.ts';
import type { Block, TypesetDocument } from '#typesetting/document.ts';
import { facts, signatureField, signedAt, titledDocument } from '../titled-document.ts';
import { beside, interpreterMark, label, paragraph } from '../voice.ts';
import type { PlanContents, Said } from './section.ts';

export interface ClosingContents extends PlanContents {
  /** When the first of the person's plans was signed. */
  from: string;
  closedOn: string;
}

const SHOWN_RESULTS: readonly string[] = ['reached', 'partly', 'inProgress'];

function goalTable(contents: ClosingContents, { voice }: Said): Block[] {
  const { plan, template } = contents;
  const reviews = plan.reviews.map(({ review }) => review);
  const goals = asItStands(plan.details, plan.progress, reviews).goals.filter(
    ({ domain, result }) =>
      SHOWN_RESULTS.includes(result) && !template.privateDomains.includes(domain),
  );
  if (goals.length === 0) return [];
  return [
    {
      type: 'table',
      headerRows: 1,
      ...interpreterMark(voice),
      columns: [
        { header: label(voice, 'plan.domain'), width: 0.27 },
        { header: label(voice, 'plan.goals'), width: 0.48 },
        { header: label(voice, 'plan.result'), width: 0.25 },
      ],
      rows: goals.map(({ domain, statement, result }) => [
        label(voice, `domain.${domain}`),
        statement,
        label(voice, `result.${result}`),
      ]),
    },
  ];
}

export function closingDocument(contents: ClosingContents, said: Said): TypesetDocument {
  const { association, person, plan, isDemo } = contents;
  const { voice, texts } = said;
  const period = { from: texts.date(contents.from), to: texts.date(contents.closedOn) };
  const name = listedName(officialName(person.names));
  return titledDocument(
    { association, voice, texts, isDemo },
    // Neither the number of the case nor the code of the plan: it is shown to people who may know neither.
    { title: 'closing.title' },
    [
      ...paragraph(voice, 'closing.text', period),
      facts(voice, [
        ['common.name', [{ text: name, bold: true }]],
        ['common.birth', person.birth && texts.partialDate(person.birth)],
        ['plan.operator', plan.details.operator],
      ]),
      ...goalTable(contents, said),
      ...paragraph(voice, 'closing.open'),
      signedAt(voice, [signatureField(voice, 'common.signature', association.name)]),
      ...beside(voice, (one) => [
        { type: 'paragraph', style: 'small', text: one.say('closing.yours') },
      ]),
    ],
  );
}

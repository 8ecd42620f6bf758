/*
 * The plan of a firm on paper, for a lender or the Chamber of Commerce. A draft says so across every page and
 * which parts are missing, so that nobody takes it for the plan the person stands behind.
 */
import type { PlanGap } from '#domain/enterprise/business-plan.ts';
import { wordsIn } from '#domain/vocabularies/words-in-languages.ts';
import type { Block } from '#typesetting/document.ts';
import { framed } from '../documents/frame.ts';
import type { DocumentSetting } from '../documents/titled-document.ts';
import { eurosIn } from '../enterprises/euros.ts';
import type { PlanContents } from '../enterprises/plan-contents.ts';
import type { FormPerson } from './form-document.ts';

type Contents = PlanContents & { person: FormPerson };
type Section = Contents['sections'][number];

function amountsTable({ content }: Section, { texts }: DocumentSetting): Block[] {
  const { amounts } = content;
  if (amounts.length === 0) return [];
  const euros = eurosIn(texts.language);
  const sum = amounts.reduce((all, { cents }) => all + cents, 0);
  return [
    {
      type: 'table',
      headerRows: 1,
      columns: [
        { header: texts.say('businessPlan.item'), width: 0.7 },
        { header: texts.say('businessPlan.amount'), width: 0.3, align: 'end' },
      ],
      rows: [
        ...amounts.map(({ what, cents }) => [what, euros(cents)]),
        [[{ text: texts.say('businessPlan.sum'), bold: true }], [{ text: euros(sum), bold: true }]],
      ],
    },
  ];
}

function sectionBlocks(
  section: Section,
  gap: PlanGap | undefined,
  setting: DocumentSetting,
): Block[] {
  const { texts } = setting;
  const { words } = section.content;
  return [
    { type: 'heading', level: 2, text: wordsIn(section.name, texts.language) },
    ...(words === '' ? [] : [{ type: 'paragraph' as const, text: words }]),
    ...amountsTable(section, setting),
    ...(gap
      ? [
          {
            type: 'paragraph' as const,
            style: 'small' as const,
            text: texts.say(`businessPlan.gap.${gap.why}`),
          },
        ]
      : []),
  ];
}

function headBlocks(
  { person, idea, madeOn, programmeName }: Contents,
  setting: DocumentSetting,
): Block[] {
  const { texts } = setting;
  const rows: [string, string | undefined][] = [
    ['by', person.name],
    ['birth', person.birth],
    ['together', idea?.together],
    ['town', idea?.town],
    ['own', idea?.ownCents === undefined ? undefined : eurosIn(texts.language)(idea.ownCents)],
    ['tutor', idea?.tutor],
    ['mentor', idea?.mentor],
    ['programme', programmeName],
    ['madeOn', texts.date(madeOn)],
  ];
  return [
    { type: 'heading', level: 1, text: texts.say('businessPlan.title') },
    ...(idea ? [{ type: 'paragraph' as const, style: 'lead' as const, text: idea.title }] : []),
    {
      type: 'facts',
      columns: 2,
      rows: rows.flatMap(([key, value]) =>
        value ? [{ label: texts.say(`businessPlan.${key}`), value }] : [],
      ),
    },
    ...[idea?.idea, idea?.experience].flatMap((text): Block[] =>
      text ? [{ type: 'paragraph', text }] : [],
    ),
  ];
}

export function businessPlan(contents: Contents, setting: DocumentSetting) {
  const { texts, association, isDemo } = setting;
  const { sections, gaps, costsCents, fundingCents, isFinal, person } = contents;
  const euros = eurosIn(texts.language);
  const blocks: Block[] = [
    ...headBlocks(contents, setting),
    ...sections.flatMap((section) =>
      sectionBlocks(
        section,
        gaps.find((one) => one.section === section.code),
        setting,
      ),
    ),
    ...(costsCents + fundingCents === 0
      ? []
      : [
          {
            type: 'box' as const,
            blocks: [
              {
                type: 'paragraph' as const,
                text: texts.say('businessPlan.balance', {
                  costs: euros(costsCents),
                  funding: euros(fundingCents),
                }),
              },
            ],
          },
        ]),
    {
      type: 'signatures',
      placeAndDate: texts.say('plan.signPlaceAndDate'),
      fields: [
        { role: texts.say('businessPlan.signedBy'), name: person.name },
        { role: texts.say('businessPlan.signedFor'), name: association.name },
      ],
    },
  ];
  return framed(
    {
      language: texts.language,
      title: texts.say('businessPlan.title'),
      association,
      texts,
      isDemo,
      foot: [person.caseNumber],
      watermark: isFinal ? undefined : texts.say('draft'),
    },
    blocks,
  );
}

/*
 * The personalised plan on paper, section by section as the template lists them (domain dossier 2.2), in
 * Italian or in Italian and the person's language. It is written in the person's voice: their words are
 * quoted, what others must do stands beside what they must do, and it stays a draft, across every page, until
 * it is signed. Risks are no part of it: they are printed apart, on request, and reach no third party with it.
 */
import type { PlanSection } from '#domain/documents/plan-template.ts';
import type { Block, TypesetDocument } from '#typesetting/document.ts';
import { framed } from '../frame.ts';
import { beside, pageNumbers } from '../voice.ts';
import { budget, contacts, review, rights, signatures, statements } from './agreement.ts';
import { commitments, goals } from './goals.ts';
import { priorities, startingPoint, who } from './person.ts';
import type { PlanContents, Said, Section } from './section.ts';

const SECTIONS: Record<PlanSection, Section> = {
  who,
  startingPoint,
  priorities,
  goals,
  commitments,
  budget,
  rights,
  contacts,
  review,
  statements,
  signatures,
};

/** What is signed stands on the page of the signatures: nobody signs a page with nothing else on it. */
const SIGNED_TOGETHER: readonly PlanSection[] = ['statements', 'signatures'];

function sectionBlocks(contents: PlanContents, said: Said): Block[] {
  const { sections } = contents.template;
  const blocksOf = (section: PlanSection) => SECTIONS[section](contents, said);
  const isSigned = (section: PlanSection) => SIGNED_TOGETHER.includes(section);
  return [
    ...sections.filter((section) => !isSigned(section)).flatMap(blocksOf),
    { type: 'keepTogether', blocks: sections.filter(isSigned).flatMap(blocksOf) },
  ];
}

/** What every print of a plan has at its foot: whose, which version, and the hash of what was agreed. */
export const planFoot = ({ caseNumber, plan, code }: PlanContents) => [
  `${caseNumber} v${plan.version}`,
  code,
];

export function planDocument(contents: PlanContents, said: Said): TypesetDocument {
  const { association, plan, isDemo } = contents;
  const { voice, texts } = said;
  const [words] = voice;
  const version = { version: plan.version, date: texts.date(plan.details.madeOn) };
  return framed(
    {
      language: words.language,
      title: words.say('plan.title'),
      association,
      texts,
      pageNumbers: pageNumbers(voice),
      foot: planFoot(contents),
      isDemo,
      watermark: plan.state === 'signed' ? undefined : words.say('common.draft'),
    },
    [
      ...beside(voice, (one) => [
        { type: 'heading', level: 1, text: one.say('plan.title') },
        { type: 'paragraph', style: 'small', text: one.say('plan.version', version) },
      ]),
      ...sectionBlocks(contents, said),
    ],
  );
}

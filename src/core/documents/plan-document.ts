/*
 * The personalised plan on paper, section by section as the template lists them (domain dossier 2.2). It is
 * written to the person: their words are quoted, what others must do stands beside what they must do, and it
 * stays a draft, across every page, until it is signed.
 */
import type { PlanSection } from '#domain/documents/plan-template.ts';
import { listedName } from '#domain/names/person-name.ts';
import type { Block, Text, TypesetDocument } from '#typesetting/document.ts';
import { spokenLanguage } from './letter-document.ts';
import { letterheadOf } from './letterhead.ts';
import { review, signatures, statements } from './plan-agreement.ts';
import { commitments, goals } from './plan-goals.ts';
import { heading, type PlanContents, type Section } from './plan-section.ts';
import { officialName } from './stated-facts.ts';
import type { Texts } from './texts.ts';

const who: Section = ({ plan, person, caseNumber }, texts) => {
  const name = officialName(person.names);
  const others = person.names.filter((one) => one !== name).map(listedName);
  const { mediator, interpretedIn, operator, reviewOn, guardian } = plan.details;
  const rows: [string, Text | undefined | ''][] = [
    ['fact.name', [{ text: listedName(name), bold: true }]],
    ['fact.otherNames', others.join(' · ')],
    ['fact.birth', person.birth && texts.partialDate(person.birth)],
    ['fact.nationality', person.nationalities.map(texts.country).join(', ')],
    ['fact.legalStatus', person.legalStatus && texts.label('legalStatuses', person.legalStatus)],
    ['fact.languages', person.languages.map((one) => spokenLanguage(one, texts)).join(', ')],
    ['fact.caseNumber', [{ text: caseNumber, isolate: 'ltr' }]],
    ['plan.operator', operator],
    [
      'plan.mediator',
      mediator && (interpretedIn ? `${mediator} (${texts.languageName(interpretedIn)})` : mediator),
    ],
    ['plan.guardian', guardian],
    ['plan.reviewOn', reviewOn && texts.date(reviewOn)],
  ];
  return [
    heading(texts, 'who'),
    {
      type: 'facts',
      columns: 2,
      rows: rows.flatMap(([key, value]) =>
        value && value.length > 0 ? [{ label: texts.say(key), value }] : [],
      ),
    },
  ];
};

const startingPoint: Section = ({ scores, plan }, texts) => {
  const table: Block =
    scores.length === 0
      ? { type: 'paragraph', text: texts.say('plan.noNeeds') }
      : {
          type: 'table',
          headerRows: 1,
          columns: [
            { header: texts.say('plan.domain'), width: 3 },
            { header: texts.say('plan.level'), width: 3 },
            { header: texts.say('plan.words'), width: 5 },
          ],
          rows: scores.map((score) => [
            texts.label('lifeDomains', score.domain),
            texts.say('plan.levelOf', {
              level: score.level,
              label: texts.label('needLevels', String(score.level)),
            }),
            score.words ?? '',
          ]),
        };
  const { strengths } = plan.details;
  return [
    heading(texts, 'startingPoint'),
    table,
    ...(strengths
      ? [
          { type: 'heading' as const, level: 3 as const, text: texts.say('plan.strengths') },
          { type: 'paragraph' as const, text: strengths },
        ]
      : []),
  ];
};

const priorities: Section = ({ plan }, texts) => [
  heading(texts, 'priorities'),
  ...(plan.details.priorities.length === 0
    ? [{ type: 'paragraph' as const, text: texts.say('plan.noPriorities') }]
    : plan.details.priorities.map((priority) => ({
        type: 'paragraph' as const,
        style: 'quote' as const,
        text: `«${priority}»`,
      }))),
];

const rights: Section = ({ template, plan, isMinor }, texts) => {
  const items = template.rights
    .filter((right) => isMinor || right !== 'guardianForMinors')
    .map((right) => ({
      checked: plan.details.rightsExplained.includes(right),
      text: texts.label('rights', right),
    }));
  const half = Math.ceil(items.length / 2);
  return [
    heading(texts, 'rights'),
    { type: 'paragraph', text: texts.say('plan.rightsIntroduction') },
    {
      type: 'sideBySide',
      start: [{ type: 'checklist', items: items.slice(0, half) }],
      end: [{ type: 'checklist', items: items.slice(half) }],
    },
  ];
};

const contacts: Section = ({ plan }, texts) => {
  const { contactAgreement } = plan.details;
  if (!contactAgreement) return [];
  const row = { label: texts.say('plan.contactAgreement'), value: contactAgreement };
  return [heading(texts, 'contacts'), { type: 'facts', columns: 1, rows: [row] }];
};

const SECTIONS: Record<PlanSection, Section> = {
  who,
  startingPoint,
  priorities,
  goals,
  commitments,
  rights,
  contacts,
  review,
  statements,
  signatures,
};

/** What is signed stands on the page of the signatures: nobody signs a page with nothing else on it. */
const SIGNED_TOGETHER: readonly PlanSection[] = ['statements', 'signatures'];

function sectionBlocks(contents: PlanContents, texts: Texts): Block[] {
  const { sections } = contents.template;
  const blocksOf = (section: PlanSection) => SECTIONS[section](contents, texts);
  const isSigned = (section: PlanSection) => SIGNED_TOGETHER.includes(section);
  return [
    ...sections.filter((section) => !isSigned(section)).flatMap(blocksOf),
    { type: 'keepTogether', blocks: sections.filter(isSigned).flatMap(blocksOf) },
  ];
}

export function planDocument(contents: PlanContents, texts: Texts): TypesetDocument {
  const { association, plan, caseNumber, isDemo } = contents;
  const version = texts.say('plan.version', {
    version: plan.version,
    date: texts.date(plan.details.madeOn),
  });
  return {
    language: 'it',
    letterhead: letterheadOf(association, texts),
    ...(plan.state === 'signed' ? {} : { watermark: texts.say('draft') }),
    footer: {
      text: [`${caseNumber} v${plan.version}`, ...(isDemo ? [texts.say('demoFooter')] : [])].join(
        ' · ',
      ),
      pageNumber: [texts.say('page')],
    },
    blocks: [
      { type: 'heading', level: 1, text: texts.say('plan.title') },
      { type: 'paragraph', style: 'small', text: version },
      ...sectionBlocks(contents, texts),
    ],
  };
}

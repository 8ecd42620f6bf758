/*
 * The personalised plan on paper, section by section as the template lists them (domain dossier 2.2). It is
 * written to the person: their words are quoted, what others must do stands beside what they must do, and it
 * stays a draft, across every page, until it is signed.
 */
import type { RecordedNeed } from '#api/assessments.ts';
import type { Plan } from '#api/plans.ts';
import type { AssociationDetails } from '#domain/casework/association.ts';
import type { PlanSection, PlanTemplate } from '#domain/documents/plan-template.ts';
import { listedName } from '#domain/names/person-name.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { PlanAction, PlanGoal } from '#domain/plans/plan.ts';
import type { Block, Text, TypesetDocument } from '#typesetting/document.ts';
import { spokenLanguage } from './letter-document.ts';
import { letterheadOf } from './letterhead.ts';
import { officialName } from './stated-facts.ts';
import type { Texts } from './texts.ts';

export interface PlanContents {
  association: AssociationDetails;
  template: PlanTemplate;
  plan: Plan;
  person: PersonDetails;
  caseNumber: string;
  needs: RecordedNeed[];
  isMinor: boolean;
  isDemo: boolean;
}

type Section = (contents: PlanContents, texts: Texts) => Block[];

const heading = (texts: Texts, key: string): Block => ({
  type: 'heading',
  level: 2,
  text: texts.say(`plan.${key}`),
});

const who: Section = ({ plan, person, caseNumber }, texts) => {
  const name = officialName(person.names);
  const others = person.names.filter((one) => one !== name).map(listedName);
  const { mediator, interpretedIn, operator, reviewOn } = plan.details;
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

const startingPoint: Section = ({ needs, plan }, texts) => {
  const table: Block =
    needs.length === 0
      ? { type: 'paragraph', text: texts.say('plan.noNeeds') }
      : {
          type: 'table',
          headerRows: 1,
          columns: [
            { header: texts.say('plan.domain'), width: 3 },
            { header: texts.say('plan.level'), width: 3 },
            { header: texts.say('plan.words'), width: 5 },
          ],
          rows: needs.map((need) => [
            texts.label('lifeDomains', need.domain),
            texts.say('plan.levelOf', {
              level: need.level,
              label: texts.label('needLevels', String(need.level)),
            }),
            need.words ?? '',
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

function actionTable(actions: PlanAction[], texts: Texts): Block {
  return {
    type: 'table',
    headerRows: 1,
    columns: [
      { header: texts.say('plan.action'), width: 5 },
      { header: texts.say('plan.responsible'), width: 3 },
      { header: texts.say('plan.byWhen'), width: 2 },
      { header: texts.say('plan.state'), width: 2 },
    ],
    rows: actions.map((action) => [
      action.what,
      action.organisation || texts.label('responsibles', action.responsible),
      action.byWhen ? texts.date(action.byWhen) : '',
      texts.label('actionStates', action.state),
    ]),
  };
}

function goalBlocks(goal: PlanGoal, number: number, texts: Texts): Block[] {
  const domain = texts.label('lifeDomains', goal.domain);
  const notes = [
    goal.indicator && texts.say('plan.indicator', { indicator: goal.indicator }),
    goal.byWhen && texts.say('plan.goalBy', { date: texts.date(goal.byWhen) }),
    goal.whyItMatters && texts.say('plan.why', { why: goal.whyItMatters }),
  ].filter((note): note is string => typeof note === 'string' && note !== '');
  const head: Block[] = [
    { type: 'heading', level: 3, text: texts.say('plan.goal', { number, domain }) },
    { type: 'paragraph', style: 'lead', text: goal.statement },
    ...(notes.length > 0 ? [{ type: 'paragraph' as const, text: notes.join(' · ') }] : []),
  ];
  const [first] = goal.actions;
  return first
    ? [{ type: 'keepTogether', blocks: head }, actionTable(goal.actions, texts)]
    : [{ type: 'keepTogether', blocks: head }];
}

const goals: Section = ({ plan }, texts) => [
  heading(texts, 'goals'),
  ...(plan.details.goals.length === 0
    ? [{ type: 'paragraph' as const, text: texts.say('plan.noGoals') }]
    : plan.details.goals.flatMap((goal, index) => goalBlocks(goal, index + 1, texts))),
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

const review: Section = (_, texts) => [
  {
    type: 'keepTogether',
    blocks: [
      heading(texts, 'review'),
      {
        type: 'blanks',
        rows: [
          { label: texts.say('plan.reviewDate') },
          { label: texts.say('plan.reviewPresent') },
          { label: texts.say('plan.reviewResult'), lines: 3 },
        ],
      },
    ],
  },
];

const statements: Section = ({ plan, isMinor }, texts) => {
  const { interpretedIn, mediator } = plan.details;
  const items = [
    texts.say('plan.statementFree'),
    texts.say('plan.statementPrivacy'),
    ...(interpretedIn && mediator
      ? [
          texts.say('plan.statementInterpreted', {
            language: texts.languageName(interpretedIn),
            mediator,
          }),
        ]
      : []),
    ...(isMinor ? [texts.say('plan.statementMinor')] : []),
  ];
  return [
    heading(texts, 'statements'),
    { type: 'checklist', items: items.map((text) => ({ checked: false, text })) },
    ...(isMinor ? [{ type: 'blanks' as const, rows: [{ label: '', lines: 2 }] }] : []),
  ];
};

const signatures: Section = ({ plan, person, isMinor }, texts) => {
  const { operator, mediator } = plan.details;
  return [
    heading(texts, 'signatures'),
    {
      type: 'signatures',
      placeAndDate: texts.say('plan.signPlaceAndDate'),
      fields: [
        { role: texts.say('plan.signPerson'), name: listedName(officialName(person.names)) },
        { role: texts.say('plan.signOperator'), name: operator },
        ...(mediator ? [{ role: texts.say('plan.signMediator'), name: mediator }] : []),
        ...(isMinor ? [{ role: texts.say('plan.signGuardian') }] : []),
      ],
    },
  ];
};

const SECTIONS: Record<PlanSection, Section> = {
  who,
  startingPoint,
  priorities,
  goals,
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

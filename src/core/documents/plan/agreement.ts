import { officialName } from '#domain/names/official-name.ts';
import { listedName } from '#domain/names/person-name.ts';
import type { Block, SignatureField } from '#typesetting/document.ts';
import { signatureField, signedAt } from '../titled-document.ts';
import { asWritten, beside, heading, label, paragraph } from '../voice.ts';
import type { Words } from '../words.ts';
import type { PlanContents, Said, Section } from './section.ts';

const FIRST_RIGHTS = 3;

export const rights: Section = ({ template, plan, isMinor }, { voice }) => {
  const checked = (right: string) => plan.details.rightsExplained.includes(right);
  const told = template.rights.filter((right) => isMinor || right !== 'guardianForMinors');
  const items = (words: Words) =>
    told.map((right) => ({ checked: checked(right), text: words.say(`right.${right}`) }));
  const [first, second] = voice;
  const half = Math.ceil(told.length / 2);
  const listed = (from: number, to?: number): Block[] =>
    beside(voice, (words) =>
      items(words)
        .slice(from, to)
        .map((item) => ({ type: 'checklist', items: [item] })),
    );
  const inColumns: Block = {
    type: 'columns',
    columns: [items(first).slice(0, half), items(first).slice(half)].map((part) => ({
      width: 0.5,
      blocks: [{ type: 'checklist', items: part }],
    })),
  };
  const introduction = paragraph(voice, 'plan.rightsIntroduction');
  // Two columns over two pages would be read in the wrong order; a list may go on, but not begin, on the next.
  const start = second ? listed(0, FIRST_RIGHTS) : [inColumns];
  return [
    ...heading(voice, 'plan.rights'),
    { type: 'keepTogether', blocks: [...introduction, ...start] },
    ...(second ? listed(FIRST_RIGHTS) : []),
  ];
};

/** In whole sentences, as it was agreed: sums without who pays them are quarrels later. */
export const budget: Section = ({ plan }, { voice }) =>
  plan.details.budget.length === 0
    ? []
    : [
        ...heading(voice, 'plan.budget'),
        ...asWritten(voice, [{ type: 'list', ordered: false, items: plan.details.budget }]),
      ];

export const contacts: Section = ({ plan }, { voice }) => {
  const { contactAgreement } = plan.details;
  if (!contactAgreement) return [];
  return [
    ...heading(voice, 'plan.contacts'),
    ...asWritten(voice, [{ type: 'paragraph', text: contactAgreement }]),
  ];
};

/** Places for the first review; what reviews found is printed apart and never changes the signed paper. */
export const review: Section = (_, { voice }) => [
  {
    type: 'keepTogether',
    blocks: [
      ...heading(voice, 'plan.review'),
      {
        type: 'blanks',
        rows: [
          { label: label(voice, 'plan.reviewDate') },
          { label: label(voice, 'plan.reviewPresent') },
          { label: label(voice, 'plan.reviewResult'), lines: 2 },
        ],
      },
    ],
  },
];

function stated(
  { plan, notice, consents, isMinor }: PlanContents,
  words: Words,
  { texts }: Said,
): string[] {
  const { interpretedIn, mediator } = plan.details;
  const language =
    interpretedIn && (words.languageName(interpretedIn) ?? texts.languageName(interpretedIn));
  return [
    words.say('plan.statementFree'),
    notice
      ? words.say('plan.statementNotice', {
          version: notice.version,
          date: texts.date(notice.givenOn),
        })
      : words.say('plan.statementPrivacy'),
    ...(consents.length > 0
      ? [
          words.say('plan.statementConsents', {
            list: consents.map((purpose) => words.say(`purpose.${purpose}`)).join('; '),
          }),
        ]
      : []),
    ...(language && mediator
      ? [words.say('plan.statementInterpreted', { language, interpreter: mediator })]
      : []),
    ...(isMinor ? [words.say('plan.statementMinor')] : []),
  ];
}

export const statements: Section = (contents, said) => {
  const { isMinor, plan } = contents;
  const { childOpinion } = plan.details;
  const isSigned = plan.state === 'signed';
  const opinion: Block[] = childOpinion
    ? asWritten(said.voice, [{ type: 'paragraph', style: 'quote', text: `«${childOpinion}»` }])
    : [{ type: 'blanks', rows: [{ label: '', lines: 2 }] }];
  return [
    ...heading(said.voice, 'plan.statements'),
    ...beside(said.voice, (words) =>
      stated(contents, words, said).map((text) => ({
        type: 'checklist',
        items: [{ checked: isSigned, text }],
      })),
    ),
    ...(isMinor ? opinion : []),
  ];
};

function places(contents: PlanContents, { voice }: Said): SignatureField[] {
  const { plan, person, isMinor, guardian } = contents;
  const { signature, details } = plan;
  if (signature) {
    return signature.signers.map(({ role, name }) => signatureField(voice, `role.${role}`, name));
  }
  const field = (role: string, name?: string) => signatureField(voice, `role.${role}`, name);
  return [
    field('person', listedName(officialName(person.names))),
    ...(isMinor || guardian ? [field('guardian', guardian)] : []),
    field('operator', details.operator),
    ...(details.mediator ? [field('mediator', details.mediator)] : []),
  ];
}

export const signatures: Section = (contents, said) => {
  const { signature } = contents.plan;
  const { voice, texts } = said;
  const signed = signature
    ? beside(voice, (words) => [
        {
          type: 'paragraph',
          style: 'small',
          text: [
            words.say('plan.signedOn', { date: texts.date(signature.signedOn) }),
            signature.place,
          ]
            .filter(Boolean)
            .join(' · '),
        },
      ])
    : [];
  return [...heading(voice, 'plan.signatures'), ...signed, signedAt(voice, places(contents, said))];
};

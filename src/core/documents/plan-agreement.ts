import type { Plan } from '#api/plans.ts';
import { listedName } from '#domain/names/person-name.ts';
import type { Block } from '#typesetting/document.ts';
import { heading, type Section } from './plan-section.ts';
import { officialName } from './stated-facts.ts';
import type { Texts } from './texts.ts';

/** Reviews that were held: they follow the signed text and never change it. */
function heldReviews({ reviews, details }: Plan, texts: Texts): Block[] {
  if (reviews.length === 0) return [];
  const statementOf = (goalKey: string) => {
    const number = details.goals.findIndex(({ key }) => key === goalKey) + 1;
    return texts.say('plan.goalNumber', { number });
  };
  return [
    { type: 'heading', level: 3, text: texts.say('plan.reviewsHeld') },
    {
      type: 'table',
      headerRows: 1,
      columns: [
        { header: texts.say('plan.reviewDate'), width: 2 },
        { header: texts.say('plan.reviewPresent'), width: 3 },
        { header: texts.say('plan.reviewOutcomes'), width: 5 },
        { header: texts.say('plan.reviewDecision'), width: 3 },
      ],
      rows: reviews.map(({ review }) => [
        texts.date(review.reviewedOn),
        review.present,
        [
          ...review.outcomes.map(({ goalKey, result, note }) => {
            const outcome = `${statementOf(goalKey)}: ${texts.label('goalResults', result)}`;
            return note ? `${outcome} (${note})` : outcome;
          }),
          review.note ?? '',
        ]
          .filter(Boolean)
          .join('; '),
        review.nextReviewOn
          ? `${texts.label('reviewDecisions', review.decision)} (${texts.date(review.nextReviewOn)})`
          : texts.label('reviewDecisions', review.decision),
      ]),
    },
  ];
}

export const review: Section = ({ plan }, texts) => [
  {
    type: 'keepTogether',
    blocks: [
      heading(texts, 'review'),
      ...heldReviews(plan, texts),
      ...(plan.closedOn
        ? []
        : [
            {
              type: 'blanks' as const,
              rows: [
                { label: texts.say('plan.reviewDate') },
                { label: texts.say('plan.reviewPresent') },
                { label: texts.say('plan.reviewResult'), lines: 3 },
              ],
            },
          ]),
    ],
  },
];

export const statements: Section = ({ plan, isMinor, notice }, texts) => {
  const { interpretedIn, mediator, childOpinion } = plan.details;
  const items = [
    texts.say('plan.statementFree'),
    notice
      ? texts.say('plan.statementNotice', {
          version: notice.version,
          date: texts.date(notice.givenOn),
        })
      : texts.say('plan.statementPrivacy'),
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
  const opinion: Block[] = childOpinion
    ? [{ type: 'paragraph', style: 'quote', text: `«${childOpinion}»` }]
    : [{ type: 'blanks', rows: [{ label: '', lines: 2 }] }];
  return [
    heading(texts, 'statements'),
    { type: 'checklist', items: items.map((text) => ({ checked: false, text })) },
    ...(isMinor ? opinion : []),
  ];
};

function signedLine({ signature }: Plan, texts: Texts): Block[] {
  if (!signature) return [];
  const { signedOn, signers, interpreter, interpretedIn } = signature;
  const names = signers.map(({ name, role }) => `${name} (${texts.label('signerRoles', role)})`);
  const parts = [
    texts.say('plan.signedBy', { date: texts.date(signedOn), names: names.join(', ') }),
    interpreter && interpretedIn
      ? texts.say('plan.signedInterpreted', {
          language: texts.languageName(interpretedIn),
          interpreter,
        })
      : '',
  ];
  return [{ type: 'paragraph', style: 'small', text: parts.filter(Boolean).join(' ') }];
}

export const signatures: Section = ({ plan, person, isMinor }, texts) => {
  const { operator, mediator, guardian } = plan.details;
  return [
    heading(texts, 'signatures'),
    ...signedLine(plan, texts),
    {
      type: 'signatures',
      placeAndDate: texts.say('plan.signPlaceAndDate'),
      fields: [
        { role: texts.say('plan.signPerson'), name: listedName(officialName(person.names)) },
        { role: texts.say('plan.signOperator'), name: operator },
        ...(mediator ? [{ role: texts.say('plan.signMediator'), name: mediator }] : []),
        ...(isMinor || guardian
          ? [{ role: texts.say('plan.signGuardian'), ...(guardian ? { name: guardian } : {}) }]
          : []),
      ],
    },
  ];
};

/*
 * How a signed plan stands today: what was done, what reviews found. The paper that was signed is never
 * printed otherwise than it was; what came after is a sheet of its own, which names the paper it belongs to.
 */
import type { Plan } from '#api/plans.ts';
import { officialName } from '#domain/names/official-name.ts';
import { listedName } from '#domain/names/person-name.ts';
import { asItStands } from '#domain/plans/review.ts';
import type { Block, TypesetDocument } from '#typesetting/document.ts';
import { framed } from '../frame.ts';
import type { Texts } from '../texts.ts';
import { goals } from './goals.ts';
import { planFoot } from './plan-document.ts';
import type { PlanContents, Said } from './section.ts';

function reviewRows({ reviews, details }: Plan, texts: Texts): string[][] {
  const numberOf = (goalKey: string) => details.goals.findIndex(({ key }) => key === goalKey) + 1;
  return reviews.map(({ review }) => [
    texts.date(review.reviewedOn),
    review.present,
    [
      ...review.outcomes.map(({ goalKey, result, note }) => {
        const goal = texts.say('planToday.goalNumber', { number: numberOf(goalKey) });
        const outcome = `${goal}: ${texts.label('goalResults', result)}`;
        return note ? `${outcome} (${note})` : outcome;
      }),
      review.note ?? '',
    ]
      .filter(Boolean)
      .join('\n'),
    [
      texts.label('reviewDecisions', review.decision),
      review.nextReviewOn && texts.date(review.nextReviewOn),
    ]
      .filter(Boolean)
      .join(', '),
  ]);
}

function reviewBlocks(plan: Plan, texts: Texts): Block[] {
  if (plan.reviews.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: texts.say('planToday.reviews') },
    {
      type: 'table',
      headerRows: 1,
      columns: [
        { header: texts.say('planToday.reviewDate'), width: 0.16 },
        { header: texts.say('planToday.reviewPresent'), width: 0.22 },
        { header: texts.say('planToday.reviewOutcomes'), width: 0.4 },
        { header: texts.say('planToday.reviewDecision'), width: 0.22 },
      ],
      rows: reviewRows(plan, texts),
    },
  ];
}

export function planTodayDocument(
  contents: PlanContents,
  { voice, texts }: Said,
  today: string,
): TypesetDocument {
  const { association, plan, person, isDemo } = contents;
  const details = asItStands(
    plan.details,
    plan.progress,
    plan.reviews.map(({ review }) => review),
  );
  const title = texts.say('planToday.title', { date: texts.date(today) });
  return framed({ language: 'it', title, association, texts, foot: planFoot(contents), isDemo }, [
    { type: 'heading', level: 1, text: title },
    {
      type: 'paragraph',
      text: [{ text: listedName(officialName(person.names)), bold: true }],
    },
    {
      type: 'paragraph',
      style: 'small',
      text: texts.say('planToday.lead', {
        version: plan.version,
        date: plan.signedOn ? texts.date(plan.signedOn) : '',
      }),
    },
    ...goals({ ...contents, plan: { ...plan, details } }, { voice: [voice[0]], texts }),
    ...reviewBlocks(plan, texts),
  ]);
}

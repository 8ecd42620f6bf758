import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './plan-changes.module.css';

/** Reviews that were held, newest first. */
export function ReviewList({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plans');
  const dates = useDates();
  const labels = useLabels();
  if (plan.reviews.length === 0) return null;
  const statementOf = (key: string) =>
    plan.details.goals.find((goal) => goal.key === key)?.statement ?? '';
  return (
    <Panel title={t('reviews.held')}>
      <ul className={classes.list}>
        {[...plan.reviews].reverse().map(({ id, review }) => (
          <li key={id} className={classes.item}>
            <strong>{dates.day(review.reviewedOn)}</strong>{' '}
            <Tag tone="calm">{labels.label('reviewDecisions', review.decision)}</Tag>{' '}
            {review.present}
            {review.nextReviewOn && (
              <> · {t('reviewOn', { date: dates.day(review.nextReviewOn) })}</>
            )}
            <ul className={classes.inner}>
              {review.outcomes.map(({ goalKey, result, note }) => (
                <li key={goalKey}>
                  <bdi dir="auto">{statementOf(goalKey)}</bdi>:{' '}
                  {labels.label('goalResults', result)}
                  {note && <bdi dir="auto"> ({note})</bdi>}
                </li>
              ))}
            </ul>
            {review.note && <p dir="auto">{review.note}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

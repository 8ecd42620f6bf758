import { useTranslation } from 'react-i18next';
import type { PlanGoal } from '#domain/plans/plan.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './plan-summary.module.css';

/** From where, how far, how it will be seen and by when; nothing where none of it was agreed. */
export function GoalMeasure({ goal }: { goal: PlanGoal }) {
  const { t } = useTranslation('plans');
  const dates = useDates();
  const parts = [
    [t('goalBaseline'), goal.baseline],
    [t('goalTarget'), goal.target],
    [t('goalIndicator'), goal.indicator],
    [t('goalByWhen'), goal.byWhen && dates.day(goal.byWhen)],
  ].filter(([, value]) => value);
  if (parts.length === 0) return null;
  return (
    <dl className={classes.measure}>
      {parts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi dir="auto">{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

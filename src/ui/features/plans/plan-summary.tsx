import { useTranslation } from 'react-i18next';
import type { PlanAction, PlanDetails } from '#domain/plans/plan.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Tag, type TagTone } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { GoalMeasure } from './goal-measure.tsx';
import classes from './plan-summary.module.css';

const tones: Record<PlanAction['state'], TagTone> = {
  toDo: 'neutral',
  doing: 'attention',
  done: 'good',
  dropped: 'neutral',
};

/** Priorities, goals and actions of a plan that no longer changes. */
export function PlanSummary({ details }: { details: PlanDetails }) {
  const { t } = useTranslation('plans');
  const labels = useLabels();
  return (
    <>
      {details.priorities.length > 0 && (
        <Panel title={t('priorities')}>
          <ul className={classes.priorities}>
            {details.priorities.map((priority) => (
              <li key={priority} dir="auto">
                {priority}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Commitments details={details} />
      {details.goals.length > 0 && (
        <Panel title={t('goalsTitle')}>
          {details.goals.map((goal) => (
            <section key={goal.key} className={classes.goal}>
              <h3 className={classes.statement}>
                <bdi dir="auto">{goal.statement}</bdi>{' '}
                <Tag tone="calm">{labels.label('lifeDomains', goal.domain)}</Tag>
              </h3>
              <GoalMeasure goal={goal} />
              <ul className={classes.actions}>
                {goal.actions.map((action) => (
                  <ActionLine key={action.key} action={action} />
                ))}
              </ul>
            </section>
          ))}
        </Panel>
      )}
    </>
  );
}

function Commitments({ details }: { details: PlanDetails }) {
  const { t } = useTranslation('plans');
  const sides = (['personResponsibilities', 'associationCommitments'] as const).filter(
    (side) => details[side].length > 0,
  );
  if (sides.length === 0) return null;
  return (
    <Panel title={t('commitments')}>
      {sides.map((side) => (
        <section key={side}>
          <h3 className={classes.statement}>{t(side)}</h3>
          <ul className={classes.priorities}>
            {details[side].map((one) => (
              <li key={one} dir="auto">
                {one}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

function ActionLine({ action }: { action: PlanAction }) {
  const dates = useDates();
  const labels = useLabels();
  const who = action.organisation ?? labels.label('responsibles', action.responsible);
  return (
    <li>
      <bdi dir="auto">{action.what}</bdi>
      <span className={classes.who}>
        {who}
        {action.byWhen && ` · ${dates.day(action.byWhen)}`}
      </span>
      <Tag tone={tones[action.state]}>{labels.label('actionStates', action.state)}</Tag>
    </li>
  );
}

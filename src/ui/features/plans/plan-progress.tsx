import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconLink, IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import { actionStates, type PlanAction, type PlanDetails } from '#domain/plans/plan.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { ActionProgressDialog } from './action-progress-dialog.tsx';
import { GoalMeasure } from './goal-measure.tsx';
import classes from './plan-summary.module.css';
import { type ActionLinks, useActionLinks } from './use-action-links.ts';

/** Actions of a signed plan, and how far each has come: one choice, saved at once. */
export function PlanProgress({ plan, standing }: { plan: Plan; standing: PlanDetails }) {
  const { t } = useTranslation('plans');
  const labels = useLabels();
  const links = useActionLinks(plan.personId);
  return (
    <Panel title={t('goalsTitle')} hint={t('progressHint')}>
      {standing.goals.map((goal) => (
        <section key={goal.key} className={classes.goal}>
          <h3 className={classes.statement}>
            <bdi dir="auto">{goal.statement}</bdi>{' '}
            <Tag tone="calm">{labels.label('lifeDomains', goal.domain)}</Tag>{' '}
            {goal.result !== 'notStarted' && (
              <Tag tone={goal.result === 'reached' ? 'good' : 'neutral'}>
                {labels.label('goalResults', goal.result)}
              </Tag>
            )}
          </h3>
          <GoalMeasure goal={goal} />
          <ul className={classes.actions}>
            {goal.actions.map((action) => (
              <ActionLine
                key={action.key}
                plan={plan}
                goalKey={goal.key}
                action={action}
                links={links}
              />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

interface ActionLineProps {
  plan: Plan;
  goalKey: string;
  action: PlanAction;
  links: ActionLinks;
}

function ActionLine({ plan, goalKey, action, links }: ActionLineProps) {
  const { t } = useTranslation('plans');
  const dates = useDates();
  const labels = useLabels();
  const { today } = useSession();
  const [asked, setAsked] = useState<{ state?: PlanAction['state'] }>();
  const record = useMutation({
    mutationFn: (state: PlanAction['state']) =>
      vault.plans.recordProgress({
        id: plan.id,
        progress: {
          goalKey,
          actionKey: action.key,
          state,
          ...(state === 'done' ? { doneOn: today } : {}),
          // What is left out is not kept.
          ...(action.linked ? { linked: action.linked } : {}),
        },
      }),
  });
  const who = action.organisation ?? labels.label('responsibles', action.responsible);
  const linked = links.labelOf(action.linked);
  const isOpen = action.state === 'toDo' || action.state === 'doing';
  const isLate = isOpen && action.byWhen !== undefined && action.byWhen < today;
  return (
    <li>
      <span>
        <bdi dir="auto">{action.what}</bdi> {isLate && <Tag tone="attention">{t('late')}</Tag>}
        {linked && (
          <span className={classes.linked}>
            <IconLink size={16} aria-hidden /> {linked}
          </span>
        )}
        {action.state === 'dropped' && action.droppedWhy && (
          <span className={classes.linked} dir="auto">
            {action.droppedWhy}
          </span>
        )}
        <ErrorNotice error={record.error} />
      </span>
      <span className={classes.who}>
        {who}
        {action.doneOn
          ? ` · ${t('doneOn', { date: dates.day(action.doneOn) })}`
          : action.byWhen && ` · ${dates.day(action.byWhen)}`}
      </span>
      <span className={classes.progress}>
        <NativeSelect
          aria-label={t('stateOf', { action: action.what })}
          data={choicesOf(actionStates, 'actionStates', labels.label)}
          value={action.state}
          disabled={record.isPending}
          onChange={(event) => {
            const state = actionStates.find((one) => one === event.currentTarget.value);
            // Why it was left is part of it.
            if (state === 'dropped') setAsked({ state });
            else if (state) record.mutate(state);
          }}
        />
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('progressOf', { action: action.what })}
          title={t('progressTitle')}
          onClick={() => setAsked({})}
        >
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
      </span>
      {asked && (
        <ActionProgressDialog
          plan={plan}
          goalKey={goalKey}
          action={action}
          state={asked.state}
          links={links}
          onClose={() => setAsked(undefined)}
        />
      )}
    </li>
  );
}

import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '#ui/components/panel.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { type GoalDraft, newGoal } from './plan-draft.ts';
import { PlanGoalFields } from './plan-goal-fields.tsx';
import type { ActionLinks } from './use-action-links.ts';

interface PlanGoalsProps {
  goals: GoalDraft[];
  showsProblems: boolean;
  links: ActionLinks;
  nextNumber: () => number;
  asksResult: boolean;
  onChange: (goals: GoalDraft[]) => void;
}

const mostGoals = 12;

export function PlanGoals({ goals, onChange, ...rest }: PlanGoalsProps) {
  const { t } = useTranslation('plans');
  const labels = useLabels();
  const domains = labels.choices('lifeDomains');
  const add = () => onChange([...goals, newGoal(rest.nextNumber, domains[0]?.value ?? 'LEG')]);
  return (
    <Panel title={t('goalsTitle')} hint={t('goalsHint')}>
      <Stack gap="md">
        {goals.map((goal, index) => (
          <PlanGoalFields
            key={goal.key}
            goal={goal}
            number={index + 1}
            domains={domains}
            {...rest}
            onChange={(part) =>
              onChange(goals.map((one) => (one.key === goal.key ? { ...one, ...part } : one)))
            }
            onRemove={() => onChange(goals.filter((one) => one.key !== goal.key))}
          />
        ))}
        {goals.length < mostGoals && (
          <div>
            <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
              {t('addGoal')}
            </Button>
          </div>
        )}
      </Stack>
    </Panel>
  );
}

import { ActionIcon, Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { goalResults } from '#domain/plans/plan.ts';
import { goalAdvice } from '#domain/plans/smart-check.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { type Choice, choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { PlanActionFields } from './plan-action-fields.tsx';
import { type GoalDraft, newAction } from './plan-draft.ts';
import classes from './plan-page.module.css';
import type { ActionLinks } from './use-action-links.ts';

interface PlanGoalFieldsProps {
  goal: GoalDraft;
  number: number;
  domains: Choice[];
  showsProblems: boolean;
  links: ActionLinks;
  nextNumber: () => number;
  /** From the second version on, what became of a goal so far is asked too. */
  asksResult: boolean;
  onChange: (part: Partial<GoalDraft>) => void;
  onRemove: () => void;
}

export function PlanGoalFields(props: PlanGoalFieldsProps) {
  const { goal, number, showsProblems, onChange } = props;
  const { t } = useTranslation('plans');
  const isWordless = goal.statement.trim() === '';
  return (
    <section className={classes.goal} aria-label={t('goal', { number })}>
      <div className={classes.goalHead}>
        <h3 className={classes.goalTitle}>{t('goal', { number })}</h3>
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          aria-label={t('removeGoal', { number })}
          onClick={props.onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.goalFields}>
        <Textarea
          label={t('goalStatement')}
          dir="auto"
          autosize
          minRows={1}
          maxRows={4}
          maxLength={400}
          value={goal.statement}
          error={showsProblems && isWordless ? t('goalNeeded') : undefined}
          onChange={(event) => onChange({ statement: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('goalArea')}
          data={props.domains}
          value={goal.domain}
          onChange={(event) => onChange({ domain: event.currentTarget.value })}
        />
        <TextInput
          label={t('goalIndicator')}
          dir="auto"
          maxLength={240}
          value={goal.indicator}
          onChange={(event) => onChange({ indicator: event.currentTarget.value })}
        />
        <TextInput
          label={t('goalTarget')}
          placeholder={t('goalTargetExample')}
          dir="auto"
          maxLength={240}
          value={goal.target ?? ''}
          onChange={(event) => onChange({ target: event.currentTarget.value })}
        />
        <TextInput
          label={t('goalBaseline')}
          placeholder={t('goalBaselineExample')}
          dir="auto"
          maxLength={240}
          value={goal.baseline ?? ''}
          onChange={(event) => onChange({ baseline: event.currentTarget.value })}
        />
        <DateField
          label={t('goalByWhen')}
          value={goal.byWhen}
          onChange={(byWhen) => onChange({ byWhen })}
        />
        <TextInput
          label={t('goalWhy')}
          dir="auto"
          maxLength={400}
          value={goal.whyItMatters}
          onChange={(event) => onChange({ whyItMatters: event.currentTarget.value })}
        />
        {props.asksResult && <GoalResultFields goal={goal} onChange={onChange} />}
      </div>
      <GoalAdviceLine goal={goal} />
      <fieldset className={classes.actions}>
        <legend>{t('actions')}</legend>
        {goal.actions.map((action, index) => (
          <PlanActionFields
            key={action.key}
            action={action}
            number={index + 1}
            showsProblems={showsProblems}
            links={props.links}
            onChange={(part) =>
              onChange({
                actions: goal.actions.map((one) =>
                  one.key === action.key ? { ...one, ...part } : one,
                ),
              })
            }
            onRemove={() =>
              onChange({ actions: goal.actions.filter((one) => one.key !== action.key) })
            }
          />
        ))}
        <div>
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onChange({ actions: [...goal.actions, newAction(props.nextNumber())] })}
          >
            {t('addAction')}
          </Button>
        </div>
      </fieldset>
    </section>
  );
}

type GoalResultFieldsProps = Pick<PlanGoalFieldsProps, 'goal' | 'onChange'>;

function GoalResultFields({ goal, onChange }: GoalResultFieldsProps) {
  const { t } = useTranslation('plans');
  const { label } = useLabels();
  return (
    <>
      <NativeSelect
        label={t('goalResult')}
        data={choicesOf(goalResults, 'goalResults', label)}
        value={goal.result}
        onChange={(event) => {
          const result = goalResults.find((one) => one === event.currentTarget.value);
          if (result) onChange({ result });
        }}
      />
      <TextInput
        label={t(goal.result === 'dropped' ? 'goalDroppedWhy' : 'goalResultWhy')}
        dir="auto"
        maxLength={400}
        value={goal.resultWhy}
        onChange={(event) => onChange({ resultWhy: event.currentTarget.value })}
      />
    </>
  );
}

/** Advice, never an obstacle. */
function GoalAdviceLine({ goal }: { goal: GoalDraft }) {
  const { t } = useTranslation('plans');
  const advice = goalAdvice(goal);
  if (advice.length === 0) return null;
  return (
    <p className={classes.advice} role="status">
      {advice.map((one) => t(`advice.${one}`)).join(' ')}
    </p>
  );
}

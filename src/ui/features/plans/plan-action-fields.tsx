import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { actionStates, responsibles } from '#domain/plans/plan.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { type ActionDraft, isWordless } from './plan-draft.ts';
import classes from './plan-page.module.css';

interface PlanActionFieldsProps {
  action: ActionDraft;
  number: number;
  showsProblems: boolean;
  onChange: (part: Partial<ActionDraft>) => void;
  onRemove: () => void;
}

export function PlanActionFields(props: PlanActionFieldsProps) {
  const { action, number, showsProblems, onChange } = props;
  const { t } = useTranslation('plans');
  const { label } = useLabels();
  return (
    <fieldset className={classes.action} aria-label={t('action', { number })}>
      <TextInput
        label={t('actionWhat')}
        dir="auto"
        maxLength={300}
        value={action.what}
        error={showsProblems && isWordless(action) ? t('actionNeeded') : undefined}
        onChange={(event) => onChange({ what: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('actionWho')}
        data={choicesOf(responsibles, 'responsibles', label)}
        value={action.responsible}
        onChange={(event) => {
          const responsible = responsibles.find((one) => one === event.currentTarget.value);
          if (responsible) onChange({ responsible });
        }}
      />
      <DateField
        label={t('actionByWhen')}
        value={action.byWhen}
        onChange={(byWhen) => onChange({ byWhen })}
      />
      <NativeSelect
        label={t('actionState')}
        data={choicesOf(actionStates, 'actionStates', label)}
        value={action.state}
        onChange={(event) => {
          const state = actionStates.find((one) => one === event.currentTarget.value);
          if (state) onChange({ state });
        }}
      />
      <ActionIcon
        className={classes.removeAction}
        variant="subtle"
        color="red"
        size="lg"
        aria-label={t('removeAction', { number })}
        onClick={props.onRemove}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      {action.responsible === 'organisation' && (
        <TextInput
          className={classes.organisation}
          label={t('actionOrganisation')}
          dir="auto"
          maxLength={160}
          value={action.organisation}
          onChange={(event) => onChange({ organisation: event.currentTarget.value })}
        />
      )}
    </fieldset>
  );
}

import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import { actionStates, type PlanAction } from '#domain/plans/plan.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { ActionLinkField } from './action-link-field.tsx';
import type { ActionLinks } from './use-action-links.ts';

interface ActionProgressDialogProps {
  plan: Plan;
  goalKey: string;
  action: PlanAction;
  /** The state that was just chosen and asks for more. */
  state?: PlanAction['state'] | undefined;
  links: ActionLinks;
  onClose: () => void;
}

interface ProgressDraft {
  state: PlanAction['state'];
  doneOn: string | undefined;
  droppedWhy: string;
  linked: PlanAction['linked'];
}

/** How far an action has come, since when or why not, and what was done for it. */
export function ActionProgressDialog(props: ActionProgressDialogProps) {
  const { plan, goalKey, action, links, onClose } = props;
  const { t } = useTranslation('plans');
  const { label } = useLabels();
  const { today } = useSession();
  const { values, change, kept, forget } = useKeptForm<ProgressDraft>({
    form: 'planProgress',
    subjectId: `${plan.id}:${goalKey}:${action.key}`,
    personId: plan.personId,
    start: {
      state: props.state ?? action.state,
      doneOn: action.doneOn,
      droppedWhy: action.droppedWhy ?? '',
      linked: action.linked,
    },
  });
  const { state, doneOn, droppedWhy, linked } = values;
  const close = () => {
    forget();
    onClose();
  };
  const record = useMutation({
    mutationFn: () =>
      vault.plans.recordProgress({
        id: plan.id,
        progress: {
          goalKey,
          actionKey: action.key,
          state,
          ...(state === 'done' ? { doneOn: doneOn ?? today } : {}),
          ...(state === 'dropped' ? { droppedWhy } : {}),
          ...(linked ? { linked } : {}),
        },
      }),
    onSuccess: () => {
      notifyDone(t('progressSaved'));
      close();
    },
  });
  return (
    <FormDialog
      title={t('progressTitle')}
      onClose={onClose}
      onCancel={close}
      onSubmit={() => record.mutate()}
      error={record.error}
      isSaving={record.isPending}
      isComplete={state !== 'dropped' || droppedWhy.trim() !== ''}
      kept={kept}
    >
      <Text>
        <bdi dir="auto">{action.what}</bdi>
      </Text>
      <NativeSelect
        label={t('actionState')}
        data={choicesOf(actionStates, 'actionStates', label)}
        value={state}
        onChange={(event) => {
          const chosen = actionStates.find((one) => one === event.currentTarget.value);
          if (chosen) change({ state: chosen });
        }}
      />
      {state === 'done' && (
        <DateField
          label={t('actionDoneOn')}
          value={doneOn ?? today}
          onChange={(day) => change({ doneOn: day })}
        />
      )}
      {state === 'dropped' && (
        <TextInput
          label={t('actionDroppedWhy')}
          required
          data-autofocus
          dir="auto"
          maxLength={240}
          value={droppedWhy}
          onChange={(event) => change({ droppedWhy: event.currentTarget.value })}
        />
      )}
      <ActionLinkField
        links={links}
        linked={linked}
        onChange={(chosen) => change({ linked: chosen })}
      />
    </FormDialog>
  );
}

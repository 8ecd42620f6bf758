import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { actionStates, responsibles } from '#domain/plans/plan.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { Folded } from '#ui/components/folded.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { ActionLinkField } from './action-link-field.tsx';
import { type ActionDraft, isWordless } from './plan-draft.ts';
import classes from './plan-page.module.css';
import type { ActionLinks } from './use-action-links.ts';

interface PlanActionFieldsProps {
  action: ActionDraft;
  number: number;
  showsProblems: boolean;
  /** What an action can point to. */
  links: ActionLinks;
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
      <PlanActionMore action={action} links={props.links} onChange={onChange} />
    </fieldset>
  );
}

type PlanActionMoreProps = Pick<PlanActionFieldsProps, 'action' | 'links' | 'onChange'>;

/** What only some actions have. */
function PlanActionMore({ action, links, onChange }: PlanActionMoreProps) {
  const { t } = useTranslation(['plans', 'common']);
  const hasMore = action.documents !== '' || action.linked !== undefined;
  return (
    <div className={classes.more}>
      {action.responsible === 'organisation' && (
        <TextInput
          label={t('actionOrganisation')}
          dir="auto"
          maxLength={160}
          value={action.organisation}
          onChange={(event) => onChange({ organisation: event.currentTarget.value })}
        />
      )}
      {action.state === 'done' && (
        <DateField
          label={t('actionDoneOn')}
          value={action.doneOn}
          onChange={(doneOn) => onChange({ doneOn })}
        />
      )}
      {action.state === 'dropped' && (
        <TextInput
          label={t('actionDroppedWhy')}
          dir="auto"
          maxLength={240}
          value={action.droppedWhy}
          onChange={(event) => onChange({ droppedWhy: event.currentTarget.value })}
        />
      )}
      <Folded label={t('actionMore')} startsOpen={hasMore}>
        <div className={classes.two}>
          <TextInput
            label={t('actionDocuments')}
            dir="auto"
            maxLength={240}
            value={action.documents}
            onChange={(event) => onChange({ documents: event.currentTarget.value })}
          />
          <ActionLinkField
            links={links}
            linked={action.linked}
            onChange={(linked) => onChange({ linked })}
          />
        </div>
      </Folded>
    </div>
  );
}

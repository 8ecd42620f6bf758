import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '#ui/components/date-field.tsx';
import classes from '#ui/components/form-grid.module.css';
import { Panel } from '#ui/components/panel.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import type { PlanDraft } from './plan-draft.ts';

interface PlanFrameFieldsProps {
  draft: PlanDraft;
  onChange: (part: Partial<PlanDraft>) => void;
}

export function PlanFrameFields({ draft, onChange }: PlanFrameFieldsProps) {
  const { t } = useTranslation(['plans', 'common']);
  const labels = useLabels();
  return (
    <Panel title={t('frame')}>
      <div className={classes.two}>
        <TextInput
          label={t('operator')}
          maxLength={120}
          value={draft.operator}
          onChange={(event) => onChange({ operator: event.currentTarget.value })}
        />
        <DateField
          label={t('madeOnField')}
          required
          value={draft.madeOn}
          onChange={(madeOn) => onChange({ madeOn })}
        />
        <TextInput
          label={t('mediator')}
          maxLength={120}
          value={draft.mediator}
          onChange={(event) => onChange({ mediator: event.currentTarget.value })}
        />
        <DateField
          label={t('reviewOnField')}
          value={draft.reviewOn}
          onChange={(reviewOn) => onChange({ reviewOn })}
        />
        <Select
          label={t('interpretedIn')}
          description={t('interpretedInHint')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
          limit={40}
          nothingFoundMessage={t('common:forms.nothingFound')}
          data={labels.languages}
          value={draft.interpretedIn}
          onChange={(interpretedIn) => onChange({ interpretedIn })}
        />
        <TextInput
          label={t('contactAgreement')}
          description={t('contactAgreementHint')}
          dir="auto"
          maxLength={200}
          value={draft.contactAgreement}
          onChange={(event) => onChange({ contactAgreement: event.currentTarget.value })}
        />
      </div>
    </Panel>
  );
}

import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '#ui/components/date-field.tsx';
import classes from '#ui/components/form-grid.module.css';
import { LanguageField } from '#ui/components/language-field.tsx';
import { Panel } from '#ui/components/panel.tsx';
import type { PlanDraft } from './plan-draft.ts';

interface PlanFrameFieldsProps {
  draft: PlanDraft;
  onChange: (part: Partial<PlanDraft>) => void;
}

export function PlanFrameFields({ draft, onChange }: PlanFrameFieldsProps) {
  const { t } = useTranslation('plans');
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
        <Switch
          className={classes.wide}
          label={t('isInterpreted')}
          description={t('isInterpretedHint')}
          checked={draft.isInterpreted}
          onChange={(event) => onChange({ isInterpreted: event.currentTarget.checked })}
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
        <LanguageField
          label={t('interpretedIn')}
          description={t('interpretedInHint')}
          value={draft.interpretedIn ?? undefined}
          onChange={(language) => onChange({ interpretedIn: language ?? null })}
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

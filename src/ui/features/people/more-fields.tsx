import { Group, NativeSelect, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { urgencies } from '#domain/referrals/referral.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { NoteField, RequestField } from './note-field.tsx';
import type { PersonDraft } from './person-draft.ts';
import classes from './person-form.module.css';

interface MoreFieldsProps {
  draft: PersonDraft;
  onChange: (part: Partial<PersonDraft>) => void;
}

/** What can wait: folded while somebody is being registered. */
export function MoreFields({ draft, onChange }: MoreFieldsProps) {
  const { t } = useTranslation(['people', 'common']);
  const labels = useLabels();
  return (
    <details className={classes.more}>
      <summary>{t('form.more')}</summary>
      <Stack gap="lg" mt="md">
        <Select
          label={t('form.legalStatus')}
          placeholder={t('common:forms.chooseOne')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
          nothingFoundMessage={t('common:forms.nothingFound')}
          data={labels.choices('legalStatuses')}
          value={draft.legalStatus}
          onChange={(legalStatus) => onChange({ legalStatus })}
        />
        <Group gap="sm" align="flex-start" wrap="nowrap">
          <Select
            className={classes.grow}
            label={t('form.receptionType')}
            placeholder={t('common:forms.chooseOne')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
            nothingFoundMessage={t('common:forms.nothingFound')}
            data={labels.choices('receptionTypes')}
            value={draft.receptionType}
            onChange={(receptionType) => onChange({ receptionType })}
          />
          {draft.receptionType && (
            <DateField
              label={t('form.receptionExit')}
              value={draft.receptionExit}
              onChange={(receptionExit) => onChange({ receptionExit })}
            />
          )}
        </Group>
        <TextInput
          label={t('form.address')}
          dir="auto"
          maxLength={200}
          autoComplete="off"
          value={draft.address}
          onChange={(event) => onChange({ address: event.currentTarget.value })}
        />
        <RequestField draft={draft} onChange={onChange} />
        <NativeSelect
          label={t('form.urgency')}
          data={[{ value: '', label: '' }, ...choicesOf(urgencies, 'urgencies', labels.label)]}
          value={draft.urgency ?? ''}
          onChange={(event) => {
            const urgency = urgencies.find((one) => one === event.currentTarget.value);
            onChange({ urgency: urgency ?? null });
          }}
        />
        <NoteField draft={draft} onChange={onChange} />
      </Stack>
    </details>
  );
}

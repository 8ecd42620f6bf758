import { Select, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PrivacyNotice } from '#domain/consents/privacy-notice.ts';
import { Folded } from '#ui/components/folded.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import type { ConsentDraft } from './consent-draft.ts';

interface ConsentMoreFieldsProps {
  draft: ConsentDraft;
  /** The privacy notice the person was given last; the consent refers to it. */
  notice: PrivacyNotice | undefined;
  onChange: (part: Partial<ConsentDraft>) => void;
}

export function ConsentMoreFields({ draft, notice, onChange }: ConsentMoreFieldsProps) {
  const { t } = useTranslation(['consents', 'common']);
  const labels = useLabels();
  const dates = useDates();
  return (
    <Folded label={t('more')}>
      <div className={formClasses.two}>
        <Select
          label={t('language')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
          limit={40}
          nothingFoundMessage={t('common:forms.nothingFound')}
          data={labels.languages}
          value={draft.language ?? null}
          onChange={(language) => onChange({ language: language ?? undefined })}
        />
        <TextInput
          label={t('interpreter')}
          maxLength={120}
          value={draft.interpreter}
          onChange={(event) => onChange({ interpreter: event.currentTarget.value })}
        />
        <Textarea
          className={formClasses.wide}
          label={t('scope')}
          description={t('scopeHint')}
          dir="auto"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={600}
          value={draft.scope}
          onChange={(event) => onChange({ scope: event.currentTarget.value })}
        />
      </div>
      <Text size="sm" mt="xs">
        {notice
          ? t('withNotice', { version: notice.version, date: dates.day(notice.givenOn) })
          : t('withoutNotice')}
      </Text>
    </Folded>
  );
}

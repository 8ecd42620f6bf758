import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PrivacyNotice } from '#domain/consents/privacy-notice.ts';
import { Folded } from '#ui/components/folded.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { LanguageField } from '#ui/components/language-field.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import type { ConsentDraft } from './consent-draft.ts';

interface ConsentMoreFieldsProps {
  draft: ConsentDraft;
  usualBasis: string;
  /** The privacy notice the person was given last; the consent refers to it. */
  notice: PrivacyNotice | undefined;
  onChange: (part: Partial<ConsentDraft>) => void;
}

export function ConsentMoreFields({ draft, usualBasis, notice, onChange }: ConsentMoreFieldsProps) {
  const { t } = useTranslation('consents');
  const dates = useDates();
  const labels = useLabels();
  return (
    <Folded label={t('more')}>
      <div className={formClasses.two}>
        <LanguageField
          label={t('language')}
          value={draft.language}
          onChange={(language) => onChange({ language })}
        />
        <TextInput
          label={t('interpreter')}
          maxLength={120}
          value={draft.interpreter}
          onChange={(event) => onChange({ interpreter: event.currentTarget.value })}
        />
        <NativeSelect
          className={formClasses.wide}
          label={t('legalBasis')}
          description={t('legalBasisHint')}
          data={labels.choices('legalBases')}
          value={draft.legalBasis || usualBasis}
          onChange={(event) => onChange({ legalBasis: event.currentTarget.value })}
        />
        <LongTextField
          className={formClasses.wide}
          label={t('scope')}
          description={t('scopeHint')}
          maxLength={600}
          value={draft.scope}
          onChange={(scope) => onChange({ scope })}
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

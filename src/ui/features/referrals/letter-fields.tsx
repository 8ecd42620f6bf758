import { Checkbox, NativeSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LetterTemplateSummary } from '#api/letters.ts';
import { type LetterLanguage, letterLanguages } from '#domain/letters/letter-template.ts';
import { useSession } from '#ui/app/session.tsx';
import gridClasses from '#ui/components/form-grid.module.css';
import { OrganisationField } from '../directory/organisation-field.tsx';
import {
  inConfidence,
  inLanguage,
  type LetterDraft,
  withTemplate,
  wordsIn,
} from './letter-draft.ts';
import { LetterFactFields } from './letter-fact-fields.tsx';
import { LetterWordFields } from './letter-word-fields.tsx';

export interface LetterFieldsProps {
  /** Absent while a letter is written for several people. */
  personId?: string | undefined;
  draft: LetterDraft;
  templates: LetterTemplateSummary[];
  onReplace: (draft: LetterDraft) => void;
  onChange: (part: Partial<LetterDraft>) => void;
  /** The office was chosen before. */
  hasSettledOffice: boolean;
  onOffice: (organisationId: string | null) => void;
}

export function LetterFields(props: LetterFieldsProps) {
  const { draft, templates, onReplace } = props;
  const { t } = useTranslation(['letters', 'common']);
  const { today } = useSession();
  return (
    <Stack gap="md">
      <Select
        label={t('template')}
        placeholder={t('templateHint')}
        searchable
        data-autofocus
        nothingFoundMessage={t('common:forms.nothingFound')}
        data={templates.map((one) => ({ value: one.code, label: one.title }))}
        value={draft.template?.code ?? null}
        onChange={(code) => {
          const template = templates.find((one) => one.code === code);
          if (template) onReplace(withTemplate(draft, template, today));
        }}
      />
      {draft.template && <LetterOfTemplate {...props} template={draft.template} />}
    </Stack>
  );
}

interface LetterOfTemplateProps extends LetterFieldsProps {
  template: LetterTemplateSummary;
}

function LetterOfTemplate(props: LetterOfTemplateProps) {
  const { draft, template, onChange, onOffice, onReplace, hasSettledOffice } = props;
  const { t } = useTranslation('letters');
  const languages = letterLanguages.filter((language) => template.texts[language]);
  const isForOffice = template.recipient === 'organisation';
  return (
    <>
      {template.identity === 'code' && <Text size="sm">{t('codeInsteadOfName')}</Text>}
      {languages.length > 1 && (
        <LanguageField
          languages={languages}
          value={draft.language}
          isRead={wordsIn(template, draft.language).nativeRead}
          onChange={(language) => onReplace(inLanguage(draft, language))}
        />
      )}
      {isForOffice && !hasSettledOffice && (
        <OrganisationField
          key={template.code}
          label={t('office')}
          description={t('officeHint')}
          kinds={template.organisationKinds}
          value={draft.organisationId}
          onChange={onOffice}
        />
      )}
      {template.identity === 'either' && (
        <Checkbox
          label={t('confidential')}
          description={t('confidentialHint')}
          checked={draft.isConfidential ?? false}
          onChange={(event) => onReplace(inConfidence(draft, event.currentTarget.checked))}
        />
      )}
      {isForOffice && (
        <div className={gridClasses.two}>
          <TextInput
            label={t('attention')}
            maxLength={120}
            value={draft.attention}
            onChange={(event) => onChange({ attention: event.currentTarget.value })}
          />
          <WayField value={draft.way} onChange={(way) => onChange({ way })} />
        </div>
      )}
      <LetterFactFields
        personId={props.personId}
        draft={draft}
        template={template}
        onChange={onChange}
      />
      <LetterWordFields draft={draft} template={template} onChange={onChange} />
    </>
  );
}

interface LanguageFieldProps {
  languages: readonly LetterLanguage[];
  value: LetterLanguage;
  isRead: boolean;
  onChange: (language: LetterLanguage) => void;
}

function LanguageField({ languages, value, isRead, onChange }: LanguageFieldProps) {
  const { t } = useTranslation('letters');
  return (
    <NativeSelect
      label={t('language')}
      description={isRead || value === 'it' ? undefined : t('notReadByNative')}
      data={languages.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
      value={value}
      onChange={(event) => {
        const language = languages.find((one) => one === event.currentTarget.value);
        if (language) onChange(language);
      }}
    />
  );
}

interface WayFieldProps {
  value: LetterDraft['way'];
  onChange: (way: LetterDraft['way']) => void;
}

function WayField({ value, onChange }: WayFieldProps) {
  const { t } = useTranslation(['letters', 'vocabularies']);
  const ways = ['byHand', 'email', 'pec', 'post'] as const;
  return (
    <NativeSelect
      label={t('way')}
      data={[
        { value: '', label: t('wayNotSaid') },
        ...ways.map((way) => ({ value: way, label: t(`vocabularies:referralWays.${way}`) })),
      ]}
      value={value}
      onChange={(event) => onChange(ways.find((one) => one === event.currentTarget.value) ?? '')}
    />
  );
}

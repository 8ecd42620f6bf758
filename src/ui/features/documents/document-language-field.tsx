import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './document-language-field.module.css';
import { italianOnly, useDocumentLanguages } from './use-document-languages.ts';

interface DocumentLanguageFieldProps {
  value: string;
  /** The person's own language, of the register, when no document is in it. */
  lacking?: string | undefined;
  /** The document is in this language alone, not beside Italian. */
  isAlone?: boolean;
  onChange: (language: string) => void;
}

/** Which language stands beside Italian, and whether somebody who speaks it has read the words. */
export function DocumentLanguageField({
  value,
  lacking,
  isAlone,
  onChange,
}: DocumentLanguageFieldProps) {
  const { t } = useTranslation('documents');
  const { language: nameOf } = useLabels();
  const { data } = useDocumentLanguages();
  const languages = data?.languages ?? [];
  const chosen = languages.find(({ language }) => language === value);
  const isUnread = value !== italianOnly && chosen?.readByNativeSpeaker === false;
  return (
    <NativeSelect
      label={t(isAlone ? 'languageAlone' : 'languageBeside')}
      description={
        <>
          {lacking !== undefined && (
            <span className={classes.lacking}>{t('lacking', { language: nameOf(lacking) })}</span>
          )}
          {isUnread && t('notReadYet')}
        </>
      }
      data={languages
        .toSorted((a, b) => Number(b.language === italianOnly) - Number(a.language === italianOnly))
        .map(({ language, name }) => ({
          value: language,
          label: language === italianOnly && !isAlone ? t('italianOnly') : name,
        }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

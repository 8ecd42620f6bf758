import { ActionIcon, Checkbox, Fieldset, Group, NativeSelect, Select, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  cefrLevels,
  cefrSources,
  languageLevels,
  type PersonDetails,
} from '#domain/people/person.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import classes from './person-form.module.css';

type Languages = PersonDetails['languages'];

interface LanguagesFieldProps {
  languages: Languages;
  onChange: (languages: Languages) => void;
}

export function LanguagesField({ languages, onChange }: LanguagesFieldProps) {
  const { t } = useTranslation(['people', 'common']);
  const labels = useLabels();
  const known = new Set(languages.map((one) => one.language));
  const change = (code: string, part: Partial<Languages[number]>) =>
    onChange(languages.map((one) => (one.language === code ? { ...one, ...part } : one)));
  /** One at most: papers are made in one language. */
  const chooseForPapers = (code: string, isChosen: boolean) =>
    onChange(
      languages.map((one) => ({
        ...one,
        forPapers: isChosen && one.language === code ? true : undefined,
      })),
    );
  return (
    <Fieldset variant="unstyled" legend={t('form.languages')}>
      <Stack gap="xs">
        {languages.map((one) => {
          const name = labels.language(one.language);
          return (
            <Group key={one.language} gap="sm" className={classes.language}>
              <span className={classes.languageName}>{name}</span>
              <NativeSelect
                aria-label={`${t('form.languageLevel')}: ${name}`}
                data={choicesOf(languageLevels, 'languageLevels', labels.label)}
                value={one.level}
                onChange={(event) => {
                  const level = languageLevels.find((each) => each === event.currentTarget.value);
                  if (level) change(one.language, { level });
                }}
              />
              {one.level !== 'native' && (
                <CefrFields
                  language={name}
                  value={one.cefr}
                  onChange={(cefr) => change(one.language, { cefr })}
                />
              )}
              {(['reads', 'writes'] as const).map((skill) => (
                <Checkbox
                  key={skill}
                  label={t(`form.${skill}`)}
                  aria-label={`${t(`form.${skill}`)}: ${name}`}
                  checked={one[skill] ?? false}
                  onChange={(event) =>
                    change(one.language, { [skill]: event.currentTarget.checked })
                  }
                />
              ))}
              <Checkbox
                label={t('form.needsInterpreter')}
                checked={one.needsInterpreter}
                onChange={(event) =>
                  change(one.language, { needsInterpreter: event.currentTarget.checked })
                }
              />
              <Checkbox
                label={t('form.forPapers')}
                aria-label={`${t('form.forPapers')}: ${name}`}
                checked={one.forPapers ?? false}
                onChange={(event) => chooseForPapers(one.language, event.currentTarget.checked)}
              />
              <ActionIcon
                variant="subtle"
                color="red"
                size="lg"
                aria-label={t('form.removeLanguage', { language: name })}
                onClick={() => onChange(languages.filter((each) => each !== one))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          );
        })}
        <Select
          aria-label={t('form.languageAdd')}
          placeholder={t('form.languageAdd')}
          searchable
          limit={40}
          nothingFoundMessage={t('common:forms.nothingFound')}
          data={labels.languages.filter(({ value }) => !known.has(value))}
          value={null}
          // A new field for each language added: it forgets what was typed into it.
          key={languages.length}
          onChange={(language) => {
            if (language === null) return;
            const level = languages.length === 0 ? 'native' : 'good';
            onChange([...languages, { language, level, needsInterpreter: false }]);
          }}
        />
      </Stack>
    </Fieldset>
  );
}

type Cefr = Languages[number]['cefr'];

interface CefrFieldsProps {
  language: string;
  value: Cefr;
  onChange: (value: Cefr) => void;
}

/** The level that courses and funders ask for; on whose word, once there is one. */
function CefrFields({ language, value, onChange }: CefrFieldsProps) {
  const { t } = useTranslation('people');
  const { label } = useLabels();
  return (
    <>
      <NativeSelect
        aria-label={`${t('form.cefr')}: ${language}`}
        data={[
          { value: '', label: t('form.cefrNone') },
          ...choicesOf(cefrLevels, 'cefrLevels', label),
        ]}
        value={value?.level ?? ''}
        onChange={(event) => {
          const level = cefrLevels.find((one) => one === event.currentTarget.value);
          onChange(level && { level, source: value?.source ?? 'self' });
        }}
      />
      {value && (
        <NativeSelect
          aria-label={`${t('form.cefrSource')}: ${language}`}
          data={choicesOf(cefrSources, 'cefrSources', label)}
          value={value.source}
          onChange={(event) => {
            const source = cefrSources.find((one) => one === event.currentTarget.value);
            if (source) onChange({ ...value, source });
          }}
        />
      )}
    </>
  );
}

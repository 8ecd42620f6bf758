import { Button, Fieldset, Group, NativeSelect, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CodedField } from '#domain/imports/import-field.ts';
import { sexes } from '#domain/people/person.ts';
import { Panel } from '#ui/components/panel.tsx';
import { type Choice, choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import type { FileWords, ImportDraft } from './import-draft.ts';
import classes from './imports.module.css';

interface ChooseWordsProps {
  words: FileWords;
  draft: ImportDraft;
  isWorking: boolean;
  onChange: (draft: ImportDraft) => void;
  onBack: () => void;
  onNext: () => void;
}

const meanings = ['yearOnly', 'assigned', 'asWritten'] as const;

export function ChooseWords(props: ChooseWordsProps) {
  const { words, draft, isWorking, onChange, onBack, onNext } = props;
  const { t } = useTranslation('imports');
  const labels = useLabels();
  const choices: Record<CodedField, Choice[]> = {
    sex: choicesOf(sexes, 'sexes', labels.label),
    nationality: labels.countries,
    language: labels.languages,
    legalStatus: labels.choices('legalStatuses'),
    receptionType: labels.choices('receptionTypes'),
  };
  return (
    <Panel title={t('words.title')} hint={t('words.hint')}>
      <Stack gap="lg">
        {words.firstsOfJanuary > 0 && (
          <Radio.Group
            label={t('words.january', { count: words.firstsOfJanuary })}
            description={t('words.januaryHint')}
            value={draft.firstOfJanuary}
            onChange={(value) =>
              onChange({ ...draft, firstOfJanuary: value as ImportDraft['firstOfJanuary'] })
            }
          >
            <Group mt="xs" gap="lg">
              {meanings.map((meaning) => (
                <Radio key={meaning} value={meaning} label={t(`words.${meaning}`)} />
              ))}
            </Group>
          </Radio.Group>
        )}
        {words.fields.map(({ field, words: list }) => (
          <Fieldset key={field} legend={t(`fields.${field}`)}>
            <div className={classes.words}>
              {list.map(({ word, count }) => (
                <NativeSelect
                  key={word}
                  label={<bdi>{t('words.word', { word, times: count })}</bdi>}
                  value={draft.codes[field]?.[word] ?? ''}
                  onChange={(event) =>
                    onChange({
                      ...draft,
                      codes: {
                        ...draft.codes,
                        [field]: { ...draft.codes[field], [word]: event.currentTarget.value },
                      },
                    })
                  }
                  data={[{ value: '', label: t('words.nothing') }, ...choices[field]]}
                />
              ))}
            </div>
          </Fieldset>
        ))}
      </Stack>
      <Group justify="space-between" mt="lg">
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button onClick={onNext} loading={isWorking}>
          {t('next')}
        </Button>
      </Group>
    </Panel>
  );
}

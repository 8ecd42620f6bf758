import { Alert, Button, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract, OutputOf } from '#api/contract.ts';
import type { LetterLanguage } from '#domain/letters/letter-template.ts';
import { letterLanguages } from '#domain/letters/letter-template.ts';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import classes from '../referrals/letter-dialog.module.css';
import { TemplateActions } from './template-actions.tsx';
import { TemplateFields } from './template-fields.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { TemplateVersions } from './template-versions.tsx';

export type Template = OutputOf<Contract, 'letterTemplates.get'>;

interface TemplateEditorProps {
  code: string;
  template: Template;
}

/** Words on one side, the real letter about an invented person on the other. */
export function TemplateEditor({ code, template }: TemplateEditorProps) {
  const { t } = useTranslation(['letter-templates', 'letters', 'common']);
  const version = template.versions[0]?.version ?? 0;
  const { values, change, kept, forget } = useKeptForm({
    form: 'letterTemplate',
    subjectId: code,
    basis: version,
    start: { texts: template.texts, note: '' },
  });
  const { texts } = values;
  const [language, setLanguage] = useState<LetterLanguage>('it');
  // A version that is looked at takes the place of all words; its fields begin anew.
  const [looked, setLooked] = useState<{ version: number; times: number }>();
  const languages = letterLanguages.filter((one) => texts[one]);
  const text = texts[language] ?? texts.it;
  const isDirty = JSON.stringify(texts) !== JSON.stringify(template.texts);
  const replace = (next: Template['texts'], from?: number) => {
    change({ texts: next });
    setLooked((now) => ({ version: from ?? version, times: (now?.times ?? 0) + 1 }));
  };
  return (
    <DraftOffer draft={kept}>
      <UnsavedGuard isDirty={isDirty} isKeptAsDraft />
      <div className={classes.sides}>
        <Stack gap="md">
          {isDirty && (
            <Alert color="petrol" role="status">
              {t(looked && looked.version !== version ? 'lookedAt' : 'notSaved', {
                version: looked?.version,
              })}
              <Button
                mt="xs"
                size="compact-sm"
                variant="default"
                display="block"
                onClick={() => replace(template.texts)}
              >
                {t('dropChanges')}
              </Button>
            </Alert>
          )}
          {languages.length > 1 && (
            <NativeSelect
              label={t('letters:language')}
              data={languages.map((one) => ({ value: one, label: t(`letters:languages.${one}`) }))}
              value={language}
              onChange={(event) =>
                setLanguage(languages.find((one) => one === event.currentTarget.value) ?? 'it')
              }
            />
          )}
          <TemplateFields
            key={`${language} ${looked?.times ?? 0} ${kept.stage === 'offered'}`}
            text={text}
            marks={template.marks}
            onChange={(next) => change({ texts: { ...texts, [language]: next } })}
          />
        </Stack>
        <div className={classes.preview}>
          <TemplateActions
            code={code}
            texts={texts}
            note={values.note}
            isDirty={isDirty}
            onNote={(note) => change({ note })}
            onSaved={forget}
          />
          <TemplatePreview code={code} language={language} text={text} />
          <TemplateVersions
            code={code}
            versions={template.versions}
            isDirty={isDirty}
            onLook={replace}
          />
        </div>
      </div>
    </DraftOffer>
  );
}

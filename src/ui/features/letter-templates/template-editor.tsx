import { Button, Group, List, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract, OutputOf } from '#api/contract.ts';
import type { LetterLanguage, LetterText } from '#domain/letters/letter-template.ts';
import { letterLanguages } from '#domain/letters/letter-template.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { PdfPreview } from '../documents/pdf-preview.tsx';
import { useSaveFile } from '../documents/use-save-file.ts';
import classes from '../referrals/letter-dialog.module.css';
import { TemplateFields } from './template-fields.tsx';

type Template = OutputOf<Contract, 'letterTemplates.get'>;

interface TemplateEditorProps {
  code: string;
  template: Template;
}

/** Words on one side, the real letter about an invented person on the other. */
export function TemplateEditor({ code, template }: TemplateEditorProps) {
  const { t } = useTranslation(['letter-templates', 'letters']);
  const [texts, setTexts] = useState(template.texts);
  const [language, setLanguage] = useState<LetterLanguage>('it');
  const languages = letterLanguages.filter((one) => texts[one]);
  const text = texts[language] ?? texts.it;
  const isDirty = JSON.stringify(texts) !== JSON.stringify(template.texts);
  const preview = useMutation({
    mutationFn: (what: LetterText) =>
      vault.letterTemplates.preview({ code, language, text: cleaned(what) }),
  });
  return (
    <div className={classes.sides}>
      <UnsavedGuard isDirty={isDirty} />
      <Stack gap="md">
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
          key={language}
          text={text}
          marks={template.marks}
          onChange={(next) => setTexts((now) => ({ ...now, [language]: next }))}
        />
      </Stack>
      <div className={classes.preview}>
        <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate(text)}>
          {t('preview')}
        </Button>
        <ErrorNotice error={preview.error} />
        {preview.data && <PdfPreview bytes={preview.data.bytes} label={t('preview')} />}
        <TemplateActions code={code} texts={texts} isDirty={isDirty} />
        <TemplateVersions versions={template.versions} />
      </div>
    </div>
  );
}

/** Lines and paragraphs that are still empty are none. */
const cleaned = (text: LetterText): LetterText => ({
  ...text,
  paragraphs: text.paragraphs.filter((one) => one.text.trim() !== ''),
  attachments: text.attachments.filter((line) => line.trim() !== ''),
});

const cleanedTexts = ({ it, en, fr }: Template['texts']): Template['texts'] => ({
  it: cleaned(it),
  ...(en ? { en: cleaned(en) } : {}),
  ...(fr ? { fr: cleaned(fr) } : {}),
});

interface TemplateActionsProps {
  code: string;
  texts: Template['texts'];
  isDirty: boolean;
}

function TemplateActions({ code, texts, isDirty }: TemplateActionsProps) {
  const { t } = useTranslation('letter-templates');
  const [note, setNote] = useState('');
  const saving = useSaveFile();
  const save = useMutation({
    mutationFn: () => vault.letterTemplates.save({ code, texts: cleanedTexts(texts), note }),
    onSuccess: ({ version }) => notifyDone(t('saved', { version })),
  });
  const restore = useMutation({
    mutationFn: () => vault.letterTemplates.restore({ code }),
    onSuccess: () => notifyDone(t('restored')),
  });
  const take = useMutation({
    mutationFn: async () => {
      const { grants } = await vault.shell.chooseFiles({});
      const [grant] = grants;
      return grant === undefined ? null : vault.letterTemplates.import({ grant });
    },
    onSuccess: (taken) => taken && notifyDone(t('imported', taken)),
  });
  return (
    <Stack gap="sm">
      <TextInput
        label={t('note')}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ErrorNotice error={save.error ?? restore.error ?? take.error} />
      <Group gap="sm">
        <Button disabled={!isDirty} loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
        <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
          {t('restore')}
        </Button>
        <Button
          variant="default"
          loading={saving.isPending}
          onClick={() =>
            saving.mutate({
              suggestedName: `modello-${code.toLowerCase()}.json`,
              format: 'json',
              write: (grant) => vault.letterTemplates.export({ code, grant }),
            })
          }
        >
          {t('export')}
        </Button>
        <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
          {t('import')}
        </Button>
      </Group>
    </Stack>
  );
}

function TemplateVersions({ versions }: { versions: Template['versions'] }) {
  const { t } = useTranslation('letter-templates');
  const dates = useDates();
  return (
    <div>
      <Text fw={650}>{t('versions')}</Text>
      <List size="sm">
        {versions.map(({ version, isOwn, note, changedOn, changedBy }) => (
          <List.Item key={version}>
            {t(isOwn ? 'versionOwn' : 'versionOriginal', {
              version,
              date: dates.day(changedOn),
              name: changedBy,
              note: note ?? '',
            })}
          </List.Item>
        ))}
        <List.Item>{t('versionShipped')}</List.Item>
      </List>
    </div>
  );
}

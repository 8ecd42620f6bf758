import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonDraft } from './person-draft.ts';

interface NoteFieldProps {
  draft: PersonDraft;
  onChange: (part: Partial<PersonDraft>) => void;
}

export function NoteField({ draft, onChange }: NoteFieldProps) {
  const { t } = useTranslation('people');
  return (
    <Textarea
      label={t('form.note')}
      description={t('form.noteHint')}
      dir="auto"
      autosize
      minRows={2}
      maxRows={10}
      maxLength={2000}
      value={draft.note}
      onChange={(event) => onChange({ note: event.currentTarget.value })}
    />
  );
}

/** What they asked for when they came first: the first line of any plan. */
export function RequestField({ draft, onChange }: NoteFieldProps) {
  const { t } = useTranslation('people');
  return (
    <Textarea
      label={t('form.request')}
      description={t('form.requestHint')}
      dir="auto"
      autosize
      minRows={2}
      maxRows={6}
      maxLength={600}
      value={draft.request}
      onChange={(event) => onChange({ request: event.currentTarget.value })}
    />
  );
}

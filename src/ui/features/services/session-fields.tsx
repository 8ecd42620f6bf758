import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '#ui/components/date-field.tsx';
import classes from '#ui/components/form-grid.module.css';
import { TimeField } from '#ui/components/time-field.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import type { SessionDraft } from './session-draft.ts';

interface SessionFieldsProps {
  draft: SessionDraft;
  wasAsked: boolean;
  onChange: (part: Partial<SessionDraft>) => void;
}

export function SessionFields({ draft, wasAsked, onChange }: SessionFieldsProps) {
  const { t } = useTranslation(['sessions', 'common']);
  const { choices } = useLabels();
  const missing = (isMissing: boolean) =>
    wasAsked && isMissing ? t('common:forms.required') : undefined;
  const minutes = Number(draft.minutes);
  const isLength = draft.minutes === '' || (minutes >= 5 && minutes <= 720);
  const text = (name: 'place' | 'ledBy' | 'mediator', maxLength: number) => (
    <TextInput
      label={t(name)}
      dir="auto"
      maxLength={maxLength}
      value={draft[name] ?? ''}
      onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <Stack gap="md">
      <div className={classes.two}>
        <TextInput
          label={t('name')}
          placeholder={t('namePlaceholder')}
          dir="auto"
          maxLength={160}
          value={draft.title}
          error={missing(draft.title.trim() === '')}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('type')}
          data={[{ value: '', label: t('common:forms.chooseOne') }, ...choices('serviceTypes')]}
          value={draft.type ?? ''}
          error={missing(draft.type === undefined)}
          onChange={(event) => onChange({ type: event.currentTarget.value || undefined })}
        />
      </div>
      <div className={classes.three}>
        <DateField
          label={t('heldOn')}
          value={draft.heldOn}
          error={missing(draft.heldOn === undefined)}
          onChange={(heldOn) => onChange({ heldOn })}
        />
        <TimeField
          label={t('start')}
          value={draft.start}
          onChange={(start) => onChange({ start })}
        />
        <TextInput
          label={t('minutes')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={draft.minutes}
          error={isLength ? undefined : t('minutesInvalid')}
          onChange={(event) => onChange({ minutes: event.currentTarget.value })}
        />
      </div>
      <div className={classes.three}>
        {text('place', 160)}
        {text('ledBy', 120)}
        {text('mediator', 120)}
      </div>
      <Textarea
        label={t('note')}
        dir="auto"
        autosize
        minRows={1}
        maxRows={8}
        maxLength={2000}
        value={draft.note ?? ''}
        onChange={(event) => onChange({ note: event.currentTarget.value || undefined })}
      />
    </Stack>
  );
}

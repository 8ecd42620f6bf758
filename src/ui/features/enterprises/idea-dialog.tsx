import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '#api/enterprises.ts';
import type { IdeaDetails } from '#domain/enterprise/enterprise.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { MoneyField } from '#ui/components/money-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { filled } from './filled.ts';

type Draft = Partial<IdeaDetails>;

/** The idea sheet. */
export function IdeaDialog({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const { t } = useTranslation('enterprises');
  const { enrolmentId, personId, idea } = dossier;
  const { values, change, kept, forget } = useKeptForm<Draft>({
    form: 'idea',
    subjectId: enrolmentId,
    personId,
    start: idea ?? {},
  });
  const close = () => {
    forget();
    onClose();
  };
  const title = values.title?.trim() ?? '';
  const save = useMutation({
    mutationFn: () =>
      vault.enterprises.save({ enrolmentId, details: { ...filled(values), title } }),
    onSuccess: () => {
      notifyDone(t('idea.saved'));
      close();
    },
  });
  return (
    <FormDialog
      title={t('parts.idea')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => save.mutate()}
      error={save.error}
      isSaving={save.isPending}
      isComplete={title !== ''}
    >
      <div className={grid.two}>
        <Line name="title" max={120} isRequired draft={values} onChange={change} />
        <Line name="town" max={80} draft={values} onChange={change} />
      </div>
      <LongTextField
        label={t('idea.idea')}
        description={t('idea.ideaHint')}
        maxLength={1500}
        value={values.idea}
        onChange={(text) => change({ idea: text })}
      />
      <LongTextField
        label={t('idea.experience')}
        maxLength={600}
        value={values.experience}
        onChange={(text) => change({ experience: text })}
      />
      <div className={grid.two}>
        <Line name="together" max={200} draft={values} onChange={change} />
        <MoneyField
          label={t('idea.own')}
          isOptional
          value={values.ownCents}
          onChange={(cents) => change({ ownCents: cents })}
        />
        <Line name="tutor" max={120} draft={values} onChange={change} />
        <Line name="mentor" max={120} draft={values} onChange={change} />
      </div>
    </FormDialog>
  );
}

interface LineProps {
  name: 'title' | 'town' | 'together' | 'tutor' | 'mentor';
  max: number;
  isRequired?: boolean;
  draft: Draft;
  onChange: (part: Draft) => void;
}

function Line({ name, max, isRequired = false, draft, onChange }: LineProps) {
  const { t } = useTranslation('enterprises');
  return (
    <TextInput
      label={t(`idea.${name}`)}
      required={isRequired}
      data-autofocus={isRequired || undefined}
      dir="auto"
      maxLength={max}
      value={draft[name] ?? ''}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
}

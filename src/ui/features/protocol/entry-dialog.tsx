import { NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type NewEntry, protocolDirections } from '#domain/protocol/protocol-entry.ts';
import { referralWays } from '#domain/referrals/referral.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import gridClasses from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { PersonPicker } from '../people/person-picker.tsx';

interface EntryDraft {
  direction: NewEntry['direction'];
  correspondent: string;
  subject: string;
  way: string;
  documentOn: string | undefined;
  theirProtocol: string;
  note: string;
  person: { id: string; listedName: string } | undefined;
}

const empty: EntryDraft = {
  direction: 'in',
  correspondent: '',
  subject: '',
  way: '',
  documentOn: undefined,
  theirProtocol: '',
  note: '',
  person: undefined,
};

const toEntry = (draft: EntryDraft): NewEntry => ({
  direction: draft.direction,
  correspondent: draft.correspondent.trim(),
  subject: draft.subject.trim(),
  way: referralWays.find((one) => one === draft.way),
  documentOn: draft.documentOn,
  theirProtocol: draft.theirProtocol.trim() || undefined,
  note: draft.note.trim() || undefined,
  personId: draft.person?.id,
});

/** A paper that came in, or one that went out without being written here. */
export function EntryDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('protocol');
  const { values, change, kept, forget } = useKeptForm<EntryDraft>({
    form: 'protocol',
    subjectId: 'new',
    start: empty,
  });
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: () => vault.protocol.enter(toEntry(values)),
    onSuccess: ({ protocol }) => {
      notifyDone(t('entered', { protocol }));
      close();
    },
  });
  return (
    <FormDialog
      title={t('enter')}
      size="lg"
      kept={kept}
      onClose={onClose}
      onCancel={close}
      onSubmit={() => save.mutate()}
      error={save.error}
      isSaving={save.isPending}
      isComplete={values.correspondent.trim() !== '' && values.subject.trim() !== ''}
    >
      <EntryFields values={values} onChange={change} />
    </FormDialog>
  );
}

interface EntryFieldsProps {
  values: EntryDraft;
  onChange: (part: Partial<EntryDraft>) => void;
}

function EntryFields({ values, onChange }: EntryFieldsProps) {
  const { t } = useTranslation('protocol');
  return (
    <>
      <SegmentedControl
        aria-label={t('fields.direction')}
        data={protocolDirections.map((one) => ({ value: one, label: t(one) }))}
        value={values.direction}
        onChange={(value) =>
          onChange({ direction: protocolDirections.find((one) => one === value) ?? 'in' })
        }
      />
      <TextInput
        label={t(values.direction === 'in' ? 'fields.sender' : 'fields.recipient')}
        required
        data-autofocus
        maxLength={160}
        value={values.correspondent}
        onChange={(event) => onChange({ correspondent: event.currentTarget.value })}
      />
      <TextInput
        label={t('fields.subject')}
        description={t('subjectHint')}
        required
        maxLength={200}
        value={values.subject}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <PaperFields values={values} onChange={onChange} />
      <PersonPicker
        label={t('personField')}
        picked={values.person}
        onPick={(person) => onChange({ person })}
      />
      <Textarea
        label={t('fields.note')}
        maxLength={400}
        autosize
        value={values.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}

function PaperFields({ values, onChange }: EntryFieldsProps) {
  const { t } = useTranslation('protocol');
  const { label } = useLabels();
  return (
    <div className={gridClasses.two}>
      <NativeSelect
        label={t('fields.way')}
        data={[
          { value: '', label: t('notSaid') },
          ...choicesOf(referralWays, 'referralWays', label),
        ]}
        value={values.way}
        onChange={(event) => onChange({ way: event.currentTarget.value })}
      />
      <DateField
        label={t('fields.documentOn')}
        value={values.documentOn}
        onChange={(documentOn) => onChange({ documentOn })}
      />
      <TextInput
        label={t('fields.theirProtocol')}
        maxLength={60}
        value={values.theirProtocol}
        onChange={(event) => onChange({ theirProtocol: event.currentTarget.value })}
      />
    </div>
  );
}

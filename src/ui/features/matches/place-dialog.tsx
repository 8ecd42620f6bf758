import { Checkbox, MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OfferedPlace } from '#api/matches.ts';
import { type PlaceDetails, placeKinds } from '#domain/programmes/matching.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface PlaceDialogProps {
  programmeId: string;
  place: OfferedPlace | undefined;
  onClose: () => void;
}

type Draft = Omit<PlaceDetails, 'room' | 'households'> & { room?: number; households?: number };

const empty: Draft = {
  kind: 'hostFamily',
  name: '',
  town: '',
  households: 1,
  languages: [],
  skills: [],
  hasSchool: false,
  isStepFree: false,
  isOffered: true,
};

export function PlaceDialog({ programmeId, place, onClose }: PlaceDialogProps) {
  const { t } = useTranslation('matches');
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm<Draft>({
    form: 'place',
    subjectId: `${programmeId}:${place?.id ?? 'new'}`,
    start: place?.details ?? empty,
  });
  const close = () => {
    forget();
    onClose();
  };
  const { room, households, name, town } = draft;
  const details =
    room !== undefined && households !== undefined && name.trim() !== '' && town.trim() !== ''
      ? { ...draft, room, households }
      : undefined;
  const save = useMutation({
    mutationFn: (given: PlaceDetails) =>
      vault.places.save({ ...(place ? { id: place.id } : {}), programmeId, details: given }),
    onSuccess: () => {
      notifyDone(t('places.saved'));
      close();
    },
  });
  return (
    <FormDialog
      title={t(place ? 'places.edit' : 'places.add')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => details && save.mutate(details)}
      error={save.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
    >
      <PlaceFields draft={draft} onChange={change} />
      <LongTextField
        label={t('places.note')}
        maxLength={600}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
      <Checkbox
        label={t('places.isOffered')}
        checked={draft.isOffered}
        onChange={(event) => change({ isOffered: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}

interface PlaceFieldsProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

function PlaceFields({ draft, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation('matches');
  const { label, languages } = useLabels();
  const count = (key: 'room' | 'households', max: number) => (
    <NumberInput
      label={t(`places.${key}Label`)}
      required
      min={1}
      max={max}
      allowDecimal={false}
      value={draft[key] ?? ''}
      onChange={(typed) => onChange({ [key]: typeof typed === 'number' ? typed : undefined })}
    />
  );
  return (
    <div className={grid.two}>
      <TextInput
        label={t('places.name')}
        required
        data-autofocus
        dir="auto"
        maxLength={160}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('places.town')}
        required
        maxLength={80}
        value={draft.town}
        onChange={(event) => onChange({ town: event.currentTarget.value })}
      />
      <Select
        label={t('places.kind')}
        allowDeselect={false}
        data={choicesOf(placeKinds, 'placeKinds', label)}
        value={draft.kind}
        onChange={(chosen) =>
          onChange({ kind: placeKinds.find((one) => one === chosen) ?? draft.kind })
        }
      />
      {count('room', 99)}
      {count('households', 20)}
      <MultiSelect
        label={t('languages')}
        searchable
        limit={40}
        maxValues={12}
        data={languages}
        value={draft.languages}
        onChange={(chosen) => onChange({ languages: chosen })}
      />
      <TagsInput
        label={t('places.skills')}
        description={t('enterHint')}
        maxTags={12}
        value={draft.skills}
        onChange={(skills) => onChange({ skills })}
      />
      <div>
        <Checkbox
          mt="lg"
          label={t('places.school')}
          checked={draft.hasSchool}
          onChange={(event) => onChange({ hasSchool: event.currentTarget.checked })}
        />
        <Checkbox
          mt="xs"
          label={t('places.stepFree')}
          checked={draft.isStepFree}
          onChange={(event) => onChange({ isStepFree: event.currentTarget.checked })}
        />
      </div>
      <DateField label={t('from')} value={draft.from} onChange={(from) => onChange({ from })} />
      <DateField label={t('until')} value={draft.until} onChange={(until) => onChange({ until })} />
    </div>
  );
}

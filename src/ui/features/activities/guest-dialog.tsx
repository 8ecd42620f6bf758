import { Fieldset, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity, ActivityParticipant } from '#api/activities.ts';
import {
  type ActivityPart,
  activityParts,
  type GuestDetails,
  guestDetails,
  type ImageConsent,
} from '#domain/activities/activity.ts';
import { sexes } from '#domain/people/person.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { LineField } from '#ui/components/text-fields.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { useActivityForm } from './use-activity-form.ts';

interface GuestDialogProps {
  activity: Activity;
  participant: ActivityParticipant | undefined;
  onClose: () => void;
}

interface Draft extends Omit<GuestDetails, 'image'> {
  part: ActivityPart;
  imageOn: string | undefined;
  imageWay: ImageConsent['way'];
  imageUntil: string | undefined;
  imageWithdrawn: string | undefined;
}

function draftOf(participant: ActivityParticipant | undefined): Draft {
  const { image, ...guest } = participant?.guest ?? {
    name: '',
    sex: 'unknown' as const,
    band: 'unknown',
    origin: 'unknown',
  };
  return {
    ...guest,
    part: participant?.part ?? 'participant',
    imageOn: image?.givenOn,
    imageWay: image?.way ?? 'signed',
    imageUntil: image?.until,
    imageWithdrawn: image?.withdrawnOn,
  };
}

function readDraft(draft: Draft): GuestDetails | undefined {
  const { part: _, imageOn, imageWay, imageUntil, imageWithdrawn, ...guest } = draft;
  const image = imageOn && {
    givenOn: imageOn,
    way: imageWay,
    ...(imageUntil ? { until: imageUntil } : {}),
    ...(imageWithdrawn ? { withdrawnOn: imageWithdrawn } : {}),
  };
  const read = guestDetails.safeParse({ ...guest, ...(image ? { image } : {}) });
  return read.success ? read.data : undefined;
}

/** Somebody who has no case file and gets none: staff of an office, a journalist, a neighbour. */
export function GuestDialog({ activity, participant, onClose }: GuestDialogProps) {
  const { t } = useTranslation('activities');
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm<Draft>({
    form: 'activityParticipant',
    subjectId: `${activity.id}:${participant?.id ?? 'new'}`,
    start: draftOf(participant),
  });
  const close = () => {
    forget();
    onClose();
  };
  const guest = readDraft(draft);
  const save = useMutation({
    mutationFn: (given: GuestDetails) =>
      vault.activityParticipants.save({
        ...(participant ? { id: participant.id } : {}),
        activityId: activity.id,
        guest: given,
        part: draft.part,
      }),
    onSuccess: () => {
      notifyDone(t('people.saved'));
      close();
    },
  });
  return (
    <FormDialog
      title={t('people.guestTitle')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => guest && save.mutate(guest)}
      error={save.error}
      isSaving={save.isPending}
      isComplete={guest !== undefined}
    >
      <WhoFields draft={draft} bands={activity.details.bands} onChange={change} />
      <ImageFields draft={draft} onChange={change} />
    </FormDialog>
  );
}

interface FieldsProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

function WhoFields({ draft, bands, onChange }: FieldsProps & { bands: string }) {
  const { t } = useTranslation('activities');
  const { label } = useLabels();
  const form = useActivityForm();
  const choose = (
    name: 'sex' | 'band' | 'origin' | 'part',
    data: { value: string; label: string }[],
  ) => (
    <NativeSelect
      label={t(`people.${name}`)}
      data={data}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className={grid.two}>
      <LineField
        label={t('people.name')}
        required
        maxLength={160}
        value={draft.name}
        onText={(name) => onChange({ name })}
      />
      {choose('part', choicesOf(activityParts, 'activityParts', label))}
      <OrganisationField
        label={t('people.organisation')}
        value={draft.organisationId ?? null}
        onChange={(id) => onChange({ organisationId: id ?? undefined })}
      />
      <LineField
        label={t('people.office')}
        maxLength={160}
        value={draft.office}
        onText={(office) => onChange({ office: office || undefined })}
      />
      {choose('sex', choicesOf(sexes, 'sexes', label))}
      {choose('band', form.bands(bands))}
      {choose('origin', form.origins)}
    </div>
  );
}

function ImageFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('activities');
  const { label } = useLabels();
  const day = (name: 'imageOn' | 'imageUntil' | 'imageWithdrawn') => (
    <DateField
      label={t(`people.${name}`)}
      value={draft[name]}
      onChange={(on) => onChange({ [name]: on })}
    />
  );
  return (
    <Fieldset legend={t('people.image')}>
      <p>{t('people.imageHint')}</p>
      <div className={grid.two}>
        {day('imageOn')}
        <NativeSelect
          label={t('people.imageWay')}
          data={choicesOf(['signed', 'oral'], 'consentWays', label)}
          value={draft.imageWay}
          onChange={(event) =>
            onChange({ imageWay: event.currentTarget.value === 'oral' ? 'oral' : 'signed' })
          }
        />
        {draft.imageOn && day('imageUntil')}
        {draft.imageOn && day('imageWithdrawn')}
      </div>
    </Fieldset>
  );
}

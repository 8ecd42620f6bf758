import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity, ShownMedia } from '#api/activities.ts';
import { type MediaOutput, mediaKinds, mediaOutput } from '#domain/activities/activity.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { LineField } from '#ui/components/text-fields.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface MediaDialogProps {
  activity: Activity;
  media: ShownMedia | undefined;
  onClose: () => void;
}

type Draft = Omit<MediaOutput, 'on'> & { on: string | undefined };

/** Something that was published, with who spoke in it. */
export function MediaDialog({ activity, media, onClose }: MediaDialogProps) {
  const { t } = useTranslation('activities');
  const { today } = useSession();
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm<Draft>({
    form: 'mediaOutput',
    subjectId: `${activity.id}:${media?.id ?? 'new'}`,
    start: media?.details ?? { outlet: '', kind: 'press', on: today },
  });
  const close = () => {
    forget();
    onClose();
  };
  const read = mediaOutput.safeParse(draft);
  const save = useMutation({
    mutationFn: (details: MediaOutput) =>
      vault.mediaOutputs.save({
        ...(media ? { id: media.id } : {}),
        activityId: activity.id,
        details,
      }),
    onSuccess: () => {
      notifyDone(t('media.saved'));
      close();
    },
  });
  return (
    <FormDialog
      title={t(media ? 'media.editTitle' : 'media.add')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => read.success && save.mutate(read.data)}
      error={save.error}
      isSaving={save.isPending}
      isComplete={read.success}
      removal={media && <RemoveMedia id={media.id} onDone={close} />}
    >
      <MediaFields activity={activity} draft={draft} onChange={change} />
    </FormDialog>
  );
}

function RemoveMedia({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation('activities');
  const restore = useMutation({
    mutationFn: () => vault.mediaOutputs.restore({ id }),
    onSuccess: () => notifyDone(t('restored')),
  });
  const remove = useMutation({
    mutationFn: () => vault.mediaOutputs.remove({ id }),
    onSuccess: () => {
      onDone();
      notifyWithUndo(t('media.removed'), () => restore.mutate());
    },
  });
  return <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate()} />;
}

interface MediaFieldsProps {
  activity: Activity;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

function MediaFields({ activity, draft, onChange }: MediaFieldsProps) {
  const { t } = useTranslation('activities');
  const { label } = useLabels();
  const speakers = activity.participants.filter(
    ({ id, isSpokesperson, mayBeShown }) =>
      id === draft.participantId || (isSpokesperson && mayBeShown),
  );
  return (
    <div className={grid.two}>
      <LineField
        label={t('media.outlet')}
        required
        maxLength={160}
        value={draft.outlet}
        onText={(outlet) => onChange({ outlet })}
      />
      <NativeSelect
        label={t('media.kind')}
        data={choicesOf(mediaKinds, 'mediaKinds', label)}
        value={draft.kind}
        onChange={(event) =>
          onChange({
            kind: mediaKinds.find((one) => one === event.currentTarget.value) ?? draft.kind,
          })
        }
      />
      <LineField
        label={t('media.name')}
        maxLength={200}
        value={draft.title}
        onText={(title) => onChange({ title: title || undefined })}
      />
      <DateField
        label={t('media.on')}
        required
        value={draft.on}
        onChange={(on) => onChange({ on })}
      />
      <LineField
        label={t('media.link')}
        description={t('media.linkHint')}
        maxLength={400}
        value={draft.link}
        onText={(link) => onChange({ link: link || undefined })}
      />
      <NativeSelect
        label={t('media.speaker')}
        data={[
          { value: '', label: t('media.nobody') },
          ...speakers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={draft.participantId ?? ''}
        onChange={(event) => onChange({ participantId: event.currentTarget.value || undefined })}
      />
    </div>
  );
}

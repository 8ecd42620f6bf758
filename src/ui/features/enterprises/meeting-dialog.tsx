import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Dossier, MeetingShown } from '#api/enterprises.ts';
import { type MeetingDetails, meetingWith } from '#domain/enterprise/enterprise.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { filled } from './filled.ts';

type Draft = Partial<MeetingDetails>;

interface MeetingDialogProps {
  dossier: Dossier;
  meeting: MeetingShown | undefined;
  onClose: () => void;
}

export function MeetingDialog({ dossier, meeting, onClose }: MeetingDialogProps) {
  const { t } = useTranslation('enterprises');
  const { today } = useSession();
  const { enrolmentId, personId, idea } = dossier;
  const { values, change, kept, forget } = useKeptForm<Draft>({
    form: 'mentorMeeting',
    subjectId: `${enrolmentId}:${meeting?.id ?? 'new'}`,
    personId,
    start: meeting?.details ?? { heldOn: today, with: 'tutor', name: idea?.tutor },
  });
  const { heldOn, about = '' } = values;
  const close = () => {
    forget();
    onClose();
  };
  const details: MeetingDetails | undefined =
    heldOn && values.with && about.trim() !== ''
      ? { ...filled(values), heldOn, with: values.with, about }
      : undefined;
  const save = useMutation({
    mutationFn: (given: MeetingDetails) =>
      vault.mentorMeetings.save({
        enrolmentId,
        ...(meeting ? { id: meeting.id } : {}),
        details: given,
      }),
    onSuccess: () => {
      notifyDone(t('meeting.saved'));
      close();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => vault.mentorMeetings.remove({ id }),
    onSuccess: (_, id) => {
      close();
      notifyWithUndo(t('meeting.removed'), () => void vault.mentorMeetings.restore({ id }));
    },
  });
  return (
    <FormDialog
      title={t('meeting.title')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => details && save.mutate(details)}
      error={save.error ?? remove.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
      removal={
        meeting && (
          <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate(meeting.id)} />
        )
      }
    >
      <MeetingFields draft={values} idea={idea} onChange={change} />
      <LongTextField
        label={t('meeting.about')}
        required
        maxLength={1000}
        value={about}
        onChange={(text) => change({ about: text })}
      />
      <LongTextField
        label={t('meeting.next')}
        maxLength={400}
        value={values.next}
        onChange={(text) => change({ next: text })}
      />
    </FormDialog>
  );
}

interface MeetingFieldsProps {
  draft: Draft;
  idea: Dossier['idea'];
  onChange: (part: Draft) => void;
}

function MeetingFields({ draft, idea, onChange }: MeetingFieldsProps) {
  const { t } = useTranslation('enterprises');
  const { label } = useLabels();
  const choose = (chosen: string) => {
    const who = meetingWith.find((one) => one === chosen);
    const name = who === 'tutor' ? idea?.tutor : who === 'mentor' ? idea?.mentor : undefined;
    onChange({ with: who, name });
  };
  return (
    <div className={grid.two}>
      <DateField
        label={t('meeting.heldOn')}
        required
        value={draft.heldOn}
        onChange={(day) => onChange({ heldOn: day })}
      />
      <NativeSelect
        label={t('meeting.with')}
        data={choicesOf(meetingWith, 'meetingWith', label)}
        value={draft.with ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <TextInput
        label={t('meeting.name')}
        dir="auto"
        maxLength={120}
        value={draft.name ?? ''}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NumberInput
        label={t('meeting.minutes')}
        min={5}
        max={600}
        allowDecimal={false}
        value={draft.minutes ?? ''}
        onChange={(typed) => onChange({ minutes: typeof typed === 'number' ? typed : undefined })}
      />
    </div>
  );
}

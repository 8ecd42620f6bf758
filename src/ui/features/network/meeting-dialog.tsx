import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CommunityMeeting } from '#api/network.ts';
import { type Attendees, attendeeAges, attendeeSexes } from '#domain/network/community-meeting.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { AssociationChoice } from './association-choice.tsx';
import { AttendeeFields } from './attendee-fields.tsx';
import { NeedFields, type NeedLine, newNeed } from './need-fields.tsx';
import { ProgrammeChoice } from './programme-choice.tsx';
import { useCommunities } from './use-communities.ts';

interface MeetingDialogProps {
  meeting: CommunityMeeting | undefined;
  programmeId: string | undefined;
  onClose: () => void;
}

interface Draft {
  programmeId: string | undefined;
  community: string | null;
  heldOn: string | undefined;
  place: string;
  /** People by sex and age, as `female 18-59`. */
  counts: Record<string, number>;
  associationIds: string[];
  needs: NeedLine[];
  note: string;
}

function startOf({ meeting, programmeId }: MeetingDialogProps, today: string): Draft {
  const details = meeting?.details;
  return {
    programmeId: details ? details.programmeId : programmeId,
    community: details?.community ?? null,
    heldOn: details ? details.heldOn : today,
    place: details?.place ?? '',
    counts: Object.fromEntries(
      (details?.attendees ?? []).map(({ sex, age, people }) => [`${sex} ${age}`, people]),
    ),
    associationIds: details?.associationIds ?? [],
    needs: (details?.needs ?? []).map((one) => newNeed(one)),
    note: details?.note ?? '',
  };
}

const attendeesIn = (counts: Draft['counts']): Attendees[] =>
  attendeeSexes.flatMap((sex) =>
    attendeeAges.flatMap((age) => {
      const people = counts[`${sex} ${age}`] ?? 0;
      return people > 0 ? [{ sex, age, people }] : [];
    }),
  );

function detailsIn(draft: Draft) {
  const { programmeId, community, heldOn, place, note } = draft;
  if (!community || !heldOn) return undefined;
  return {
    ...(programmeId ? { programmeId } : {}),
    community,
    heldOn,
    ...(place.trim() ? { place } : {}),
    attendees: attendeesIn(draft.counts),
    associationIds: draft.associationIds,
    needs: draft.needs.flatMap(({ need, words }) =>
      need ? [{ need, ...(words.trim() ? { words } : {}) }] : [],
    ),
    ...(note.trim() ? { note } : {}),
  };
}

/** One meeting with a community: people as numbers, needs as they said them. */
export function MeetingDialog(props: MeetingDialogProps) {
  const { meeting, onClose } = props;
  const { t } = useTranslation('network');
  const { today } = useSession();
  const communities = useCommunities();
  const { values, change, kept, forget } = useKeptForm<Draft>({
    form: 'communityMeeting',
    subjectId: meeting?.id ?? 'new',
    start: startOf(props, today),
  });
  const details = detailsIn(values);
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: (given: NonNullable<typeof details>) =>
      vault.communityMeetings.save({ ...(meeting ? { id: meeting.id } : {}), details: given }),
    onSuccess: () => {
      notifyDone(t('meetings.saved'));
      close();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => vault.communityMeetings.remove({ id }),
    onSuccess: (_, id) => {
      close();
      notifyWithUndo(t('meetings.removed'), () => void vault.communityMeetings.restore({ id }));
    },
  });
  return (
    <FormDialog
      title={t('meetings.form')}
      size="xl"
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
      <div className={grid.two}>
        <Select
          label={t('meetings.community')}
          required
          searchable
          limit={60}
          data-autofocus
          data={communities.groups}
          value={values.community}
          onChange={(community) => change({ community })}
        />
        <DateField
          label={t('meetings.heldOn')}
          required
          value={values.heldOn}
          onChange={(heldOn) => change({ heldOn })}
        />
        <TextInput
          label={t('meetings.place')}
          dir="auto"
          maxLength={120}
          value={values.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
        <ProgrammeChoice
          value={values.programmeId}
          onChange={(programmeId) => change({ programmeId })}
        />
      </div>
      <AttendeeFields counts={values.counts} onChange={(counts) => change({ counts })} />
      <AssociationChoice
        label={t('meetings.present')}
        value={values.associationIds}
        onChange={(associationIds) => change({ associationIds })}
      />
      <NeedFields needs={values.needs} onChange={(needs) => change({ needs })} />
      <LongTextField
        label={t('meetings.note')}
        description={t('meetings.noteHint')}
        maxLength={1000}
        value={values.note}
        onChange={(note) => change({ note })}
      />
    </FormDialog>
  );
}

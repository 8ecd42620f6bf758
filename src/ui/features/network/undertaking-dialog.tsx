import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CommunityMeeting, Undertaking } from '#api/network.ts';
import type { UndertakingDetails, UndertakingKind } from '#domain/network/undertaking.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { ProgrammeChoice } from './programme-choice.tsx';
import { useCommunities } from './use-communities.ts';

interface UndertakingDialogProps {
  kind: UndertakingKind;
  undertaking: Undertaking | undefined;
  programmeId: string | undefined;
  meetings?: readonly CommunityMeeting[] | undefined;
  pilotId?: string | undefined;
  onClose: () => void;
}

type Draft = Partial<UndertakingDetails>;

/** What was typed, without what was emptied; undefined while something needed is missing. */
function detailsIn(kind: UndertakingKind, draft: Draft): UndertakingDetails | undefined {
  const { what = '', owner = '', dueOn, outcome = '', meetingId, pilotId } = draft;
  if (what.trim() === '' || owner.trim() === '' || !dueOn) return undefined;
  if (kind === 'followUp' && !meetingId) return undefined;
  return {
    kind,
    ...(draft.programmeId ? { programmeId: draft.programmeId } : {}),
    ...(draft.organisationId ? { organisationId: draft.organisationId } : {}),
    ...(meetingId ? { meetingId } : {}),
    ...(pilotId ? { pilotId } : {}),
    what,
    owner,
    dueOn,
    ...(draft.doneOn ? { doneOn: draft.doneOn } : {}),
    ...(outcome.trim() ? { outcome } : {}),
  };
}

/** What, who and by when; and, once it is there, what came of it. */
export function UndertakingDialog(props: UndertakingDialogProps) {
  const { kind, undertaking, onClose } = props;
  const { t } = useTranslation('network');
  const subject = [undertaking?.id ?? 'new', kind, props.pilotId].filter(Boolean).join(':');
  const { values, change, kept, forget } = useKeptForm<Draft>({
    form: 'undertaking',
    subjectId: subject,
    start: undertaking?.details ?? { programmeId: props.programmeId, pilotId: props.pilotId },
  });
  const details = detailsIn(kind, values);
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: (given: UndertakingDetails) =>
      vault.undertakings.save({ ...(undertaking ? { id: undertaking.id } : {}), details: given }),
    onSuccess: () => {
      notifyDone(t('undertakings.saved'));
      close();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => vault.undertakings.remove({ id }),
    onSuccess: (_, id) => {
      close();
      notifyWithUndo(t('undertakings.removed'), () => void vault.undertakings.restore({ id }));
    },
  });
  return (
    <FormDialog
      title={t(`undertakings.${kind}.form`)}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => details && save.mutate(details)}
      error={save.error ?? remove.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
      removal={
        undertaking && (
          <RemovalButton
            isRemoving={remove.isPending}
            onRemove={() => remove.mutate(undertaking.id)}
          />
        )
      }
    >
      <LongTextField
        label={t(`undertakings.${kind}.what`)}
        required
        data-autofocus
        rows={[2, 4]}
        maxLength={300}
        value={values.what}
        onChange={(what) => change({ what })}
      />
      <div className={grid.two}>
        <TextInput
          label={t('undertakings.owner')}
          description={t('undertakings.ownerHint')}
          required
          dir="auto"
          maxLength={120}
          value={values.owner ?? ''}
          onChange={(event) => change({ owner: event.currentTarget.value })}
        />
        <DateField
          label={t('undertakings.due')}
          description={t('undertakings.dueHint')}
          required
          value={values.dueOn}
          onChange={(dueOn) => change({ dueOn })}
        />
        {kind === 'followUp' && (
          <MeetingChoice
            meetings={props.meetings ?? []}
            value={values.meetingId}
            onChange={(meetingId) => change({ meetingId })}
          />
        )}
        {kind === 'recommendation' && (
          <>
            <OrganisationField
              label={t('undertakings.to')}
              value={values.organisationId ?? null}
              onChange={(id) => change({ organisationId: id ?? undefined })}
            />
            <ProgrammeChoice
              value={values.programmeId}
              onChange={(programmeId) => change({ programmeId })}
            />
          </>
        )}
        {undertaking && (
          <DateField
            label={t('undertakings.done')}
            value={values.doneOn}
            onChange={(doneOn) => change({ doneOn })}
          />
        )}
      </div>
      {undertaking && (
        <LongTextField
          label={t('undertakings.outcome')}
          maxLength={400}
          value={values.outcome}
          onChange={(outcome) => change({ outcome })}
        />
      )}
    </FormDialog>
  );
}

interface MeetingChoiceProps {
  meetings: readonly CommunityMeeting[];
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

function MeetingChoice({ meetings, value, onChange }: MeetingChoiceProps) {
  const { t } = useTranslation('network');
  const communities = useCommunities();
  const dates = useDates();
  return (
    <Select
      label={t('undertakings.meeting')}
      required
      searchable
      data={meetings.map(({ id, details }) => ({
        value: id,
        label: `${communities.name(details.community)}, ${dates.day(details.heldOn)}`,
      }))}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

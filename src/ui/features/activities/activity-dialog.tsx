import { Checkbox, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity } from '#api/activities.ts';
import type { ActivityDetails } from '#domain/activities/activity.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { Folded } from '#ui/components/folded.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { LineField } from '#ui/components/text-fields.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useLists } from '#ui/i18n/use-lists.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { type ActivityDraft, newActivityDraft, readActivityDraft } from './activity-draft.ts';
import { FurtherActivityFields } from './further-activity-fields.tsx';

interface ActivityDialogProps {
  activity?: Activity;
  /** The one a new activity begins with. */
  programmeId?: string | undefined;
  onClose: () => void;
  onSaved: (id: string) => void;
}

export function ActivityDialog({ activity, programmeId, onClose, onSaved }: ActivityDialogProps) {
  const { t } = useTranslation('activities');
  const { user } = useSession();
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm<ActivityDraft>({
    form: 'activity',
    subjectId: activity?.id ?? 'new',
    basis: activity?.revision,
    start: activity?.details ?? newActivityDraft(programmeId, user.id),
  });
  const close = () => {
    forget();
    onClose();
  };
  const details = readActivityDraft(draft);
  const save = useMutation({
    mutationFn: (given: ActivityDetails) =>
      vault.activities.save({
        ...(activity ? { id: activity.id, revision: activity.revision } : {}),
        details: given,
      }),
    onSuccess: ({ id }) => {
      notifyDone(t('saved'));
      close();
      onSaved(id);
    },
  });
  return (
    <FormDialog
      title={t(activity ? 'editTitle' : 'add')}
      size="xl"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => details && save.mutate(details)}
      error={save.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
    >
      <MainFields draft={draft} isNew={activity === undefined} onChange={change} />
      <Folded label={t('fields.more')} startsOpen={activity !== undefined}>
        <FurtherActivityFields draft={draft} onChange={change} />
      </Folded>
      {activity && (
        <Checkbox
          label={t('fields.isCancelled')}
          checked={draft.isCancelled}
          onChange={(event) => change({ isCancelled: event.currentTarget.checked })}
        />
      )}
    </FormDialog>
  );
}

interface FieldsProps {
  draft: ActivityDraft;
  /** Then its kind says by which bands funders of such activities count. */
  isNew: boolean;
  onChange: (change: Partial<ActivityDraft>) => void;
}

function MainFields({ draft, isNew, onChange }: FieldsProps) {
  const { t } = useTranslation(['activities', 'common']);
  const { choices } = useLabels();
  const lists = useLists();
  const usualBands = (kind: string | undefined) =>
    lists?.activityKinds.items.find(({ code }) => code === kind)?.isTraining ? 'AMIF' : 'UNHCR';
  const { data: programmes } = useQuery({
    queryKey: ['programmes', 'list'],
    queryFn: () => vault.programmes.list({}),
  });
  const { from, to } = draft;
  return (
    <div className={grid.two}>
      <div className={grid.wide}>
        <LineField
          label={t('fields.title')}
          required
          maxLength={160}
          value={draft.title}
          onText={(title) => onChange({ title })}
        />
      </div>
      <NativeSelect
        label={t('fields.kind')}
        required
        data={[{ value: '', label: t('common:forms.chooseOne') }, ...choices('activityKinds')]}
        value={draft.kind ?? ''}
        onChange={(event) => {
          const kind = event.currentTarget.value || undefined;
          onChange({ kind, ...(isNew ? { bands: usualBands(kind) } : {}) });
        }}
      />
      <NativeSelect
        label={t('fields.programme')}
        data={[
          { value: '', label: t('fields.noProgramme') },
          ...(programmes?.items ?? [])
            .filter(({ id, isOpen }) => isOpen || id === draft.programmeId)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={draft.programmeId ?? ''}
        onChange={(event) => onChange({ programmeId: event.currentTarget.value || undefined })}
      />
      <DateField
        label={t('fields.from')}
        required
        value={from}
        onChange={(day) => onChange({ from: day, ...(to === from ? { to: day } : {}) })}
      />
      <DateField
        label={t('fields.to')}
        value={to}
        error={from && to && to < from ? t('fields.datesWrong') : undefined}
        onChange={(day) => onChange({ to: day })}
      />
    </div>
  );
}

import { TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addDays } from '#domain/dates/calendar-date.ts';
import type { TaskDetails } from '#domain/deadlines/task.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface TaskDialogProps {
  personId: string | undefined;
  kind: TaskDetails['kind'];
  /** Absent for a new one. */
  taskId?: string | undefined;
  onDone: () => void;
}

/** A date of one's own, or somebody to call back. */
export function TaskDialog(props: TaskDialogProps) {
  const { kind, taskId } = props;
  const { today } = useSession();
  const { data, error } = useQuery({
    queryKey: ['tasks', 'get', taskId],
    queryFn: () => vault.tasks.get({ id: taskId ?? '' }),
    enabled: taskId !== undefined,
    gcTime: 0,
  });
  if (error) return <ErrorNotice error={error} />;
  if (taskId !== undefined && !data) return null;
  const fresh = kind === 'callBack' ? { dueOn: addDays(today, 1) } : {};
  return <TaskForm {...props} start={data?.details ?? fresh} />;
}

interface TaskDraft {
  dueOn: string | undefined;
  title: string;
  note: string;
}

function TaskForm(props: TaskDialogProps & { start: Partial<TaskDetails> }) {
  const { personId, kind, taskId, onDone, start } = props;
  const { t } = useTranslation(['deadlines', 'common']);
  const { values, change, kept, forget } = useKeptForm<TaskDraft>({
    form: 'deadline',
    subjectId: `${kind}:${taskId ?? personId ?? 'association'}`,
    personId,
    start: { dueOn: start.dueOn, title: start.title ?? '', note: start.note ?? '' },
  });
  const { dueOn, title, note } = values;
  const close = () => {
    forget();
    onDone();
  };
  const whose = personId ? { personId } : {};
  const save = useMutation({
    mutationFn: (details: TaskDetails) =>
      vault.tasks.save({ ...whose, ...(taskId ? { id: taskId } : {}), details }),
    onSuccess: () => {
      notifyDone(t('saved'));
      close();
    },
  });
  const remove = useMutation({
    mutationFn: () => vault.tasks.withdraw({ id: taskId ?? '' }),
    onSuccess: () => {
      notifyDone(t('removed'));
      close();
    },
  });
  const isComplete = dueOn !== undefined && (kind === 'callBack' || title.trim() !== '');
  const submit = () => {
    if (!isComplete) return;
    const words = { ...(title.trim() ? { title } : {}), ...(note.trim() ? { note } : {}) };
    save.mutate({ ...words, kind, dueOn });
  };
  return (
    <FormDialog
      title={t(taskId === undefined ? `taskTitles.${kind}` : 'taskChange')}
      onClose={onDone}
      onCancel={close}
      onSubmit={submit}
      error={save.error ?? remove.error}
      isSaving={save.isPending}
      isComplete={isComplete}
      kept={kept}
      removal={
        taskId && <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate()} />
      }
    >
      {kind === 'ownDeadline' && (
        <TextInput
          data-autofocus
          label={t('taskTitle')}
          description={t('taskTitleHint')}
          dir="auto"
          maxLength={120}
          value={title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
      )}
      <DateField
        label={t(kind === 'callBack' ? 'callBackOn' : 'dueOn')}
        value={dueOn}
        onChange={(on) => change({ dueOn: on })}
      />
      <LongTextField
        label={t('note')}
        maxLength={600}
        value={note}
        onChange={(text) => change({ note: text })}
      />
    </FormDialog>
  );
}

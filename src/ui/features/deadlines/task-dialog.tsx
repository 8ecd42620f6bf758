import { Button, Group, Modal, Skeleton, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '#domain/dates/calendar-date.ts';
import type { TaskDetails } from '#domain/deadlines/task.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';

interface TaskDialogProps {
  personId: string | undefined;
  kind: TaskDetails['kind'];
  /** Absent for a new one. */
  taskId?: string | undefined;
  onDone: () => void;
}

/** A date of one's own, or somebody to call back. */
export function TaskDialog({ personId, kind, taskId, onDone }: TaskDialogProps) {
  const { t } = useTranslation(['deadlines', 'common']);
  const { today } = useSession();
  const { data, error } = useQuery({
    queryKey: ['tasks', 'get', taskId],
    queryFn: () => vault.tasks.get({ id: taskId ?? '' }),
    enabled: taskId !== undefined,
    gcTime: 0,
  });
  const isNew = taskId === undefined;
  const fresh: Partial<TaskDetails> = kind === 'callBack' ? { dueOn: addDays(today, 1) } : {};
  return (
    <Modal
      opened
      onClose={onDone}
      title={t(isNew ? `taskTitles.${kind}` : 'taskChange')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <ErrorNotice error={error} />
      {isNew || data ? (
        <TaskForm
          personId={personId}
          kind={kind}
          taskId={taskId}
          start={data?.details ?? fresh}
          onDone={onDone}
        />
      ) : (
        <Skeleton height={180} />
      )}
    </Modal>
  );
}

function TaskForm(props: TaskDialogProps & { start: Partial<TaskDetails> }) {
  const { personId, kind, taskId, onDone } = props;
  const { t } = useTranslation(['deadlines', 'common']);
  const [draft, setDraft] = useState(props.start);
  const change = (part: Partial<TaskDetails>) => setDraft((now) => ({ ...now, ...part }));
  const whose = personId ? { personId } : {};
  const save = useMutation({
    mutationFn: (details: TaskDetails) =>
      vault.tasks.save({ ...whose, ...(taskId ? { id: taskId } : {}), details }),
    onSuccess: () => {
      notifyDone(t('saved'));
      onDone();
    },
  });
  const remove = useMutation({
    mutationFn: () => vault.tasks.withdraw({ id: taskId ?? '' }),
    onSuccess: () => {
      notifyDone(t('removed'));
      onDone();
    },
  });
  const { dueOn, title } = draft;
  const isComplete = dueOn !== undefined && (kind === 'callBack' || Boolean(title?.trim()));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) save.mutate({ ...draft, kind, dueOn });
      }}
    >
      <Stack gap="md">
        {kind === 'ownDeadline' && (
          <TextInput
            data-autofocus
            label={t('taskTitle')}
            description={t('taskTitleHint')}
            dir="auto"
            maxLength={120}
            value={title ?? ''}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
        )}
        <DateField
          label={t(kind === 'callBack' ? 'callBackOn' : 'dueOn')}
          value={dueOn}
          onChange={(on) => change({ dueOn: on })}
        />
        <Textarea
          label={t('note')}
          dir="auto"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={600}
          value={draft.note ?? ''}
          onChange={(event) => change({ note: event.currentTarget.value || undefined })}
        />
        <ErrorNotice error={save.error ?? remove.error} />
        <Group justify="flex-end">
          {taskId && (
            <Button
              variant="subtle"
              color="red"
              me="auto"
              loading={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {t('remove')}
            </Button>
          )}
          <Button variant="default" onClick={onDone}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!isComplete}>
            {t('common:actions.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

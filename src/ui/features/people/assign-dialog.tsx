import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#api/people.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useWorkers } from './use-workers.ts';

interface AssignDialogProps {
  person: Person;
  onDone: () => void;
}

/** Names who follows somebody; from one colleague to another it wants the reason. */
export function AssignDialog({ person, onDone }: AssignDialogProps) {
  const { t } = useTranslation(['case-files', 'common']);
  const workers = useWorkers();
  const former = person.caseFile.worker;
  const [workerId, setWorkerId] = useState('');
  const [reason, setReason] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const isHandover = former !== undefined && workerId !== 'nobody';
  const isComplete = workerId !== '' && (!isHandover || reason.trim() !== '');
  const assign = useMutation({
    mutationFn: () =>
      isHandover
        ? vault.caseFiles.transfer({ personId: person.id, workerId, reason })
        : vault.caseFiles.assign({
            personId: person.id,
            workerId: workerId === 'nobody' ? null : workerId,
          }),
    onSuccess: () => {
      const name = workers.find((one) => one.value === workerId)?.label;
      notifyDone(name ? t('assigned', { name }) : t('unassigned'));
      onDone();
    },
  });
  return (
    <Modal
      opened
      onClose={onDone}
      title={t(former ? 'handOverTitle' : 'assignTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (isComplete) assign.mutate();
        }}
      >
        <Stack gap="md">
          {former && <Text>{t('handOverText')}</Text>}
          <NativeSelect
            label={t('worker')}
            data={[
              { value: '', label: t('common:forms.chooseOne') },
              ...workers.filter((one) => one.value !== former?.id),
              ...(former ? [{ value: 'nobody', label: t('nobody') }] : []),
            ]}
            value={workerId}
            error={wasAsked && workerId === '' ? t('workerNeeded') : undefined}
            onChange={(event) => setWorkerId(event.currentTarget.value)}
          />
          {isHandover && (
            <Textarea
              label={t('reason')}
              description={t('reasonHint')}
              dir="auto"
              autosize
              minRows={2}
              maxLength={600}
              value={reason}
              error={wasAsked && reason.trim() === '' ? t('reasonNeeded') : undefined}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <ErrorNotice error={assign.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={assign.isPending}>
              {t('common:actions.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface NotApplicableDialogProps {
  title: string;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}

/** Whoever opens the file next year must see why nothing was done. */
export function NotApplicableDialog({ title, onConfirm, onCancel }: NotApplicableDialogProps) {
  const { t } = useTranslation(['deadlines', 'common']);
  const [reason, setReason] = useState('');
  const isGiven = reason.trim() !== '';
  return (
    <Modal
      opened
      onClose={onCancel}
      title={t('notApplicableTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isGiven) onConfirm(reason);
        }}
      >
        <Stack gap="md">
          <Text>
            <bdi>{title}</bdi>
          </Text>
          <Textarea
            data-autofocus
            label={t('reason')}
            description={t('reasonHint')}
            dir="auto"
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onCancel}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" disabled={!isGiven}>
              {t('notApplicableConfirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

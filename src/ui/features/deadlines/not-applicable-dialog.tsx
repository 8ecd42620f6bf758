import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';

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
    <FormDialog
      title={t('notApplicableTitle')}
      onClose={onCancel}
      onSubmit={() => isGiven && onConfirm(reason)}
      isSaving={false}
      isComplete={isGiven}
      saveLabel={t('notApplicableConfirm')}
    >
      <Text>
        <bdi>{title}</bdi>
      </Text>
      <LongTextField
        data-autofocus
        label={t('reason')}
        description={t('reasonHint')}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}

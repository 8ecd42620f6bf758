import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeadlineHandle } from '#api/deadlines.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface NotApplicableDialogProps {
  personId: string | undefined;
  handle: DeadlineHandle;
  title: string;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}

/** The fact and its day, in the signs a draft may be named with. */
function subjectOf({ rule, factKey }: DeadlineHandle): string {
  return `${rule}:${factKey.replace(/[^A-Za-z0-9-]+/g, ':')}`.slice(0, 120);
}

/** Whoever opens the file next year must see why nothing was done. */
export function NotApplicableDialog(props: NotApplicableDialogProps) {
  const { personId, handle, title, onConfirm, onCancel } = props;
  const { t } = useTranslation(['deadlines', 'common']);
  const { values, change, kept, forget } = useKeptForm({
    form: 'deadline',
    subjectId: subjectOf(handle),
    personId,
    start: { reason: '' },
  });
  const { reason } = values;
  const isGiven = reason.trim() !== '';
  return (
    <FormDialog
      title={t('notApplicableTitle')}
      onClose={onCancel}
      onCancel={() => {
        forget();
        onCancel();
      }}
      onSubmit={() => {
        if (!isGiven) return;
        forget();
        onConfirm(reason);
      }}
      kept={kept}
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
        onChange={(text) => change({ reason: text })}
      />
    </FormDialog>
  );
}

import { useTranslation } from 'react-i18next';
import { forgetUnsavedChanges, useUnsavedGuard } from '#ui/app/unsaved.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface UnsavedGuardProps {
  isDirty: boolean;
}

export function UnsavedGuard({ isDirty }: UnsavedGuardProps) {
  const { t } = useTranslation('common');
  const blocker = useUnsavedGuard(isDirty);
  return (
    <ConfirmDialog
      opened={blocker.status === 'blocked'}
      title={t('forms.unsavedTitle')}
      confirmLabel={t('forms.leave')}
      cancelLabel={t('forms.stay')}
      isDangerous
      onConfirm={() => {
        // Several forms may be open on one page; the answer holds for all of them.
        forgetUnsavedChanges();
        blocker.proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    >
      {t('forms.unsavedText')}
    </ConfirmDialog>
  );
}

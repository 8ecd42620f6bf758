import { useTranslation } from 'react-i18next';
import { giveUpDrafts } from '#ui/app/kept-drafts.ts';
import { forgetUnsavedChanges, useUnsavedGuard } from '#ui/app/unsaved.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface UnsavedGuardProps {
  isDirty: boolean;
  /** The form has `useDraft`, so that only leaving on purpose loses anything. */
  isKeptAsDraft?: boolean;
}

export function UnsavedGuard({ isDirty, isKeptAsDraft = false }: UnsavedGuardProps) {
  const { t } = useTranslation('common');
  const blocker = useUnsavedGuard(isDirty, isKeptAsDraft);
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
        giveUpDrafts();
        blocker.proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    >
      {t('forms.unsavedText')}
    </ConfirmDialog>
  );
}

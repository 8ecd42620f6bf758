import { Modal, type ModalProps, Stack } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftOffer } from '../features/drafts/draft-offer.tsx';
import type { DraftInHand } from '../features/drafts/use-draft.ts';
import { ErrorNotice } from './error-notice.tsx';
import { FormButtons } from './form-buttons.tsx';

interface FormDialogProps {
  title: ReactNode;
  size?: ModalProps['size'];
  /** The dialog goes away; what was typed stays as a draft where there is one. */
  onClose: () => void;
  /** Gives up what was typed. Absent: the same as `onClose`. */
  onCancel?: () => void;
  onSubmit: () => void;
  /** Why the last attempt to save failed. */
  error?: unknown;
  isSaving: boolean;
  isComplete?: boolean;
  saveLabel?: string | undefined;
  isDangerous?: boolean;
  /** What was typed the last time, when the form keeps it. */
  kept?: DraftInHand | undefined;
  /** Beside the buttons: what takes the whole thing away. */
  removal?: ReactNode;
  /** With it the browser's own checks are off, and the form says what is wrong. */
  formRef?: Ref<HTMLFormElement>;
  children: ReactNode;
}

/** A dialog with one form in it. A click beside it does not throw away what was typed. */
export function FormDialog(props: FormDialogProps) {
  const { title, size = 'md', onClose, onCancel, onSubmit, error, kept, removal, ...rest } = props;
  const { formRef, children, ...foot } = rest;
  const { t } = useTranslation('common');
  const submit = () => {
    if (!foot.isSaving && foot.isComplete !== false) onSubmit();
  };
  const form = (
    <Stack gap="md">
      {children}
      <ErrorNotice error={error} />
      <FormButtons onCancel={onCancel ?? onClose} {...foot}>
        {removal}
      </FormButtons>
    </Stack>
  );
  return (
    <Modal
      opened
      size={size}
      closeOnClickOutside={false}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <form
        ref={formRef}
        noValidate={formRef !== undefined}
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog stands inside the form of the page it was opened from.
          event.stopPropagation();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      >
        {kept ? <DraftOffer draft={kept}>{form}</DraftOffer> : form}
      </form>
    </Modal>
  );
}

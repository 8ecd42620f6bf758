import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { IconShieldOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface LeavingDialogProps {
  title: string;
  /** That nothing protects the file there, in two or three words and in full. */
  warning: { title: string; text: string };
  saveLabel: string;
  isSaving: boolean;
  isNothing?: boolean;
  onSave: () => void;
  onClose: () => void;
  /** What leaves, above the warning. */
  children: ReactNode;
  /** What can be chosen, below it. */
  choices?: ReactNode;
}

/** Says what leaves the register, and that nothing protects it there, before it is asked where to. */
export function LeavingDialog(props: LeavingDialogProps) {
  const { title, warning, saveLabel, isSaving, isNothing = false, onSave, onClose } = props;
  const { t } = useTranslation('common');
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <Stack gap="md">
        {props.children}
        <Alert color="red" icon={<IconShieldOff aria-hidden />} title={warning.title}>
          {warning.text}
        </Alert>
        {props.choices}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('actions.cancel')}
          </Button>
          <Button disabled={isNothing} loading={isSaving} onClick={onSave}>
            {saveLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

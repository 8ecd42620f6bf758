import { Button, Group, Modal, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  isDangerous?: boolean;
  isWorking?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** The press of Escape that brings a question up must not answer it: it is still on its way when the question is there. */
function useNextEscape(opened: boolean): boolean {
  const [isNext, setNext] = useState(false);
  useEffect(() => {
    const later = setTimeout(() => setNext(opened));
    return () => clearTimeout(later);
  }, [opened]);
  return opened && isNext;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  const closeOnEscape = useNextEscape(props.opened);
  return (
    <Modal
      opened={props.opened}
      closeOnEscape={closeOnEscape}
      onClose={props.onCancel}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      {typeof props.children === 'string' ? <Text>{props.children}</Text> : props.children}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={props.onCancel} data-autofocus>
          {props.cancelLabel ?? t('actions.cancel')}
        </Button>
        <Button
          color={props.isDangerous ? 'red' : 'petrol'}
          loading={props.isWorking ?? false}
          onClick={props.onConfirm}
        >
          {props.confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}

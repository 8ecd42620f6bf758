import { Button, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './told-password.module.css';

interface ToldPasswordProps {
  /** What was saved, before the password. */
  saved: string;
  password: string;
  onDone: () => void;
}

/** The password of a file, told once: nobody can look it up afterwards. */
export function ToldPassword({ saved, password, onDone }: ToldPasswordProps) {
  const { t } = useTranslation('documents');
  return (
    <Stack gap="md" align="flex-start">
      <Text>{saved}</Text>
      <code className={classes.password}>{password}</code>
      <Text>{t('password.once')}</Text>
      <Button onClick={onDone} data-autofocus>
        {t('password.written')}
      </Button>
    </Stack>
  );
}

/** In a window of its own, which goes only when somebody says that it is written down. */
export function ToldPasswordDialog({
  fileName,
  ...told
}: Omit<ToldPasswordProps, 'saved'> & { fileName: string }) {
  const { t } = useTranslation('documents');
  return (
    <Modal
      opened
      size="lg"
      title={t('password.title')}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={told.onDone}
    >
      <ToldPassword saved={t('password.saved', { fileName })} {...told} />
    </Modal>
  );
}

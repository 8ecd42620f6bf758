import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from './session.tsx';

/** Says on every page that the register is not as it was left, until somebody says they have read it. */
export function RegisterAlert({ stays = false }: { stays?: boolean }) {
  const { t } = useTranslation('users');
  const { isRolledBack, isDamaged } = useSession();
  const [isRead, setRead] = useState(false);
  if (isRead || !(isRolledBack || isDamaged)) return null;
  return (
    <Alert
      color="red"
      role="alert"
      title={t('condition.title')}
      mb={stays ? undefined : 'lg'}
      withCloseButton={!stays}
      closeButtonLabel={t('condition.read')}
      onClose={() => setRead(true)}
    >
      {t(isDamaged ? 'condition.damaged' : 'condition.rolledBack')}
    </Alert>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface RemovalButtonProps {
  isRemoving: boolean;
  onRemove: () => void;
}

/** Takes away what the form is about; stands apart from its other buttons. */
export function RemovalButton({ isRemoving, onRemove }: RemovalButtonProps) {
  const { t } = useTranslation('common');
  return (
    <Button variant="subtle" color="red" loading={isRemoving} onClick={onRemove}>
      {t('actions.remove')}
    </Button>
  );
}

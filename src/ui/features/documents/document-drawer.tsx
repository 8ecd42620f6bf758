import { Drawer } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentView } from './document-view.tsx';

interface DocumentDrawerProps extends ComponentProps<typeof DocumentView> {
  onClose: () => void;
}

export function DocumentDrawer({ onClose, ...view }: DocumentDrawerProps) {
  const { t } = useTranslation('common');
  return (
    <Drawer
      opened
      size="46rem"
      onClose={onClose}
      title={view.label}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <DocumentView {...view} />
    </Drawer>
  );
}

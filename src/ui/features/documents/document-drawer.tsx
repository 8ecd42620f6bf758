import { Drawer, Stack } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentView } from './document-view.tsx';

interface DocumentDrawerProps extends ComponentProps<typeof DocumentView> {
  /** What the document can still be told; it stays while the document is drawn anew. */
  options?: ReactNode;
  onClose: () => void;
}

export function DocumentDrawer({ options, onClose, ...view }: DocumentDrawerProps) {
  const { t } = useTranslation('common');
  return (
    <Drawer
      opened
      size="46rem"
      onClose={onClose}
      title={view.label}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <Stack gap="md">
        {options}
        <DocumentView {...view} />
      </Stack>
    </Drawer>
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Prints the list or page in sight, without menus and buttons; `base.css` says what stays on paper. */
export function PrintButton() {
  const { t } = useTranslation('common');
  const print = () => window.print();
  useHotkeys([['mod+P', print]], []);
  return (
    <Tooltip label={t('header.print')}>
      <ActionIcon variant="subtle" size="lg" aria-label={t('header.print')} onClick={print}>
        <IconPrinter size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

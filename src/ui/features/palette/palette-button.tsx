import { ActionIcon, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCommand } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** People, pages and actions from the keyboard, wherever one is; also while typing in a field. */
export function PaletteButton() {
  const { t } = useTranslation('common');
  const [isOpen, setOpen] = useState(false);
  useHotkeys([['mod+K', () => setOpen(true)]], []);
  return (
    <>
      <Tooltip label={t('palette.open')}>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('palette.open')}
          aria-keyshortcuts="Control+K"
          onClick={() => setOpen(true)}
        >
          <IconCommand size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {isOpen && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

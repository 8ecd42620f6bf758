import { Button, Tooltip } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#ui/app/commands.ts';
import { NewServiceDialog } from './service-dialog.tsx';

/** From anywhere: what was done a moment ago, for whoever's file is open or for anybody. */
export function NoteServiceButton() {
  const { t } = useTranslation('services');
  const { personId } = useParams({ strict: false });
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useCommand('noteService', 'mod+E', open);
  return (
    <>
      <Tooltip label={t('shortcut')}>
        <Button
          variant="light"
          flex="none"
          leftSection={<IconPencilPlus size={18} aria-hidden />}
          aria-keyshortcuts="Control+E"
          onClick={open}
        >
          {t('noteService')}
        </Button>
      </Tooltip>
      {isOpen && <NewServiceDialog personId={personId} onDone={() => setOpen(false)} />}
    </>
  );
}

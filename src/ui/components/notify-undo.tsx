import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Long enough to reach the button by keyboard; the same can be undone later where the thing itself is. */
const UNDO_MS = 10_000;

/** A short word that it worked, with the way back. */
export function notifyWithUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <span>{message}</span>
        <Button
          size="compact-md"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {i18next.t('common:actions.undo')}
        </Button>
      </Group>
    ),
    color: 'petrol',
    autoClose: UNDO_MS,
    role: 'status',
    closeButtonProps: { 'aria-label': i18next.t('common:actions.closeMessage') },
  });
}

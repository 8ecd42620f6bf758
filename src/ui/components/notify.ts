import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

const closeButton = () => ({ 'aria-label': i18next.t('common:actions.closeMessage') });

/** A short word that it worked; it goes by itself and is read politely. */
export function notifyDone(message: string): void {
  notifications.show({
    message,
    color: 'petrol',
    autoClose: 3000,
    role: 'status',
    closeButtonProps: closeButton(),
  });
}

export function notifyProblem(message: string): void {
  notifications.show({
    message,
    color: 'red',
    autoClose: 12_000,
    closeButtonProps: closeButton(),
  });
}

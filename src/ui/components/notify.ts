import { notifications } from '@mantine/notifications';

/** A short word that it worked; it goes by itself and is read politely. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'petrol', autoClose: 4000, role: 'status' });
}

export function notifyProblem(message: string): void {
  notifications.show({ message, color: 'red', autoClose: 12_000 });
}

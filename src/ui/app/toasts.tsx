import { useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';

/** Below, where the line begins: away from the buttons that save, which stand at its end. */
export function Toasts() {
  const { dir } = useDirection();
  return <Notifications position={dir === 'rtl' ? 'bottom-right' : 'bottom-left'} limit={2} />;
}

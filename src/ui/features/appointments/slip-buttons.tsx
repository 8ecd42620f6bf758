import { Button, Group } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '#api/appointments.ts';
import { FormDrawer } from '../documents/form-drawer.tsx';

/** A slip for each person of an appointment that is saved. */
export function SlipButtons({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation('appointments');
  const [personId, setPersonId] = useState<string>();
  if (appointment.people.length === 0) return null;
  return (
    <Group gap="xs">
      {appointment.people.map(({ id, listedName }) => (
        <Button
          key={id}
          variant="default"
          leftSection={<IconFileText size={18} aria-hidden />}
          onClick={() => setPersonId(id)}
        >
          {appointment.people.length === 1 ? t('slip') : t('slipFor', { name: listedName })}
        </Button>
      ))}
      {personId && (
        <FormDrawer
          key={personId}
          personId={personId}
          form={{ kind: 'appointmentSlip', appointmentId: appointment.id }}
          onClose={() => setPersonId(undefined)}
        />
      )}
    </Group>
  );
}

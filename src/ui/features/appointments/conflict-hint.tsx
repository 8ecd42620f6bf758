import { Alert } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCalendarTime } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AppointmentDetails } from '#domain/appointments/appointment.ts';
import { vault } from '#ui/app/vault-client.ts';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { entryOfAppointment } from './calendar-entries.ts';

interface ConflictHintProps {
  details: AppointmentDetails;
  exceptId: string | undefined;
}

/** Says what else stands at that hour; it hinders nobody. */
export function ConflictHint({ details, exceptId }: ConflictHintProps) {
  const { t } = useTranslation('appointments');
  const { label } = useLabels();
  const { on, start, minutes, workerId, personIds } = details;
  const [asked] = useDebouncedValue({ on, start, minutes, workerId, personIds }, 250);
  const { data } = useQuery({
    queryKey: ['appointments', 'findConflicts', asked, exceptId],
    queryFn: () =>
      vault.appointments.findConflicts({
        details: { ...details, ...asked },
        ...(exceptId ? { exceptId } : {}),
      }),
    enabled: start !== undefined,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Alert color="terracotta" icon={<IconCalendarTime aria-hidden />} title={t('conflict')}>
      {data.items
        .map((one) => entryOfAppointment(one, label))
        .map((entry) => inOneLine([entry.start, entry.title, entry.what]))
        .join('; ')}
    </Alert>
  );
}

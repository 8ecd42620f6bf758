import { Modal, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { EventForm } from './event-form.tsx';

interface EventDialogProps {
  personId: string | undefined;
  /** Absent for a new one. */
  eventId?: string | undefined;
  onDone: () => void;
}

/** Something that happened, and from which days begin to count. */
export function EventDialog({ personId, eventId, onDone }: EventDialogProps) {
  const { t } = useTranslation(['deadlines', 'common']);
  const { today } = useSession();
  const { data, error } = useQuery({
    queryKey: ['procedureEvents', 'list', personId ?? 'association'],
    queryFn: () => vault.procedureEvents.list(personId ? { personId } : {}),
    enabled: eventId !== undefined,
  });
  const known = data?.items.find((one) => one.id === eventId);
  return (
    <Modal
      opened
      size="lg"
      onClose={onDone}
      title={t(eventId ? 'eventChange' : 'eventTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <ErrorNotice error={error} />
      {eventId === undefined || known ? (
        <EventForm
          personId={personId}
          eventId={eventId}
          start={known?.details ?? { on: today, sourceSeen: false }}
          onDone={onDone}
        />
      ) : (
        <Skeleton height={240} />
      )}
    </Modal>
  );
}

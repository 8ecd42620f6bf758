import { useQuery } from '@tanstack/react-query';
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
  const { today } = useSession();
  const { data, error } = useQuery({
    queryKey: ['procedureEvents', 'list', personId ?? 'association'],
    queryFn: () => vault.procedureEvents.list(personId ? { personId } : {}),
    enabled: eventId !== undefined,
  });
  const known = data?.items.find((one) => one.id === eventId);
  if (error) return <ErrorNotice error={error} />;
  if (eventId !== undefined && !known) return null;
  return (
    <EventForm
      personId={personId}
      eventId={eventId}
      start={known?.details ?? { on: today }}
      onDone={onDone}
    />
  );
}

import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldSession } from '#api/services.ts';
import { MOST_OCCURRENCES, occurrencesOf } from '#domain/appointments/recurrence.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';

interface RepeatDialogProps {
  session: HeldSession;
  onDone: () => void;
}

/** The same session again, week after week, with the same people expected. */
export function RepeatDialog({ session, onDone }: RepeatDialogProps) {
  const { t } = useTranslation(['sessions', 'common']);
  const [everyWeeks, setEveryWeeks] = useState(1);
  const [until, setUntil] = useState<string>();
  const { heldOn } = session.details;
  const count = until
    ? occurrencesOf(heldOn, { unit: 'week', every: everyWeeks, until }).length
    : 0;
  const isPossible = count > 1 && count <= MOST_OCCURRENCES;
  const repeat = useMutation({
    mutationFn: (day: string) => vault.sessions.repeat({ id: session.id, everyWeeks, until: day }),
    onSuccess: ({ added }) => {
      notifyDone(t('repeated', { count: added }));
      onDone();
    },
  });
  return (
    <Modal
      opened
      onClose={onDone}
      title={t('repeatTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack gap="md">
        <Text>{t('repeatText')}</Text>
        <NativeSelect
          label={t('every')}
          data={[1, 2, 3, 4].map((weeks) => ({
            value: String(weeks),
            label: t('everyWeeks', { count: weeks }),
          }))}
          value={String(everyWeeks)}
          onChange={(event) => setEveryWeeks(Number(event.currentTarget.value))}
        />
        <DateField
          label={t('until')}
          value={until}
          description={isPossible ? t('more', { count: count - 1 }) : undefined}
          error={until && !isPossible ? t('untilInvalid', { most: MOST_OCCURRENCES }) : undefined}
          onChange={setUntil}
        />
        <ErrorNotice error={repeat.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common:actions.cancel')}
          </Button>
          <Button
            disabled={!isPossible}
            loading={repeat.isPending}
            onClick={() => until && repeat.mutate(until)}
          >
            {t('repeat')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

import { ActionIcon, Alert, Button, Group, NativeSelect, Stack, Switch, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { usePerson } from '../people/use-person.ts';
import type { CaseAccess } from './use-case-access.ts';

interface CaseAccessPanelProps {
  personId: string;
  access: CaseAccess;
}

/** For coordinators: who reads the protected notes, and who sees the person at all. */
export function CaseAccessPanel({ personId, access }: CaseAccessPanelProps) {
  const { t } = useTranslation('notes');
  const restrict = useMutation({
    mutationFn: (isRestricted: boolean) => vault.caseAccess.save({ personId, isRestricted }),
    onSuccess: (_, isRestricted) =>
      notifyDone(t(isRestricted ? 'restricted.on' : 'restricted.off')),
  });
  const revoke = useMutation({
    mutationFn: (userId: string) => vault.caseAccess.revoke({ personId, userId }),
    onSuccess: () => notifyDone(t('access.revoked')),
  });
  return (
    <Panel title={t('access.title')} hint={t('access.hint')}>
      <Stack gap="md">
        {access.named.length === 0 && <Text c="dimmed">{t('access.nobody')}</Text>}
        {access.named.map((user) => (
          <Group key={user.id} gap="xs">
            <Text>{user.name}</Text>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('access.remove', { name: user.name })}
              loading={revoke.isPending}
              onClick={() => revoke.mutate(user.id)}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {access.others.length > 0 && <NameSomebody personId={personId} others={access.others} />}
        <Switch
          label={t('restricted.label')}
          description={t('restricted.hint')}
          checked={access.isRestricted}
          disabled={restrict.isPending}
          onChange={(event) => restrict.mutate(event.currentTarget.checked)}
        />
        {access.isRestricted && <WorkerLeftOut personId={personId} others={access.others} />}
        <Text size="sm" c="dimmed">
          {t('restricted.honest')}
        </Text>
        <ErrorNotice error={restrict.error ?? revoke.error} />
      </Stack>
    </Panel>
  );
}

/** Whoever follows the person and is not named sees them no more, and may not know why. */
function WorkerLeftOut({ personId, others }: Pick<CaseAccess, 'others'> & { personId: string }) {
  const { t } = useTranslation('notes');
  const worker = usePerson(personId).data?.caseFile.worker;
  if (!worker || !others.some(({ id }) => id === worker.id)) return null;
  return (
    <Alert color="yellow" role="status">
      {t('restricted.workerLeftOut', { name: worker.name })}
    </Alert>
  );
}

function NameSomebody({ personId, others }: { personId: string; others: CaseAccess['others'] }) {
  const { t } = useTranslation('notes');
  const [userId, setUserId] = useState('');
  const grant = useMutation({
    mutationFn: () => vault.caseAccess.grant({ personId, userId }),
    onSuccess: () => {
      setUserId('');
      notifyDone(t('access.granted'));
    },
  });
  return (
    <>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('access.add')}
          data={[
            { value: '', label: t('access.choose') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={userId}
          onChange={(event) => setUserId(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={userId === ''}
          loading={grant.isPending}
          onClick={() => grant.mutate()}
        >
          {t('access.add')}
        </Button>
      </Group>
      <ErrorNotice error={grant.error} />
    </>
  );
}

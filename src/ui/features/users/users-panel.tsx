import { ActionIcon, Alert, Button, Menu, Table } from '@mantine/core';
import { IconDotsVertical, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '#api/users.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { AddUserDialog } from './add-user-dialog.tsx';
import { type UserAction, UserActionDialog } from './user-action-dialog.tsx';

/** Who can open the register, and what becomes of their access. For coordinators. */
export function UsersPanel() {
  const { t } = useTranslation('users');
  const [isAdding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<{ user: User; action: UserAction }>();
  const { data, error, refetch } = useQuery({
    queryKey: ['users', 'list'],
    queryFn: () => vault.users.list({}),
  });
  return (
    <Panel
      title={t('title')}
      hint={t('hint')}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('add')}
        </Button>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data?.isRecoveryOutdated && (
        <Alert color="terracotta" mb="md">
          {t('recoveryOutdated')}
        </Alert>
      )}
      {data && (
        <UserTable users={data.items} onAction={(user, action) => setChosen({ user, action })} />
      )}
      {isAdding && <AddUserDialog onClose={() => setAdding(false)} />}
      {chosen && (
        <UserActionDialog
          user={chosen.user}
          action={chosen.action}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Panel>
  );
}

interface UserTableProps {
  users: User[];
  onAction: (user: User, action: UserAction) => void;
}

function UserTable({ users, onAction }: UserTableProps) {
  const { t } = useTranslation('users');
  const session = useSession();
  const dates = useDates();
  return (
    <Table verticalSpacing="sm" aria-label={t('caption')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('name')}</Table.Th>
          <Table.Th>{t('role')}</Table.Th>
          <Table.Th>{t('signInName')}</Table.Th>
          <Table.Th>{t('lastUnlocked')}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {users.map((user) => (
          <Table.Tr key={user.id}>
            <Table.Td>
              {user.name}
              {user.id === session.user.id && ` (${t('you')})`}{' '}
              {user.state !== 'active' && <Tag tone="attention">{t(`states.${user.state}`)}</Tag>}
              {!user.seesPhotos && <Tag>{t('withoutPhotos')}</Tag>}{' '}
              {user.isOutdated && <Tag tone="attention">{t('outdated')}</Tag>}
            </Table.Td>
            <Table.Td>{t(`roles.${user.role}`)}</Table.Td>
            <Table.Td>{user.signInName ?? '–'}</Table.Td>
            <Table.Td>
              {user.lastUnlockedAt ? dates.day(user.lastUnlockedAt.slice(0, 10)) : t('never')}
            </Table.Td>
            <Table.Td ta="end">
              {user.id !== session.user.id && (
                <UserMenu user={user} onAction={(action) => onAction(user, action)} />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function UserMenu({ user, onAction }: { user: User; onAction: (action: UserAction) => void }) {
  const { t } = useTranslation('users');
  const actions: UserAction[] = [
    'changeRole',
    user.seesPhotos ? 'hidePhotos' : 'showPhotos',
    'reset',
    user.state === 'suspended' ? 'resume' : 'suspend',
    'remove',
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={t('actionsFor', { name: user.name })}>
          <IconDotsVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action}
            {...(action === 'remove' ? { color: 'red' } : {})}
            onClick={() => onAction(action)}
          >
            {t(`menu.${action}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

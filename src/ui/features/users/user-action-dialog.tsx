import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '#api/users.ts';
import { type Role, roles } from '#domain/vault/role.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { IssuedPassphrase } from './issued-passphrase.tsx';
import { newWords } from './new-words.ts';

export type UserAction = 'changeRole' | 'reset' | 'suspend' | 'resume' | 'remove';

interface ActionProps {
  user: User;
  onClose: () => void;
}

const dialogs: Record<UserAction, (props: ActionProps) => React.ReactNode> = {
  changeRole: RoleDialog,
  reset: ResetDialog,
  suspend: SuspendDialog,
  resume: ResumeDialog,
  remove: RemoveDialog,
};

export function UserActionDialog({ action, ...props }: ActionProps & { action: UserAction }) {
  const Dialog = dialogs[action];
  return <Dialog {...props} />;
}

interface FrameProps {
  title: string;
  confirmLabel: string;
  isDangerous?: boolean;
  isWorking: boolean;
  isReady?: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children: React.ReactNode;
}

function Frame(props: FrameProps) {
  const { t } = useTranslation('common');
  return (
    <Modal
      opened
      size="lg"
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (props.isReady !== false) props.onConfirm();
        }}
      >
        <Stack gap="md">
          {props.children}
          <ErrorNotice error={props.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('actions.cancel')}
            </Button>
            <Button
              type="submit"
              color={props.isDangerous ? 'red' : 'petrol'}
              loading={props.isWorking}
              disabled={props.isReady === false}
            >
              {props.confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function RoleDialog({ user, onClose }: ActionProps) {
  const { t } = useTranslation('users');
  const [role, setRole] = useState<Role>(user.role);
  const save = useMutation({
    mutationFn: () => vault.users.changeRole({ id: user.id, role }),
    onSuccess: () => {
      notifyDone(t('done.role'));
      onClose();
    },
  });
  return (
    <Frame
      title={t('roleDialog.title', { name: user.name })}
      confirmLabel={t('roleDialog.save')}
      isWorking={save.isPending}
      isReady={role !== user.role}
      error={save.error}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('role')}
        description={t(`roleHints.${role}`)}
        data={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        value={role}
        onChange={(event) =>
          setRole(roles.find((one) => one === event.currentTarget.value) ?? user.role)
        }
      />
      {user.role === 'coordinator' && role !== 'coordinator' && (
        <Text>{t('roleDialog.losing')}</Text>
      )}
    </Frame>
  );
}

function ResetDialog({ user, onClose }: ActionProps) {
  const { t } = useTranslation(['users', 'common']);
  const { current: language } = useLanguage();
  const reset = useMutation({
    mutationFn: async () => {
      const passphrase = await newWords(language, user.role);
      const { signInName } = await vault.users.reset({ id: user.id, passphrase });
      return { signInName, passphrase };
    },
  });
  if (reset.data) {
    return (
      <Modal
        opened
        size="lg"
        onClose={onClose}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
        title={t('issued.title', { name: user.name })}
      >
        <IssuedPassphrase name={user.name} {...reset.data} onDone={onClose} />
      </Modal>
    );
  }
  return (
    <Frame
      title={t('resetDialog.title', { name: user.name })}
      confirmLabel={t('menu.reset')}
      isWorking={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate()}
      onClose={onClose}
    >
      <Text>{t('resetDialog.text')}</Text>
    </Frame>
  );
}

function SuspendDialog({ user, onClose }: ActionProps) {
  const { t } = useTranslation('users');
  const suspend = useMutation({
    mutationFn: () => vault.users.suspend({ id: user.id }),
    onSuccess: () => {
      notifyDone(t('done.suspended'));
      onClose();
    },
  });
  return (
    <Frame
      title={t('suspendDialog.title', { name: user.name })}
      confirmLabel={t('menu.suspend')}
      isWorking={suspend.isPending}
      error={suspend.error}
      onConfirm={() => suspend.mutate()}
      onClose={onClose}
    >
      <Text>{t('suspendDialog.text')}</Text>
    </Frame>
  );
}

function ResumeDialog({ user, onClose }: ActionProps) {
  const { t } = useTranslation('users');
  const resume = useMutation({
    mutationFn: () => vault.users.resume({ id: user.id }),
    onSuccess: () => {
      notifyDone(t('done.resumed'));
      onClose();
    },
  });
  return (
    <Frame
      title={`${t('menu.resume')}: ${user.name}`}
      confirmLabel={t('menu.resume')}
      isWorking={resume.isPending}
      error={resume.error}
      onConfirm={() => resume.mutate()}
      onClose={onClose}
    >
      <Text>{t(`roleHints.${user.role}`)}</Text>
    </Frame>
  );
}

function RemoveDialog({ user, onClose }: ActionProps) {
  const { t } = useTranslation('users');
  const [typed, setTyped] = useState('');
  const same = (one: string) => one.trim().replace(/\s+/g, ' ').toLowerCase();
  const remove = useMutation({
    mutationFn: () => vault.users.remove({ id: user.id }),
    onSuccess: () => {
      notifyDone(t('done.removed'));
      onClose();
    },
  });
  return (
    <Frame
      title={t('removeDialog.title', { name: user.name })}
      confirmLabel={t('removeDialog.confirm')}
      isDangerous
      isWorking={remove.isPending}
      isReady={same(typed) === same(user.name)}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Text>{t('removeDialog.text', { name: user.name })}</Text>
      <TextInput
        data-autofocus
        label={t('removeDialog.type', { name: user.name })}
        autoComplete="off"
        maxLength={240}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </Frame>
  );
}

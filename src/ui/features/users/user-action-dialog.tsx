import { Modal, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '#api/users.ts';
import { type Role, roles } from '#domain/vault/role.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { IssuedPassphrase } from './issued-passphrase.tsx';
import { newWords } from './new-words.ts';

export type UserAction =
  | 'changeRole'
  | 'hidePhotos'
  | 'showPhotos'
  | 'reset'
  | 'suspend'
  | 'resume'
  | 'remove';

interface ActionProps {
  user: User;
  onClose: () => void;
}

const dialogs: Record<UserAction, (props: ActionProps) => React.ReactNode> = {
  changeRole: RoleDialog,
  hidePhotos: PhotosDialog,
  showPhotos: PhotosDialog,
  reset: ResetDialog,
  suspend: SuspendDialog,
  resume: ResumeDialog,
  remove: RemoveDialog,
};

export function UserActionDialog({ action, ...props }: ActionProps & { action: UserAction }) {
  const Dialog = dialogs[action];
  return <Dialog {...props} />;
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
    <FormDialog
      size="lg"
      title={t('roleDialog.title', { name: user.name })}
      saveLabel={t('roleDialog.save')}
      isSaving={save.isPending}
      isComplete={role !== user.role}
      error={save.error}
      onSubmit={() => role !== user.role && save.mutate()}
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
    </FormDialog>
  );
}

/** Which of the two it is, is what holds now turned round. */
function PhotosDialog({ user, onClose }: ActionProps) {
  const { t } = useTranslation('users');
  const action = user.seesPhotos ? 'hidePhotos' : 'showPhotos';
  const change = useMutation({
    mutationFn: () => vault.users.changePhotos({ id: user.id, seesPhotos: !user.seesPhotos }),
    onSuccess: () => {
      notifyDone(t(`done.${action}`));
      onClose();
    },
  });
  return (
    <FormDialog
      size="lg"
      title={`${t(`menu.${action}`)}: ${user.name}`}
      saveLabel={t(`menu.${action}`)}
      isSaving={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <Text>{t(`photosDialog.${action}`)}</Text>
    </FormDialog>
  );
}

function ResetDialog({ user, onClose }: ActionProps) {
  const { t } = useTranslation('users');
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
    <FormDialog
      size="lg"
      title={t('resetDialog.title', { name: user.name })}
      saveLabel={t('menu.reset')}
      isSaving={reset.isPending}
      error={reset.error}
      onSubmit={() => reset.mutate()}
      onClose={onClose}
    >
      <Text>{t('resetDialog.text', { name: user.name })}</Text>
    </FormDialog>
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
    <FormDialog
      size="lg"
      title={t('suspendDialog.title', { name: user.name })}
      saveLabel={t('menu.suspend')}
      isSaving={suspend.isPending}
      error={suspend.error}
      onSubmit={() => suspend.mutate()}
      onClose={onClose}
    >
      <Text>{t('suspendDialog.text')}</Text>
    </FormDialog>
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
    <FormDialog
      size="lg"
      title={`${t('menu.resume')}: ${user.name}`}
      saveLabel={t('menu.resume')}
      isSaving={resume.isPending}
      error={resume.error}
      onSubmit={() => resume.mutate()}
      onClose={onClose}
    >
      <Text>{t(`roleHints.${user.role}`)}</Text>
    </FormDialog>
  );
}

function RemoveDialog({ user, onClose }: ActionProps) {
  const { t } = useTranslation('users');
  const [typed, setTyped] = useState('');
  const same = (one: string) => one.trim().replace(/\s+/g, ' ').toLowerCase();
  const isNamed = same(typed) === same(user.name);
  const remove = useMutation({
    mutationFn: () => vault.users.remove({ id: user.id }),
    onSuccess: () => {
      notifyDone(t('done.removed'));
      onClose();
    },
  });
  return (
    <FormDialog
      size="lg"
      title={t('removeDialog.title', { name: user.name })}
      saveLabel={t('removeDialog.confirm')}
      isDangerous
      isSaving={remove.isPending}
      isComplete={isNamed}
      error={remove.error}
      onSubmit={() => isNamed && remove.mutate()}
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
    </FormDialog>
  );
}

import { Alert, Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import classes from './recovery-key.module.css';

interface RecoveryKey {
  groups: string[];
  confirm: number[];
}

interface RecoveryKeyStepsProps {
  recoveryKey: RecoveryKey;
  onConfirmed: () => void;
}

/** Shows the key once to be written by hand, then asks for two of its groups. */
export function RecoveryKeySteps({ recoveryKey, onConfirmed }: RecoveryKeyStepsProps) {
  const [isWritten, setWritten] = useState(false);
  return isWritten ? (
    <ConfirmGroups
      positions={recoveryKey.confirm}
      onConfirmed={onConfirmed}
      onLookAgain={() => setWritten(false)}
    />
  ) : (
    <ShownKey groups={recoveryKey.groups} onWritten={() => setWritten(true)} />
  );
}

function ShownKey({ groups, onWritten }: { groups: string[]; onWritten: () => void }) {
  const { t } = useTranslation('vault');
  return (
    <>
      <PageHeading lead={t('create.recovery.lead')}>{t('create.recovery.title')}</PageHeading>
      <Stack gap="md">
        <ol className={classes.groups} aria-label={t('create.recovery.label')}>
          {[...groups.entries()].map(([position, group]) => (
            <li key={position} className={classes.group}>
              <span className={classes.number}>{position + 1}</span>
              <span className={classes.characters}>{group}</span>
            </li>
          ))}
        </ol>
        <Alert color="terracotta" icon={<IconPencil aria-hidden />}>
          {t('create.recovery.advice')}
        </Alert>
        <Button size="md" onClick={onWritten}>
          {t('create.recovery.written')}
        </Button>
      </Stack>
    </>
  );
}

interface ConfirmGroupsProps {
  positions: number[];
  onConfirmed: () => void;
  onLookAgain: () => void;
}

function ConfirmGroups({ positions, onConfirmed, onLookAgain }: ConfirmGroupsProps) {
  const { t } = useTranslation('vault');
  const [typed, setTyped] = useState<Record<number, string>>({});
  const confirm = useMutation({
    mutationFn: () =>
      vault.vault.confirmRecoveryKey({
        groups: positions.map((position) => ({ position, value: typed[position] ?? '' })),
      }),
    onSuccess: onConfirmed,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <PageHeading lead={t('create.confirm.lead')}>{t('create.confirm.title')}</PageHeading>
      <Stack gap="md">
        <Group grow>
          {positions.map((position) => (
            <TextInput
              key={position}
              size="md"
              label={t('create.recovery.group', { number: position + 1 })}
              autoComplete="off"
              spellCheck={false}
              maxLength={12}
              value={typed[position] ?? ''}
              onChange={(event) =>
                setTyped({ ...typed, [position]: event.currentTarget.value.toUpperCase() })
              }
            />
          ))}
        </Group>
        <ErrorNotice error={confirm.error} />
        <Button
          type="submit"
          size="md"
          loading={confirm.isPending}
          disabled={positions.some((position) => (typed[position] ?? '').trim().length < 4)}
        >
          {t('create.confirm.open')}
        </Button>
        <Group>
          <Anchor component="button" type="button" onClick={onLookAgain}>
            {t('create.confirm.lookAgain')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}

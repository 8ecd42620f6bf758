import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';

interface AskedGroup {
  /** Of a split key. */
  part?: number;
  position: number;
}

interface ConfirmGroupsProps {
  asked: AskedGroup[];
  onConfirmed: () => void;
  onLookAgain: () => void;
}

const keyOf = ({ part = 0, position }: AskedGroup) => `${part}.${position}`;

/** Some groups typed back from paper: proof that they are on it. */
export function ConfirmGroups({ asked, onConfirmed, onLookAgain }: ConfirmGroupsProps) {
  const { t } = useTranslation('vault');
  const [typed, setTyped] = useState<Record<string, string>>({});
  const typedIn = (one: AskedGroup) => typed[keyOf(one)] ?? '';
  const isSplit = asked.some(({ part }) => part !== undefined);
  const confirm = useMutation({
    mutationFn: () => {
      const groups = asked.map((one) => ({ position: one.position, value: typedIn(one) }));
      return isSplit
        ? vault.recoveryParts.confirm({
            groups: groups.map((group, index) => ({ ...group, part: asked[index]?.part ?? 1 })),
          })
        : vault.vault.confirmRecoveryKey({ groups });
    },
    onSuccess: onConfirmed,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <PageHeading lead={t(isSplit ? 'create.confirm.partsLead' : 'create.confirm.lead')}>
        {t('create.confirm.title')}
      </PageHeading>
      <Stack gap="md">
        <Group grow>
          {asked.map((one) => (
            <TextInput
              key={keyOf(one)}
              size="md"
              label={
                one.part === undefined
                  ? t('create.recovery.group', { number: one.position + 1 })
                  : t('create.recovery.partGroup', { part: one.part, number: one.position + 1 })
              }
              autoComplete="off"
              spellCheck={false}
              maxLength={12}
              value={typedIn(one)}
              onChange={(event) => {
                const value = event.currentTarget.value.toUpperCase();
                setTyped((now) => ({ ...now, [keyOf(one)]: value }));
              }}
            />
          ))}
        </Group>
        <ErrorNotice error={confirm.error} />
        <Button
          type="submit"
          size="md"
          loading={confirm.isPending}
          disabled={asked.some((one) => typedIn(one).trim().length < 4)}
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

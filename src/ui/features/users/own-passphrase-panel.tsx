import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { PassphraseInput } from '#ui/components/passphrase-input.tsx';
import { NewPassphraseFields } from '../vault/new-passphrase-fields.tsx';

export function OwnPassphrasePanel() {
  const { t } = useTranslation(['users', 'common']);
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t('own.title')} hint={t('own.hint')}>
      {isOpen ? (
        <OwnPassphraseForm onDone={() => setOpen(false)} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('own.save')}
        </Button>
      )}
    </Panel>
  );
}

function OwnPassphraseForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['users', 'common']);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState<string>();
  const change = useMutation({
    mutationFn: (passphrase: string) => vault.users.changePassphrase({ current, passphrase }),
    onSuccess: () => {
      notifyDone(t('own.saved'));
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (current !== '' && next !== undefined) change.mutate(next);
      }}
    >
      <Stack gap="md" maw={520}>
        <PassphraseInput
          label={t('own.current')}
          autoComplete="off"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPassphraseFields label={t('own.next')} onChange={setNext} />
        <ErrorNotice error={change.error} />
        <Group>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={current === '' || next === undefined}
          >
            {t('own.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:actions.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Button, ColorInput, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterheadChoice } from '#domain/letters/letterhead.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';

/** Logo, colour and foot of every letter; name and address stand in the association's own panel. */
export function LetterheadPanel() {
  const { t } = useTranslation('letter-templates');
  const { data, error } = useQuery({
    queryKey: ['letters', 'letterhead'],
    queryFn: () => vault.letterhead.get({}),
  });
  return (
    <Panel title={t('letterhead.title')} hint={t('letterhead.hint')}>
      <ErrorNotice error={error} />
      {data && (
        <LetterheadFields
          key={JSON.stringify(data)}
          start={{ accent: data.accent, footer: data.footer }}
          hasLogo={data.hasLogo}
        />
      )}
    </Panel>
  );
}

interface LetterheadFieldsProps {
  start: LetterheadChoice;
  hasLogo: boolean;
}

function LetterheadFields({ start, hasLogo }: LetterheadFieldsProps) {
  const { t } = useTranslation('letter-templates');
  const [accent, setAccent] = useState(start.accent ?? '');
  const [footer, setFooter] = useState(start.footer ?? '');
  const save = useMutation({
    mutationFn: () =>
      vault.letterhead.save({ accent: accent || undefined, footer: footer.trim() || undefined }),
    onSuccess: () => notifyDone(t('letterhead.saved')),
  });
  const logo = useMutation({
    mutationFn: async (isTaken: boolean) => {
      if (!isTaken) return vault.letterhead.saveLogo({ grant: null });
      const { grants } = await vault.shell.chooseFiles({});
      const [grant] = grants;
      return grant === undefined ? null : vault.letterhead.saveLogo({ grant });
    },
  });
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="md">
        <ColorInput
          label={t('letterhead.accent')}
          withEyeDropper={false}
          value={accent}
          onChange={setAccent}
        />
        <TextInput
          flex={1}
          miw="14rem"
          label={t('letterhead.footer')}
          maxLength={160}
          value={footer}
          onChange={(event) => setFooter(event.currentTarget.value)}
        />
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t('letterhead.save')}
        </Button>
      </Group>
      <Group gap="md">
        <Text size="sm">{t(hasLogo ? 'letterhead.hasLogo' : 'letterhead.noLogo')}</Text>
        <Button variant="default" loading={logo.isPending} onClick={() => logo.mutate(true)}>
          {t('letterhead.chooseLogo')}
        </Button>
        {hasLogo && (
          <Button variant="subtle" onClick={() => logo.mutate(false)}>
            {t('letterhead.removeLogo')}
          </Button>
        )}
      </Group>
      <ErrorNotice error={save.error ?? logo.error} />
    </Stack>
  );
}

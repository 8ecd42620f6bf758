import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalisePassphrase } from '#domain/vault/passphrase.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PassphraseInput } from '#ui/components/passphrase-input.tsx';
import classes from './create-passphrase-step.module.css';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';
import { WizardButtons } from './wizard-buttons.tsx';

interface CreatePassphraseStepProps {
  error: unknown;
  isCreating: boolean;
  onBack: () => void;
  onNext: (passphrase: string) => void;
}

export function CreatePassphraseStep(props: CreatePassphraseStepProps) {
  const { t } = useTranslation('vault');
  const [kind, setKind] = useState('suggested');
  const [passphrase, setPassphrase] = useState<string>();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== undefined) props.onNext(passphrase);
      }}
    >
      <PageHeading lead={t('create.passphrase.lead')}>{t('create.passphrase.title')}</PageHeading>
      <Stack gap="md">
        <SegmentedControl
          fullWidth
          value={kind}
          onChange={(next) => {
            setKind(next);
            setPassphrase(undefined);
          }}
          data={[
            { value: 'suggested', label: t('create.passphrase.suggested') },
            { value: 'own', label: t('create.passphrase.own') },
          ]}
        />
        {kind === 'suggested' ? (
          <SuggestedPassphrase onChange={setPassphrase} />
        ) : (
          <NewPassphraseFields label={t('create.passphrase.field')} onChange={setPassphrase} />
        )}
        <ErrorNotice error={props.error} />
        {props.isCreating && (
          <Text size="sm" c="dimmed" role="status">
            {t('create.passphrase.creating')}
          </Text>
        )}
      </Stack>
      <WizardButtons
        onBack={props.onBack}
        canContinue={passphrase !== undefined}
        isWorking={props.isCreating}
        continueLabel={t('create.passphrase.create')}
      />
    </form>
  );
}

function SuggestedPassphrase({ onChange }: { onChange: (passphrase?: string) => void }) {
  const { t } = useTranslation('vault');
  const { current } = useLanguage();
  const [typed, setTyped] = useState('');
  const [isLeft, setLeft] = useState(false);
  const suggestion = useQuery({
    queryKey: ['shell', 'suggestPassphrase', current],
    queryFn: () => vault.vault.suggestPassphrase({ language: current, words: 5 }),
    gcTime: 0,
  });
  const suggested = suggestion.data?.passphrase ?? '';
  const matches = (text: string) => suggested !== '' && normalisePassphrase(text) === suggested;
  return (
    <>
      <div className={classes.words} aria-live="polite">
        <code>{suggested}</code>
        <Group justify="flex-end">
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => {
              setTyped('');
              setLeft(false);
              onChange(undefined);
              void suggestion.refetch();
            }}
          >
            {t('create.passphrase.another')}
          </Button>
        </Group>
      </div>
      <PassphraseInput
        label={t('create.passphrase.typeBack')}
        description={t('create.passphrase.typeBackHint')}
        autoComplete="off"
        value={typed}
        error={
          isLeft && typed !== '' && !matches(typed) ? t('create.passphrase.different') : undefined
        }
        onBlur={() => setLeft(true)}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          setLeft(false);
          onChange(matches(text) ? text : undefined);
        }}
      />
      <ErrorNotice error={suggestion.error} />
    </>
  );
}

import { SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedRecovery } from '#api/recovery.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PassphraseInput } from '#ui/components/passphrase-input.tsx';

import { RecoveryFields } from '../vault/recovery-fields.tsx';
import { WizardButtons } from '../vault/wizard-buttons.tsx';
import { RestoreProgress } from './restore-progress.tsx';
import type { Way } from './restore-wizard.tsx';

const kinds = ['passphrase', 'key', 'parts'] as const;
type Kind = (typeof kinds)[number];

interface RestoreWayStepProps {
  asksForName: boolean;
  isRestoring: boolean;
  error: unknown;
  onBack: () => void;
  onRestore: (way: Way) => void;
}

export function RestoreWayStep(props: RestoreWayStepProps) {
  const { t } = useTranslation('vault');
  const { asksForName } = props;
  const [kind, setKind] = useState<Kind>('passphrase');
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [typed, setTyped] = useState<TypedRecovery>();
  const isNamed = !asksForName || name.trim() !== '';
  const withPassphrase: Way | undefined =
    passphrase === '' || !isNamed ? undefined : { passphrase, ...(asksForName ? { name } : {}) };
  const way = kind === 'passphrase' ? withPassphrase : typed;
  const titles = {
    passphrase: t('restore.withPassphrase'),
    key: t('restore.withKey'),
    parts: t('restore.withParts'),
  };

  return (
    <>
      {props.isRestoring && <RestoreProgress />}
      {/* Kept behind it: whoever slipped in forty characters corrects one. */}
      <form
        hidden={props.isRestoring}
        onSubmit={(event) => {
          event.preventDefault();
          if (way) props.onRestore(way);
        }}
      >
        <PageHeading lead={t('restore.wayLead')}>{t('restore.wayTitle')}</PageHeading>
        <Stack gap="md">
          <SegmentedControl
            fullWidth
            aria-label={t('restore.wayLabel')}
            data={kinds.map((one) => ({ value: one, label: titles[one] }))}
            value={kind}
            onChange={(value) => {
              setKind(kinds.find((one) => one === value) ?? 'passphrase');
              setTyped(undefined);
            }}
          />
          {kind === 'passphrase' ? (
            <>
              {asksForName && (
                <TextInput
                  size="md"
                  label={t('unlock.name')}
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={80}
                  value={name}
                  onChange={(event) => setName(event.currentTarget.value)}
                />
              )}
              <PassphraseInput
                size="md"
                label={t('unlock.passphrase')}
                autoComplete="off"
                value={passphrase}
                onChange={(event) => setPassphrase(event.currentTarget.value)}
              />
            </>
          ) : (
            <RecoveryFields key={kind} kind={kind} onChange={setTyped} />
          )}
          <ErrorNotice error={props.error} />
        </Stack>
        <WizardButtons
          onBack={props.onBack}
          canContinue={way !== undefined}
          continueLabel={t('restore.start')}
        />
      </form>
    </>
  );
}

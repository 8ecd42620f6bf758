import { Progress, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { CreatePassphraseStep } from './create-passphrase-step.tsx';
import { CreateWhereStep } from './create-where-step.tsx';
import { CreateWhoStep } from './create-who-step.tsx';
import { RecoveryKeySteps } from './recovery-key.tsx';

interface CreateWizardProps {
  onBack: () => void;
  onDone: (folder: string) => void;
}

export interface WhereAnswer {
  folder: string;
  newFolderName: string;
}

export interface WhoAnswer {
  name: string;
  casePrefix: string;
  userName: string;
}

const steps = ['where', 'who', 'passphrase', 'recovery'] as const;
type Step = (typeof steps)[number];

/** Where, who, passphrase, recovery key: one question a page. */
export function CreateWizard({ onBack, onDone }: CreateWizardProps) {
  const { t } = useTranslation('vault');
  const [step, setStep] = useState<Step>('where');
  const [where, setWhere] = useState<WhereAnswer>();
  const [who, setWho] = useState<WhoAnswer>();
  const create = useMutation({
    mutationFn: (passphrase: string) => {
      const { folder = '', newFolderName = '' } = where ?? {};
      const { userName = '', name = '', casePrefix = '' } = who ?? {};
      const association = { name, casePrefix };
      return vault.vault.create({ folder, newFolderName, passphrase, userName, association });
    },
    onSuccess: () => setStep('recovery'),
  });
  const number = steps.indexOf(step) + 1;

  return (
    <>
      <Text size="sm" c="dimmed" mb={4}>
        {t('create.step', { step: number, total: steps.length })}
      </Text>
      <Progress value={(number / steps.length) * 100} size={4} mb="lg" aria-hidden />
      {step === 'where' && (
        <CreateWhereStep
          initial={where}
          onBack={onBack}
          onNext={(answer) => {
            setWhere(answer);
            setStep('who');
          }}
        />
      )}
      {step === 'who' && (
        <CreateWhoStep
          initial={who}
          onBack={() => setStep('where')}
          onNext={(answer) => {
            setWho(answer);
            setStep('passphrase');
          }}
        />
      )}
      {step === 'passphrase' && (
        <CreatePassphraseStep
          error={create.error}
          isCreating={create.isPending}
          onBack={() => setStep('who')}
          onNext={(passphrase) => create.mutate(passphrase)}
        />
      )}
      {step === 'recovery' && create.data && (
        <RecoveryKeySteps
          recoveryKey={create.data.recoveryKey}
          onConfirmed={() => onDone(create.data.folder)}
        />
      )}
    </>
  );
}

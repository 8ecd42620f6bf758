import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { associationDetails } from '#domain/casework/association.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import type { WhoAnswer } from './create-wizard.tsx';
import { proposePrefix } from './propose-prefix.ts';
import { WizardButtons } from './wizard-buttons.tsx';

interface CreateWhoStepProps {
  initial: WhoAnswer | undefined;
  onBack: () => void;
  onNext: (answer: WhoAnswer) => void;
}

export function CreateWhoStep({ initial, onBack, onNext }: CreateWhoStepProps) {
  const { t } = useTranslation('vault');
  const [name, setName] = useState(initial?.name ?? '');
  const [typedPrefix, setTypedPrefix] = useState(initial?.casePrefix);
  const [userName, setUserName] = useState(initial?.userName ?? '');
  const casePrefix = typedPrefix ?? proposePrefix(name);
  const isPrefixGood = associationDetails.shape.casePrefix.safeParse(casePrefix).success;
  const canContinue = name.trim() !== '' && userName.trim() !== '' && isPrefixGood;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canContinue) onNext({ name, casePrefix, userName });
      }}
    >
      <PageHeading lead={t('create.who.lead')}>{t('create.who.title')}</PageHeading>
      <Stack gap="md">
        <TextInput
          label={t('create.who.association')}
          required
          maxLength={160}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('create.who.prefix')}
          description={t('create.who.prefixHint', { example: `${casePrefix || 'APP'}-2026-K7QM2` })}
          required
          maxLength={6}
          value={casePrefix}
          error={casePrefix !== '' && !isPrefixGood ? t('create.who.prefixError') : undefined}
          onChange={(event) => setTypedPrefix(event.currentTarget.value.toUpperCase())}
        />
        <TextInput
          label={t('create.who.userName')}
          description={t('create.who.userHint')}
          required
          maxLength={120}
          value={userName}
          onChange={(event) => setUserName(event.currentTarget.value)}
        />
      </Stack>
      <WizardButtons onBack={onBack} canContinue={canContinue} />
    </form>
  );
}

import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '#ui/components/page-heading.tsx';
import type { WhereAnswer } from './create-wizard.tsx';
import { FolderChoice, isGoodFolderName } from './folder-choice.tsx';
import { WizardButtons } from './wizard-buttons.tsx';

interface CreateWhereStepProps {
  initial: WhereAnswer | undefined;
  onBack: () => void;
  onNext: (answer: WhereAnswer) => void;
}

export function CreateWhereStep({ initial, onBack, onNext }: CreateWhereStepProps) {
  const { t } = useTranslation('vault');
  const [folder, setFolder] = useState(initial?.folder);
  const [name, setName] = useState(initial?.newFolderName ?? t('create.where.defaultName'));
  const isNameGood = isGoodFolderName(name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (folder && isNameGood) onNext({ folder, newFolderName: name.trim() });
      }}
    >
      <PageHeading lead={t('create.where.lead')}>{t('create.where.title')}</PageHeading>
      <FolderChoice folder={folder} name={name} onFolder={setFolder} onName={setName} />
      <Text size="sm" c="dimmed" mt="md">
        {t('create.where.advice')}
      </Text>
      <WizardButtons onBack={onBack} canContinue={folder !== undefined && isNameGood} />
    </form>
  );
}

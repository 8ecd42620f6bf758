import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { FolderChoice, isGoodFolderName } from '../vault/folder-choice.tsx';
import { WizardButtons } from '../vault/wizard-buttons.tsx';
import type { Where } from './restore-wizard.tsx';

interface RestoreWhereStepProps {
  onBack: () => void;
  onNext: (where: Where) => void;
}

export function RestoreWhereStep({ onBack, onNext }: RestoreWhereStepProps) {
  const { t } = useTranslation('vault');
  const [folder, setFolder] = useState<string>();
  const [name, setName] = useState(t('restore.defaultName'));
  const isReady = folder !== undefined && isGoodFolderName(name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onNext({ folder, newFolderName: name.trim() });
      }}
    >
      <PageHeading lead={t('restore.whereLead')}>{t('restore.whereTitle')}</PageHeading>
      <FolderChoice folder={folder} name={name} onFolder={setFolder} onName={setName} />
      <WizardButtons onBack={onBack} canContinue={isReady} />
    </form>
  );
}

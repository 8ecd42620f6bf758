import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contract, InputOf } from '#api/contract.ts';
import { vault } from '#ui/app/vault-client.ts';
import { RestoreChooseStep } from './restore-choose-step.tsx';
import { RestoreDone } from './restore-done.tsx';
import { RestoreWayStep } from './restore-way-step.tsx';
import { RestoreWhereStep } from './restore-where-step.tsx';

interface RestoreWizardProps {
  /** The register opened last on this computer, if its folder is still there. */
  beside: string | undefined;
  onBack: () => void;
  onDone: (folder: string) => void;
}

export interface ChosenBackup {
  fileName: string;
  asksForName: boolean;
}

export interface Where {
  folder: string;
  newFolderName: string;
}

export type Way = InputOf<Contract, 'backups.restore'>['way'];

/** Which copy, where to, who opens it; then what came back. */
export function RestoreWizard({ beside, onBack, onDone }: RestoreWizardProps) {
  const [backup, setBackup] = useState<ChosenBackup>();
  const [where, setWhere] = useState<Where>();
  const [isChoosing, setChoosing] = useState(true);
  const restore = useMutation({
    mutationFn: (wanted: Where & { way: Way }) =>
      vault.backups.restore({ ...wanted, ...(beside === undefined ? {} : { beside }) }),
  });

  if (restore.data) {
    const { folder } = restore.data;
    return <RestoreDone restored={restore.data} onOpen={() => onDone(folder)} />;
  }
  if (!backup || isChoosing) {
    return (
      <RestoreChooseStep
        chosen={backup}
        onChosen={setBackup}
        onNext={() => setChoosing(false)}
        onBack={onBack}
      />
    );
  }
  if (!where) {
    return <RestoreWhereStep onBack={() => setChoosing(true)} onNext={setWhere} />;
  }
  return (
    <RestoreWayStep
      asksForName={backup.asksForName}
      isRestoring={restore.isPending}
      error={restore.error}
      onBack={() => setWhere(undefined)}
      onRestore={(way) => restore.mutate({ ...where, way })}
    />
  );
}

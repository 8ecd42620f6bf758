import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { vault } from '#ui/app/vault-client.ts';
import { ConfirmGroups } from './confirm-groups.tsx';
import { ShownKey } from './shown-key.tsx';
import { ShownParts } from './shown-parts.tsx';

interface RecoveryKey {
  groups: string[];
  confirm: number[];
}

interface RecoveryKeyStepsProps {
  recoveryKey: RecoveryKey;
  onConfirmed: () => void;
}

/** Shows the key once, whole or in three parts, to be put on paper; then asks for some of its groups. */
export function RecoveryKeySteps({ recoveryKey, onConfirmed }: RecoveryKeyStepsProps) {
  const [isWritten, setWritten] = useState(false);
  const split = useMutation({ mutationFn: () => vault.recoveryParts.create({}) });
  const lookAgain = () => setWritten(false);
  if (split.data) {
    const { parts, confirm } = split.data;
    return isWritten ? (
      <ConfirmGroups
        asked={confirm.map((position, index) => ({ part: index + 1, position }))}
        onConfirmed={onConfirmed}
        onLookAgain={lookAgain}
      />
    ) : (
      <ShownParts parts={parts} onWritten={() => setWritten(true)} onWhole={split.reset} />
    );
  }
  return isWritten ? (
    <ConfirmGroups
      asked={recoveryKey.confirm.map((position) => ({ position }))}
      onConfirmed={onConfirmed}
      onLookAgain={lookAgain}
    />
  ) : (
    <ShownKey
      groups={recoveryKey.groups}
      onWritten={() => setWritten(true)}
      onSplit={() => split.mutate()}
      isSplitting={split.isPending}
      error={split.error}
    />
  );
}

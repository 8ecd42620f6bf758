import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { Contract, OutputOf } from '#api/contract.ts';
import type { LockReason } from '#api/events.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { DoorLayout } from '#ui/features/vault/door-layout.tsx';
import { RecoveryPending } from '#ui/features/vault/recovery-pending.tsx';
import { VaultDoor } from '#ui/features/vault/vault-door.tsx';
import { onLock } from './lock-signal.ts';
import { router } from './router.tsx';
import { SearchHandoverProvider } from './search-handover.tsx';
import { SessionContext } from './session.tsx';
import { forgetUnsavedChanges } from './unsaved.ts';
import { vault } from './vault-client.ts';

export type ShellInfo = OutputOf<Contract, 'shell.info'>;

type Gate = { is: 'closed'; reason: LockReason | undefined } | { is: 'open' };

/** Shows the door or the register. Closing it empties everything the page knew. */
export function RegisterGate({ info }: { info: ShellInfo }) {
  // Locking replaces the whole page, so the reason comes from the window and not from before.
  const [gate, setGate] = useState<Gate>(
    info.isOpen ? { is: 'open' } : { is: 'closed', reason: info.lockedBecause ?? undefined },
  );
  const close = useCallback((reason: LockReason) => setGate({ is: 'closed', reason }), []);

  if (gate.is === 'closed') {
    return (
      <VaultDoor info={info} lockReason={gate.reason} onOpened={() => setGate({ is: 'open' })} />
    );
  }
  return <OpenRegister onLocked={close} />;
}

interface OpenRegisterProps {
  onLocked: (reason: LockReason) => void;
}

function OpenRegister({ onLocked }: OpenRegisterProps) {
  const queryClient = useQueryClient();
  // The first word counts: a call refused a moment later knows less than the event before it.
  useEffect(
    () =>
      onLock((reason) => {
        forgetUnsavedChanges();
        queryClient.clear();
        window.location.hash = '#/';
        onLocked(reason);
      }),
    [queryClient, onLocked],
  );
  const { data: session, error } = useQuery({
    queryKey: ['vault', 'session'],
    queryFn: () => vault.vault.session({}),
    // The day changes while the program stays open over night.
    refetchInterval: 300_000,
  });
  if (!session) {
    return error ? (
      <DoorLayout>
        <ErrorNotice error={error} />
      </DoorLayout>
    ) : null;
  }
  return (
    <SessionContext value={session}>
      {session.recoveryConfirmed ? (
        <SearchHandoverProvider>
          <RouterProvider router={router} />
        </SearchHandoverProvider>
      ) : (
        <RecoveryPending />
      )}
    </SessionContext>
  );
}

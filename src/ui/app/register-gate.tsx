import { useCallback, useEffect, useState } from 'react';
import type { Contract, OutputOf } from '#api/contract.ts';
import type { LockReason } from '#api/events.ts';
import { useLoaded } from '#ui/components/use-loaded.ts';
import { VaultDoor } from '#ui/features/vault/vault-door.tsx';

// The door does not wait for what lies behind it: that is read while somebody types the passphrase.
const loadOpenRegister = async () => (await import('./open-register.tsx')).OpenRegister;

export type ShellInfo = OutputOf<Contract, 'shell.info'>;

type Gate = { is: 'closed'; reason: LockReason | undefined } | { is: 'open' };

/** Shows the door or the register. */
export function RegisterGate({ info }: { info: ShellInfo }) {
  // Locking replaces the whole page, so the reason comes from the window and not from before.
  const [gate, setGate] = useState<Gate>(
    info.isOpen ? { is: 'open' } : { is: 'closed', reason: info.lockedBecause ?? undefined },
  );
  const close = useCallback((reason: LockReason) => setGate({ is: 'closed', reason }), []);

  const [isDoorPainted, setIsDoorPainted] = useState(false);
  useEffect(() => {
    requestAnimationFrame(() => setTimeout(() => setIsDoorPainted(true)));
  }, []);
  const OpenRegister = useLoaded(loadOpenRegister, isDoorPainted || gate.is === 'open');

  if (gate.is === 'closed') {
    return (
      <VaultDoor info={info} lockReason={gate.reason} onOpened={() => setGate({ is: 'open' })} />
    );
  }
  return OpenRegister ? <OpenRegister onLocked={close} /> : null;
}

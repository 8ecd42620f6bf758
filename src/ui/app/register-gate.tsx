import { Activity, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract, OutputOf } from '#api/contract.ts';
import type { LockReason } from '#api/events.ts';
import { useLoaded } from '#ui/components/use-loaded.ts';
import { VaultDoor } from '#ui/features/vault/vault-door.tsx';
import { doorPainted } from './door-painted.ts';

// The door does not wait for what lies behind it: that is read while somebody types the passphrase.
const loadOpenRegister = async () => {
  const { OpenRegister, findFirstPage } = await import('./open-register.tsx');
  await findFirstPage();
  return OpenRegister;
};

export type ShellInfo = OutputOf<Contract, 'shell.info'>;

type Gate = { is: 'closed'; reason: LockReason | undefined } | { is: 'open'; language: string };

/**
 * Shows the door or the register. While somebody types, the empty frame of the first page is drawn behind the
 * door, out of sight and without asking the vault for anything: half of what opening took was drawing it.
 */
export function RegisterGate({ info }: { info: ShellInfo }) {
  const { language } = useTranslation().i18n;
  // Locking replaces the whole page, so the reason comes from the window and not from before.
  const [gate, setGate] = useState<Gate>(
    info.isOpen
      ? { is: 'open', language }
      : { is: 'closed', reason: info.lockedBecause ?? undefined },
  );
  const close = useCallback((reason: LockReason) => setGate({ is: 'closed', reason }), []);

  const [isDoorPainted, setIsDoorPainted] = useState(false);
  useEffect(() => {
    void doorPainted.then(() => setIsDoorPainted(true));
  }, []);
  const OpenRegister = useLoaded(loadOpenRegister, isDoorPainted || gate.is === 'open');

  const isOpen = gate.is === 'open';
  return (
    <>
      {gate.is === 'closed' && (
        <VaultDoor
          info={info}
          lockReason={gate.reason}
          onOpened={() => setGate({ is: 'open', language })}
        />
      )}
      {OpenRegister && (
        // Out of sight nothing hears of another language: what was drawn in the one before is thrown away.
        <Activity key={isOpen ? gate.language : language} mode={isOpen ? 'visible' : 'hidden'}>
          <OpenRegister isOpen={isOpen} onLocked={close} />
        </Activity>
      )}
    </>
  );
}

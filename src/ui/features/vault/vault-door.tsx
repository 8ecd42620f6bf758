import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LockReason } from '#api/events.ts';
import type { ShellInfo } from '#ui/app/register-gate.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { useLoaded } from '#ui/components/use-loaded.ts';
import { ClosingBackup } from './closing-backup.tsx';
import { DoorLayout } from './door-layout.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { Welcome } from './welcome.tsx';

// Seldom needed, and not by the door that opens every morning.
const loadWizard = () => import('./create-wizard.tsx');
const loadRecoverForm = () => import('./recover-form.tsx');
const loadRestoreWizard = () => import('../backups/restore-wizard.tsx');

/** While the demonstration is being made. */
const LOOK_AGAIN_MS = 500;

interface VaultDoorProps {
  info: ShellInfo;
  lockReason: LockReason | undefined;
  onOpened: () => void;
}

type Place =
  | { at: 'welcome' }
  | { at: 'create' }
  | { at: 'restore' }
  | { at: 'unlock'; folder: string }
  | { at: 'recover'; folder: string };

/** What stands in front of a closed register: welcome, a new register, the passphrase, the recovery key. */
export function VaultDoor({ info, lockReason, onOpened }: VaultDoorProps) {
  const [chosen, setChosen] = useState<Place>();
  // Asked again each time the door shows: a register may have been opened since the program started.
  const { data: now } = useQuery({
    queryKey: ['shell', 'info', 'door'],
    queryFn: () => vault.shell.info({}),
    staleTime: 0,
    initialData: info,
    refetchInterval: ({ state }) => (state.data?.demo === 'preparing' ? LOOK_AGAIN_MS : false),
  });
  const { lastFolder } = now;
  const demo = typeof now.demo === 'string' ? undefined : (now.demo ?? undefined);
  const remembered: Place =
    lastFolder !== null && now.lastFolderHolds === 'register'
      ? { at: 'unlock', folder: lastFolder }
      : { at: 'welcome' };
  const place = chosen ?? remembered;
  const CreateWizard = useLoaded(loadWizard, place.at === 'create')?.CreateWizard;
  const RestoreWizard = useLoaded(loadRestoreWizard, place.at === 'restore')?.RestoreWizard;
  const RecoverForm = useLoaded(loadRecoverForm, place.at === 'recover')?.RecoverForm;

  const opened = (folder: string, asksForName = false) => {
    vault.shell.setPreferences({ lastFolder: folder, asksForName }).catch(() => undefined);
    onOpened();
  };

  return (
    <DoorLayout>
      <ClosingBackup backup={now.closingBackup} />
      {place.at === 'welcome' && (
        <Welcome
          demoFolder={demo?.folder}
          demoState={typeof now.demo === 'string' ? now.demo : undefined}
          isFolderLost={now.lastFolderHolds === 'nothing'}
          onCreate={() => setChosen({ at: 'create' })}
          onOpen={(folder) => setChosen({ at: 'unlock', folder })}
          onRestore={() => setChosen({ at: 'restore' })}
        />
      )}
      {place.at === 'restore' && RestoreWizard && (
        <RestoreWizard
          beside={
            lastFolder !== null && now.lastFolderHolds === 'register' ? lastFolder : undefined
          }
          onBack={() => setChosen({ at: 'welcome' })}
          onDone={(folder) => setChosen({ at: 'unlock', folder })}
        />
      )}
      {place.at === 'create' && CreateWizard && (
        <CreateWizard onBack={() => setChosen({ at: 'welcome' })} onDone={opened} />
      )}
      {place.at === 'unlock' && (
        <UnlockForm
          folder={place.folder}
          asksForName={place.folder === lastFolder && now.asksForName}
          demoPassphrase={demo?.folder === place.folder ? demo.passphrase : undefined}
          lockReason={chosen ? undefined : lockReason}
          onOpened={(asksForName) => opened(place.folder, asksForName)}
          onForgot={() => setChosen({ at: 'recover', folder: place.folder })}
          onAnother={() => setChosen({ at: 'welcome' })}
        />
      )}
      {place.at === 'recover' && RecoverForm && (
        <RecoverForm
          folder={place.folder}
          onOpened={() => opened(place.folder)}
          onBack={() => setChosen({ at: 'unlock', folder: place.folder })}
        />
      )}
    </DoorLayout>
  );
}

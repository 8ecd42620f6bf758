import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LockReason } from '#api/events.ts';
import type { ShellInfo } from '#ui/app/register-gate.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { CreateWizard } from './create-wizard.tsx';
import { DoorLayout } from './door-layout.tsx';
import { RecoverForm } from './recover-form.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { Welcome } from './welcome.tsx';

interface VaultDoorProps {
  info: ShellInfo;
  lockReason: LockReason | undefined;
  onOpened: () => void;
}

type Place =
  | { at: 'welcome' }
  | { at: 'create' }
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
  });
  const { lastFolder } = now;
  const remembered: Place =
    lastFolder !== null && now.lastFolderHolds === 'register'
      ? { at: 'unlock', folder: lastFolder }
      : { at: 'welcome' };
  const place = chosen ?? remembered;

  const opened = (folder: string) => {
    vault.shell.setPreferences({ lastFolder: folder }).catch(() => undefined);
    onOpened();
  };

  return (
    <DoorLayout>
      {place.at === 'welcome' && (
        <Welcome
          demoFolder={now.demo?.folder}
          isFolderLost={now.lastFolderHolds === 'nothing'}
          onCreate={() => setChosen({ at: 'create' })}
          onOpen={(folder) => setChosen({ at: 'unlock', folder })}
        />
      )}
      {place.at === 'create' && (
        <CreateWizard onBack={() => setChosen({ at: 'welcome' })} onDone={opened} />
      )}
      {place.at === 'unlock' && (
        <UnlockForm
          folder={place.folder}
          demoPassphrase={now.demo?.folder === place.folder ? now.demo.passphrase : undefined}
          lockReason={chosen ? undefined : lockReason}
          onOpened={() => opened(place.folder)}
          onForgot={() => setChosen({ at: 'recover', folder: place.folder })}
          onAnother={() => setChosen({ at: 'welcome' })}
        />
      )}
      {place.at === 'recover' && (
        <RecoverForm
          folder={place.folder}
          onOpened={() => opened(place.folder)}
          onBack={() => setChosen({ at: 'unlock', folder: place.folder })}
        />
      )}
    </DoorLayout>
  );
}

import { DirectionProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keepDraftsNow } from './kept-drafts.ts';
import { announceLock } from './lock-signal.ts';
import { queryClient, refreshWhatIsShown } from './query-client.ts';
import { RegisterGate, type ShellInfo } from './register-gate.tsx';
import { Themed } from './theme/themed.tsx';
import { vault } from './vault-client.ts';

interface AppRootProps {
  info: ShellInfo;
}

export function AppRoot({ info }: AppRootProps) {
  useEffect(
    () =>
      window.approdo.on((event) => {
        if (event.name === 'register.locking') {
          void keepDraftsNow().then(() => vault.shell.readyToLock({}).catch(() => undefined));
        }
        if (event.name === 'register.locked') announceLock(event.payload.reason);
        if (event.name === 'window.covered') {
          document.documentElement.toggleAttribute('data-covered', event.payload.isCovered);
        }
        if (event.name === 'data.changed') refreshWhatIsShown();
      }),
    [],
  );
  useEffect(() => {
    // Told at once: a lock that comes right after it must find it told.
    const copied = () => void vault.shell.noteCopy({}).catch(() => undefined);
    const kinds = ['copy', 'cut'] as const;
    for (const kind of kinds) document.addEventListener(kind, copied);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, copied);
    };
  }, []);
  return (
    // Menus, drawers and arrow keys follow the page, which turns round with its language (i18n/start-i18n.ts).
    <DirectionProvider initialDirection={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}>
      <Themed>
        <QueryClientProvider client={queryClient}>
          <RegisterGate info={info} />
        </QueryClientProvider>
      </Themed>
    </DirectionProvider>
  );
}

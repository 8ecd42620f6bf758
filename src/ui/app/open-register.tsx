import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import i18next from 'i18next';
import { useEffect } from 'react';
import type { LockReason } from '#api/events.ts';
import type { Session } from '#api/vault.ts';
import { CutTextNotice } from '#ui/components/cut-text-notice.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { ListStateProvider } from '#ui/features/lists/list-state.tsx';
import { DoorLayout } from '#ui/features/vault/door-layout.tsx';
import { RecoveryPending } from '#ui/features/vault/recovery-pending.tsx';
import { prepareDates } from '#ui/i18n/dates.ts';
import { readRegisterTexts } from '#ui/i18n/read-texts.ts';
import { onLock } from './lock-signal.ts';
import { router } from './router.tsx';
import { SearchHandoverProvider } from './search-handover.tsx';
import { SessionContext, sessionKey } from './session.tsx';
import { Toasts } from './toasts.tsx';
import { forgetUnsavedChanges } from './unsaved.ts';
import { useOwnLanguage } from './use-own-language.ts';
import { vault } from './vault-client.ts';

await readRegisterTexts();
prepareDates(i18next.language);

let stopListening: () => void = () => undefined;

/**
 * Which page the address names; it stands ready when the register opens. The router itself hears of another
 * address only once it is drawn: one that was chosen while the first was being found would be lost.
 */
export function findFirstPage(): Promise<void> {
  stopListening = router.history.subscribe(() => void router.load());
  return router.load();
}

/** Stands in for whoever will open the register, while its frame is drawn behind the door. */
const nobodyYet: Session = {
  user: { id: '', name: '', role: 'volunteer' },
  associationName: '',
  today: '1970-01-01',
  recoveryConfirmed: true,
  lockAfterMinutes: 5,
  isDemo: false,
  isRolledBack: false,
  isDamaged: false,
};

interface OpenRegisterProps {
  isOpen: boolean;
  onLocked: (reason: LockReason) => void;
}

/** Everything behind the door. Closing it empties everything the page knew. */
export function OpenRegister({ isOpen, onLocked }: OpenRegisterProps) {
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
  const { data, error } = useQuery({
    queryKey: sessionKey,
    queryFn: () => vault.vault.session({}),
    // The day changes while the program stays open over night.
    refetchInterval: 300_000,
  });
  const session = data ?? (isOpen ? undefined : nobodyYet);
  const speaksOwnLanguage = useOwnLanguage(session?.user.language, isOpen);
  const isDrawn = speaksOwnLanguage && (session?.recoveryConfirmed ?? false);
  useEffect(() => {
    if (isDrawn) stopListening();
  }, [isDrawn]);
  if (!session) {
    return error ? (
      <DoorLayout>
        <ErrorNotice error={error} />
      </DoorLayout>
    ) : null;
  }
  if (!speaksOwnLanguage) return null;
  return (
    <SessionContext value={session}>
      <Toasts />
      <CutTextNotice />
      {session.recoveryConfirmed ? (
        <SearchHandoverProvider>
          <ListStateProvider>
            <RouterProvider router={router} />
          </ListStateProvider>
        </SearchHandoverProvider>
      ) : (
        <RecoveryPending />
      )}
    </SessionContext>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeadlineHandle } from '#api/deadlines.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { MarkDetails } from '#domain/deadlines/deadline-mark.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { notifyProblem } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { useErrorText } from '#ui/components/use-error-text.ts';

/** Marks one deadline of somebody (or of the association); each mark can be taken back from the message. */
export function useMarking(personId: string | undefined, handle: DeadlineHandle) {
  const { t } = useTranslation('deadlines');
  const { today } = useSession();
  const textOf = useErrorText();
  // Only the two that name a deadline: more than that no procedure takes.
  const whole = { ...(personId ? { personId } : {}), rule: handle.rule, factKey: handle.factKey };
  const onError = (error: unknown) => notifyProblem(textOf(error));
  const withdraw = useMutation({
    mutationFn: () => vault.deadlineMarks.withdraw(whole),
    onError,
  });
  const record = useMutation({
    mutationFn: (mark: MarkDetails) => vault.deadlineMarks.record({ ...whole, mark }),
    onSuccess: (_, { state }) => notifyWithUndo(t(`marked.${state}`), () => withdraw.mutate()),
    onError,
  });
  return {
    isPending: record.isPending || withdraw.isPending,
    done: () => record.mutate({ state: 'done', doneOn: today }),
    snooze: (until: CalendarDate) => record.mutate({ state: 'snoozed', until }),
    notApplicable: (reason: string) => record.mutate({ state: 'notApplicable', reason }),
    withdraw: () => withdraw.mutate(),
  };
}

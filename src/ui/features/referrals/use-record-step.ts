import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import type { ReferralStep } from '#domain/referrals/referral-step.ts';
import { vault } from '#ui/app/vault-client.ts';
import { notifyDone, notifyProblem } from '#ui/components/notify.ts';
import { useErrorText } from '#ui/components/use-error-text.ts';

/** Records a step; `isQuiet` leaves the telling of a failure to the dialog that asked. */
export function useRecordStep(
  referral: Pick<Referral, 'id' | 'revision'>,
  { isQuiet = false, onDone }: { isQuiet?: boolean; onDone?: () => void } = {},
) {
  const { t } = useTranslation(['referrals', 'vocabularies']);
  const textOf = useErrorText();
  return useMutation({
    mutationFn: (step: ReferralStep) =>
      vault.referrals.record({ id: referral.id, revision: referral.revision, step }),
    onSuccess: (_, { to }) => {
      notifyDone(t('stepSaved', { state: t(`vocabularies:referralStates.${to}`) }));
      onDone?.();
    },
    onError: (error) => !isQuiet && notifyProblem(textOf(error)),
  });
}

import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import { listedName } from '#domain/names/person-name.ts';
import type { PlanSignature } from '#domain/plans/signature.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { usePerson } from '../people/use-person.ts';
import { PlanMissing } from './plan-missing.tsx';

interface SignDialogProps {
  plan: Plan;
  missing: string[];
  onClose: () => void;
}

type Signer = PlanSignature['signers'][number];

interface SignDraft {
  signedOn: string | undefined;
  place: string;
  absent: Signer['role'][];
}

/** Everybody the printed plan has a place for. */
function expectedSigners(plan: Plan, personName: string | undefined): Signer[] {
  const { operator, mediator, guardian } = plan.details;
  const signers: [Signer['role'], string | undefined][] = [
    ['person', personName],
    ['guardian', guardian],
    ['operator', operator],
    ['mediator', mediator],
  ];
  return signers.flatMap(([role, name]) => (name ? [{ role, name: name.slice(0, 160) }] : []));
}

export function SignDialog({ plan, missing, onClose }: SignDialogProps) {
  const { t } = useTranslation(['plans', 'common']);
  const { today } = useSession();
  const { label, language } = useLabels();
  const names = usePerson(plan.personId).data?.details.names;
  const { values, change, kept, forget } = useKeptForm<SignDraft>({
    form: 'planSignature',
    subjectId: plan.id,
    personId: plan.personId,
    start: { signedOn: today, place: '', absent: [] },
    basis: plan.revision,
  });
  const { signedOn, place, absent } = values;
  const close = () => {
    forget();
    onClose();
  };
  const permitName = names?.find(({ kind }) => kind === 'permit') ?? names?.[0];
  const expected = expectedSigners(plan, permitName && listedName(permitName));
  const signers = expected.filter(({ role }) => !absent.includes(role));
  const { mediator, interpretedIn } = plan.details;
  const isInterpreted = Boolean(mediator && interpretedIn) && !absent.includes('mediator');
  const hasAgreed = signers.some(({ role }) => role === 'person' || role === 'guardian');
  const sign = useMutation({
    mutationFn: (on: string) =>
      vault.plans.sign({
        id: plan.id,
        signedOn: on,
        signature: {
          signers,
          ...(place.trim() ? { place } : {}),
          ...(isInterpreted ? { interpreter: mediator, interpretedIn } : {}),
        },
      }),
    onSuccess: () => {
      notifyDone(t('signed'));
      close();
    },
  });
  const isComplete = missing.length === 0;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('signTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (signedOn && hasAgreed) sign.mutate(signedOn);
        }}
      >
        <DraftOffer draft={kept}>
          <Stack gap="md">
            {isComplete ? (
              <>
                <Text>{t('signText')}</Text>
                <DateField
                  label={t('signedOnField')}
                  value={signedOn}
                  onChange={(day) => change({ signedOn: day })}
                />
                <TextInput
                  label={t('signPlace')}
                  maxLength={120}
                  value={place}
                  onChange={(event) => change({ place: event.currentTarget.value })}
                />
                <Checkbox.Group
                  label={t('whoSigned')}
                  error={hasAgreed ? undefined : t('personMustSign')}
                  value={signers.map(({ role }) => role)}
                  onChange={(present) =>
                    change({
                      absent: expected
                        .map(({ role }) => role)
                        .filter((one) => !present.includes(one)),
                    })
                  }
                >
                  <Stack gap="xs" mt="xs">
                    {expected.map(({ role, name }) => (
                      <Checkbox
                        key={role}
                        value={role}
                        label={`${name} (${label('signerRoles', role)})`}
                      />
                    ))}
                  </Stack>
                </Checkbox.Group>
                {isInterpreted && interpretedIn && (
                  <Text size="sm">
                    {t('signInterpreted', {
                      language: language(interpretedIn),
                      interpreter: mediator ?? '',
                    })}
                  </Text>
                )}
              </>
            ) : (
              <PlanMissing missing={missing} isDirty={false} />
            )}
            <ErrorNotice error={sign.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t(isComplete ? 'common:actions.cancel' : 'common:actions.close')}
              </Button>
              {isComplete && (
                <Button type="submit" loading={sign.isPending} disabled={!signedOn || !hasAgreed}>
                  {t('sign')}
                </Button>
              )}
            </Group>
          </Stack>
        </DraftOffer>
      </form>
    </Modal>
  );
}

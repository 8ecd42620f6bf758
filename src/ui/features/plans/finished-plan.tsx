import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconFileText, IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import type { PlanDetails } from '#domain/plans/plan.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { PlanDrawer } from '../documents/plan-drawer.tsx';
import { PlanChanges } from './plan-changes.tsx';
import { PlanProgress } from './plan-progress.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { ReviewList } from './review-list.tsx';

interface FinishedPlanProps {
  plan: Plan;
  /** With the progress and the reviews since it was signed. */
  standing: PlanDetails;
  previous: PlanDetails | undefined;
}

/** A signed plan: its words are final, its progress and its reviews go on. */
export function FinishedPlan({ plan, standing, previous }: FinishedPlanProps) {
  const { t } = useTranslation('plans');
  const dates = useDates();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'document' | 'review'>();
  const { personId } = plan;
  const isInForce = plan.isLatest && plan.closedOn === undefined;
  const start = useMutation({
    mutationFn: () => vault.plans.start({ personId }),
    onSuccess: ({ id }) =>
      void navigate({ to: '/people/$personId/plans/$planId', params: { personId, planId: id } }),
  });
  return (
    <Stack gap="lg">
      <Alert color="petrol" icon={<IconLock aria-hidden />}>
        {plan.closedOn ? t('closedOn', { date: dates.day(plan.closedOn) }) : t('readOnly')}
      </Alert>
      <Group>
        <Button
          leftSection={<IconFileText size={18} aria-hidden />}
          onClick={() => setOpen('document')}
        >
          {t('preview')}
        </Button>
        {isInForce && (
          <Button variant="default" onClick={() => setOpen('review')}>
            {t('reviews.add')}
          </Button>
        )}
        {plan.isLatest && (
          <Button variant="default" loading={start.isPending} onClick={() => start.mutate()}>
            {t('startNext')}
          </Button>
        )}
      </Group>
      <ErrorNotice error={start.error} />
      {isInForce ? <PlanProgress plan={plan} standing={standing} /> : null}
      <ReviewList plan={plan} />
      {previous && (
        <PlanChanges before={previous} after={plan.details} version={plan.version - 1} />
      )}
      <SignatureFacts plan={plan} />
      <PlanSummary details={isInForce ? { ...standing, goals: [] } : standing} />
      {open === 'document' && (
        <PlanDrawer plan={plan} revision={plan.revision} onClose={() => setOpen(undefined)} />
      )}
      {open === 'review' && (
        <ReviewDialog
          plan={plan}
          standing={standing}
          onClose={() => setOpen(undefined)}
          onRevise={() => start.mutate()}
        />
      )}
    </Stack>
  );
}

/** Who signed, and who made it understood. */
function SignatureFacts({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plans');
  const dates = useDates();
  const labels = useLabels();
  const { signature } = plan;
  if (!signature) return null;
  const names = signature.signers.map(
    ({ name, role }) => `${name} (${labels.label('signerRoles', role)})`,
  );
  return (
    <Panel title={t('signatures')}>
      <p>
        {listed([dates.day(signature.signedOn), signature.place])}: {inOneLine(names)}
      </p>
      {signature.interpreter && signature.interpretedIn && (
        <p>
          {t('signInterpreted', {
            language: labels.language(signature.interpretedIn),
            interpreter: signature.interpreter,
          })}
        </p>
      )}
    </Panel>
  );
}

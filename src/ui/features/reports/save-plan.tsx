import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReportPlan } from '#domain/reports/report-plan.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';

interface SavePlanProps {
  plan: ReportPlan;
  /** Under which it is kept; absent where it is not yet. */
  id: string | undefined;
  onSaved: (id: string) => void;
  onRemoved: () => void;
}

/** Keeps a report that was put together here, to make it again next quarter exactly alike. */
export function SavePlan({ plan, id, onSaved, onRemoved }: SavePlanProps) {
  const { t } = useTranslation('report-plans');
  const queries = useQueryClient();
  const readAgain = () => queries.invalidateQueries({ queryKey: ['reports', 'offer'] });
  const saving = useMutation({
    mutationFn: () => vault.reportPlans.save({ plan, ...(id ? { id } : {}) }),
    onSuccess: async (saved) => {
      // Chosen once it can be: the list of reports has to name it.
      await readAgain();
      notifyDone(t('design.saved'));
      onSaved(saved.id);
    },
  });
  const removing = useMutation({
    mutationFn: (kept: string) => vault.reportPlans.remove({ id: kept }),
    onSuccess: () => {
      notifyDone(t('design.removed'));
      onRemoved();
      void readAgain();
    },
  });
  const hasTitle = (plan.title ?? '').trim() !== '';
  const isEmpty = plan.tables.length + plan.indicators.length === 0;
  return (
    <div>
      <ErrorNotice error={saving.error ?? removing.error} />
      <Group gap="sm">
        <Button
          variant="default"
          disabled={!hasTitle || isEmpty}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          {t(id ? 'design.saveChanges' : 'design.save')}
        </Button>
        {id && (
          <Button variant="subtle" loading={removing.isPending} onClick={() => removing.mutate(id)}>
            {t('design.remove')}
          </Button>
        )}
        {!hasTitle && (
          <Text size="sm" c="dimmed">
            {t('design.needsTitle')}
          </Text>
        )}
      </Group>
    </div>
  );
}

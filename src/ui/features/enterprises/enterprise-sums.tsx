import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useMoney } from '#ui/i18n/use-money.ts';

/** How far the people of a programme came: plans, loans, firms. */
export function EnterpriseSums({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('enterprises');
  const money = useMoney();
  const { data, error } = useQuery({
    queryKey: ['enterprises', 'sum', programmeId],
    queryFn: () => vault.enterprises.sum({ programmeId }),
  });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return null;
  const some = (count: number) => count > 0 && String(count);
  return (
    <Panel title={t('sums.title')}>
      <FactList
        facts={[
          { label: t('sums.ideas'), value: String(data.ideas) },
          { label: t('sums.completePlans'), value: String(data.completePlans) },
          {
            label: t('sums.asked'),
            value: t('sums.loans', { count: data.loansAsked, sum: money(data.askedCents) }),
          },
          {
            label: t('sums.granted'),
            value: t('sums.loans', { count: data.loansGranted, sum: money(data.grantedCents) }),
          },
          { label: t('sums.repaid'), value: some(data.repaid) },
          { label: t('sums.late'), value: some(data.late) },
          { label: t('sums.notRepaid'), value: some(data.notRepaid) },
          { label: t('sums.firms'), value: String(data.firmsOpened) },
          { label: t('sums.closed'), value: some(data.firmsClosed) },
          { label: t('sums.meetings'), value: String(data.meetings) },
        ]}
      />
    </Panel>
  );
}

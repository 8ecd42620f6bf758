import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { Tag } from '#ui/components/tag.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';

/** The latest level, beside the name, where somebody must not wait; low and none are no news. */
export function RiskTag({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const { label } = useLabels();
  const { data } = useQuery({
    queryKey: ['risks', 'list', personId],
    queryFn: () => vault.risks.list({ personId }),
  });
  const level = data?.items[0]?.details.level;
  if (level !== 'high' && level !== 'medium') return null;
  return (
    <Tag tone={level === 'high' ? 'bad' : 'attention'}>
      {t('person.risk', { level: label('riskLevels', level).toLocaleLowerCase() })}
    </Tag>
  );
}

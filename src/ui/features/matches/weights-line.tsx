import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { matchReasons } from '#domain/programmes/match-weights.ts';
import { vault } from '#ui/app/vault-client.ts';
import { Panel } from '#ui/components/panel.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';

/** How many points each reason is worth here, for whoever asks why a place comes first. */
export function WeightsLine({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('matches');
  const { data } = useQuery({
    queryKey: ['programmes', 'weights', programmeId],
    queryFn: () => vault.matches.weigh({ programmeId }),
  });
  if (!data) return null;
  return (
    <Panel title={t('weights.title')} hint={t(data.isOwn ? 'weights.own' : 'weights.usual')} quiet>
      <Text size="sm">
        {inOneLine(
          matchReasons.map((kind) => [t(`weights.${kind}`), data.weights[kind]].join(' +')),
        )}
      </Text>
    </Panel>
  );
}

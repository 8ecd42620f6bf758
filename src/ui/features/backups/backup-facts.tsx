import { useTranslation } from 'react-i18next';
import type { Contract, OutputOf } from '#api/contract.ts';
import { FactList } from '#ui/components/fact-list.tsx';
import { Tag, type TagTone } from '#ui/components/tag.tsx';

type Backups = OutputOf<Contract, 'backups.get'>;

/** Three lines that say whether the register would come back. */
export function BackupFacts({ backups }: { backups: Backups }) {
  const { t } = useTranslation('backups');
  const { place, isPlaceThere, daysSinceBackup, daysSinceProvenRestore } = backups;
  const ago = (days: number | undefined, never: string) =>
    days === undefined ? never : days === 0 ? t('today') : t('daysAgo', { count: days });
  const tone = (days: number | undefined, most: number): TagTone =>
    days !== undefined && days <= most ? 'good' : 'attention';
  return (
    <FactList
      facts={[
        {
          label: t('lastBackup'),
          value: (
            <Tag tone={tone(daysSinceBackup, backups.remindAfterDays)}>
              {ago(daysSinceBackup, t('never'))}
            </Tag>
          ),
        },
        {
          label: t('lastProven'),
          value: (
            <Tag tone={tone(daysSinceProvenRestore, backups.drillAfterDays)}>
              {ago(daysSinceProvenRestore, t('neverProven'))}
            </Tag>
          ),
        },
        {
          label: t('place'),
          value: (
            <>
              <bdi>{place}</bdi> {!isPlaceThere && <Tag>{t('placeGone')}</Tag>}
            </>
          ),
        },
      ]}
    />
  );
}

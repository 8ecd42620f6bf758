import { useTranslation } from 'react-i18next';
import { type Choice, useLabels } from '#ui/i18n/use-labels.ts';

/** Countries, and regions of the world where one country says too little. */
export function useCommunities() {
  const { t } = useTranslation('network');
  const labels = useLabels();
  const name = (code: string) =>
    /^[A-Z]{3}$/.test(code) ? labels.country(code) : labels.label('communityRegions', code);
  const groups: { group: string; items: Choice[] }[] = [
    { group: t('communities.regions'), items: labels.choices('communityRegions') },
    { group: t('communities.countries'), items: labels.countries },
  ];
  return { name, groups };
}

import { useTranslation } from 'react-i18next';

const bandCodes = ['sameDay', 'week', 'month', 'longer', 'none'] as const;

/** How long somebody waited for the first service, in words. */
export function useWaitingBand(): (code: string) => string {
  const { t } = useTranslation('dashboards');
  return (code) => {
    const known = bandCodes.find((one) => one === code);
    return known ? t(`firstService.bands.${known}`) : code;
  };
}

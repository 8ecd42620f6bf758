import { useTranslation } from 'react-i18next';
import { localeOf } from '#ui/i18n/languages.ts';

const KILO = 1000;

/** `840 kB`, `2.4 MB`, as the page's language writes it. */
export function useFileSize(): (bytes: number) => string {
  const { i18n } = useTranslation();
  return (bytes) => {
    const isSmall = bytes < KILO * KILO;
    return new Intl.NumberFormat(localeOf(i18n.language), {
      style: 'unit',
      unit: isSmall ? 'kilobyte' : 'megabyte',
      maximumFractionDigits: isSmall ? 0 : 1,
    }).format(isSmall ? Math.max(1, bytes / KILO) : bytes / KILO / KILO);
  };
}

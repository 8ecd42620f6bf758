import { useTranslation } from 'react-i18next';

/** What a level means in a domain, in the language of the page. */
export function useDescriptors() {
  const { t } = useTranslation('scale');
  // Domains come from data, so their keys cannot be checked when the page is compiled.
  return (domain: string, level: number): string => t(`${domain}.${level}` as never);
}

import { useTranslation } from 'react-i18next';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('common');
  return (
    <>
      <PageHeading lead={t('notFound.text')}>{t('notFound.title')}</PageHeading>
      <LinkButton to="/">{t('notFound.back')}</LinkButton>
    </>
  );
}

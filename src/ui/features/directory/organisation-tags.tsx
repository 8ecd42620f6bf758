import { useTranslation } from 'react-i18next';
import type { Organisation } from '#api/directory.ts';
import { isUnverified } from '#domain/directory/organisation.ts';
import { agreementStateOn } from '#domain/network/agreement.ts';
import { useSession } from '#ui/app/session.tsx';
import { Tag } from '#ui/components/tag.tsx';

/** What to mind before sending somebody there. */
export function OrganisationTags({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('directory');
  const { today } = useSession();
  const agreement = agreementStateOn(organisation.agreement, today);
  return (
    <>
      {organisation.isArchived && <Tag>{t('tags.archived')}</Tag>}{' '}
      {agreement === 'valid' && <Tag tone="good">{t('tags.agreement')}</Tag>}{' '}
      {agreement === 'expired' && <Tag tone="bad">{t('tags.agreementExpired')}</Tag>}{' '}
      {!organisation.isArchived && isUnverified(organisation.verifiedOn, today) && (
        <Tag tone="attention">{t('tags.unverified')}</Tag>
      )}
    </>
  );
}

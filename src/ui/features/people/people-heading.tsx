import { IconHome, IconTableImport, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';

interface PeopleHeadingProps {
  /** The name of the view on screen. */
  view: string | undefined;
  lead: string | undefined;
}

/** The page and where else one can go from it. */
export function PeopleHeading({ view, lead }: PeopleHeadingProps) {
  const { t } = useTranslation(['people', 'duplicates']);
  const { user } = useSession();
  return (
    <PageHeading
      lead={[view, lead].filter(Boolean).join(' · ')}
      actions={
        <>
          {user.role === 'coordinator' && (
            <LinkButton
              to="/people/import"
              variant="default"
              leftSection={<IconTableImport size={18} aria-hidden />}
            >
              {t('list.import')}
            </LinkButton>
          )}
          <LinkButton
            to="/people/duplicates"
            variant="default"
            leftSection={<IconUsersGroup size={18} aria-hidden />}
          >
            {t('duplicates:list.link')}
          </LinkButton>
          <LinkButton
            to="/people/households"
            variant="default"
            leftSection={<IconHome size={18} aria-hidden />}
          >
            {t('list.households')}
          </LinkButton>
          <LinkButton to="/people/new" leftSection={<IconUserPlus size={20} aria-hidden />}>
            {t('list.registerThis')}
          </LinkButton>
        </>
      }
    >
      {t('list.title')}
    </PageHeading>
  );
}

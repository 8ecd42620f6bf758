import { IconHome, IconTableImport, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';

interface PeopleHeadingProps {
  /** The name of the view on screen. */
  view: string | undefined;
  lead: string | undefined;
}

/** The page and where else one can go from it. */
export function PeopleHeading({ view, lead }: PeopleHeadingProps) {
  const { t } = useTranslation(['people', 'duplicates']);
  const { user } = useSession();
  const elsewhere = [
    ...(user.role === 'coordinator'
      ? [{ to: '/people/import' as const, words: t('list.import'), Icon: IconTableImport }]
      : []),
    { to: '/people/duplicates' as const, words: t('duplicates:list.link'), Icon: IconUsersGroup },
    { to: '/people/households' as const, words: t('list.households'), Icon: IconHome },
  ];
  return (
    <PageHeading
      lead={inOneLine([view, lead])}
      actions={
        <>
          {elsewhere.map(({ to, words, Icon }) => (
            <LinkButton
              key={to}
              to={to}
              variant="default"
              leftSection={<Icon size={18} aria-hidden />}
            >
              {words}
            </LinkButton>
          ))}
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

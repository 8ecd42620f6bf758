import { useDebouncedValue } from '@mantine/hooks';
import { IconUserSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonDetails } from '#domain/people/person.ts';
import { vault } from '#ui/app/vault-client.ts';
import classes from './duplicates.module.css';
import { LikenessReasons } from './likeness-reasons.tsx';
import { PersonFacts } from './person-facts.tsx';

type Typed = Pick<
  PersonDetails,
  'names' | 'birth' | 'sex' | 'nationalities' | 'fiscalCode' | 'contact'
>;

/** While somebody is registered: who of the register it may be. Says nothing when there is nobody. */
export function SimilarPanel({ typed }: { typed: Typed }) {
  const { t } = useTranslation('duplicates');
  const { names, birth, sex, nationalities, fiscalCode, contact } = typed;
  const request = { names, birth, sex, nationalities, fiscalCode, phone: contact?.value };
  const [asked] = useDebouncedValue(JSON.stringify(request), 350);
  const { data } = useQuery({
    queryKey: ['people', 'findSimilar', asked],
    queryFn: () => vault.people.findSimilar(JSON.parse(asked)),
    placeholderData: keepPreviousData,
    enabled: names.length > 0,
  });
  const items = names.length > 0 ? (data?.items ?? []) : [];
  return (
    <div role="status">
      {items.length > 0 && (
        <section className={classes.similar} aria-label={t('similar.title')}>
          <p className={classes.similarTitle}>
            <IconUserSearch size={20} aria-hidden />
            {t('similar.title')}
          </p>
          <p className={classes.similarLead}>{t('similar.lead')}</p>
          <ul className={classes.similarList}>
            {items.map(({ person, level, reasons }) => (
              <li key={person.id}>
                <PersonFacts person={person} />
                <LikenessReasons level={level} reasons={reasons} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

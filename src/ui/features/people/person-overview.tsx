import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#api/people.ts';
import { spokenName } from '#domain/names/person-name.ts';
import { FactList } from '#ui/components/fact-list.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { CaseFilePanel } from './case-file-panel.tsx';
import classes from './person-overview.module.css';
import { usePerson, usePersonId } from './use-person.ts';

export function PersonOverview() {
  const { t } = useTranslation(['people', 'common']);
  const id = usePersonId();
  const { data: person } = usePerson(id);
  if (!person) return null;
  return (
    <>
      <PageHeading
        order={2}
        actions={
          <LinkButton
            to="/people/$personId/edit"
            params={{ personId: id }}
            variant="default"
            leftSection={<IconPencil size={18} aria-hidden />}
          >
            {t('common:actions.edit')}
          </LinkButton>
        }
      >
        {t('person.tabs.overview')}
      </PageHeading>
      <div className={classes.columns}>
        <Panel title={t('person.identity')}>
          <Identity person={person} />
        </Panel>
        <div className={classes.column}>
          <Panel title={t('person.situation')}>
            <Situation person={person} />
          </Panel>
          <CaseFilePanel person={person} />
        </div>
      </div>
    </>
  );
}

function Identity({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const dates = useDates();
  const labels = useLabels();
  const { names, birth, sex, gender, nationalities, languages } = person.details;
  const spokenLanguages = languages.map(
    (one) => `${labels.language(one.language)} (${labels.label('languageLevels', one.level)})`,
  );
  return (
    <FactList
      facts={[
        ...names.map((name, index) => ({
          key: `${name.kind}-${spokenName(name)}`,
          label: labels.label('nameKinds', name.kind),
          value: (
            <>
              <NameText strong={index === 0}>{spokenName(name)}</NameText>
              {name.transliteration && (
                <span className={classes.soft}> · {name.transliteration}</span>
              )}
            </>
          ),
        })),
        { label: t('form.birth'), value: birth && dates.partial(birth) },
        { label: t('form.sex'), value: labels.label('sexes', sex) },
        { label: t('form.gender'), value: gender },
        { label: t('form.nationalities'), value: nationalities.map(labels.country).join(', ') },
        { label: t('form.languages'), value: spokenLanguages.join('\n') },
      ]}
    />
  );
}

function Situation({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const dates = useDates();
  const labels = useLabels();
  const { legalStatus, reception, contact, address, note } = person.details;
  const isSafe = contact?.safe ?? false;
  return (
    <FactList
      facts={[
        {
          label: t('form.legalStatus'),
          value: legalStatus && labels.label('legalStatuses', legalStatus),
        },
        {
          label: t('form.receptionType'),
          value: reception && labels.label('receptionTypes', reception.type),
        },
        {
          label: t('person.receptionExit'),
          value: reception?.exitOn && dates.day(reception.exitOn),
        },
        {
          label: t('form.contact'),
          value: contact && (
            <>
              <bdi dir="ltr">{contact.value}</bdi>
              <span className={isSafe ? classes.soft : classes.unsafe}>
                {' · '}
                {t(isSafe ? 'person.safeContact' : 'person.unsafeContact')}
              </span>
            </>
          ),
        },
        { label: t('form.address'), value: address && <bdi dir="auto">{address}</bdi> },
        { label: t('form.note'), value: note && <bdi dir="auto">{note}</bdi> },
      ]}
    />
  );
}

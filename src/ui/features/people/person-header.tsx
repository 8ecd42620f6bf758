import { Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconLock,
  IconMessageLanguage,
  IconShieldLock,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Person } from '#api/people.ts';
import { isOwnName, listedName, spokenName } from '#domain/names/person-name.ts';
import { useSession } from '#ui/app/session.tsx';
import { BackLink } from '#ui/components/back-link.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { PageTab, PageTabs } from '#ui/components/page-tabs.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { PersonPortrait } from '../attachments/person-portrait.tsx';
import { PersonDocumentsMenu } from '../documents/person-documents-menu.tsx';
import { LostContactTag, useLostContacts } from '../referrals/lost-contact-tag.tsx';
import classes from './person-header.module.css';
import { RiskTag } from './risk-tag.tsx';

const tabs = [
  { to: '/people/$personId', name: 'overview' },
  { to: '/people/$personId/diary', name: 'diary' },
  { to: '/people/$personId/needs', name: 'needs' },
  { to: '/people/$personId/consents', name: 'consents' },
  { to: '/people/$personId/plans', name: 'plans' },
  { to: '/people/$personId/programmes', name: 'programmes' },
  { to: '/people/$personId/letters', name: 'letters' },
  { to: '/people/$personId/papers', name: 'papers' },
  { to: '/people/$personId/notes', name: 'notes' },
] as const;

/** Whose file this is stays in sight, whatever part of it is read. */
export function PersonHeader({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const [first, ...others] = person.details.names.filter(isOwnName);
  return (
    <div className={classes.header}>
      <div className={classes.top}>
        <div className={classes.lead}>
          <PersonPortrait personId={person.id} />
          <div className={classes.who}>
            <BackLink to="/people">{t('person.back')}</BackLink>
            <div className={classes.names}>
              <Title order={1} className={classes.name}>
                {first && <NameText>{listedName(first)}</NameText>}
              </Title>
              {others.length > 0 && (
                <p className={classes.others}>
                  {others.slice(0, 3).map((name, index) => (
                    <span key={`${name.kind}-${spokenName(name)}`}>
                      {index > 0 && ' · '}
                      <NameText>{spokenName(name)}</NameText>
                    </span>
                  ))}
                </p>
              )}
            </div>
          </div>
        </div>
        <div className={classes.tools}>
          <PersonDocumentsMenu personId={person.id} />
          <Link
            to="/people/$personId/privacy"
            params={{ personId: person.id }}
            className={classes.privacy}
            activeProps={{ 'aria-current': 'page' }}
          >
            <IconShieldLock size={18} aria-hidden />
            {t('person.privacy')}
          </Link>
        </div>
      </div>
      <Facts person={person} />
      <PageTabs label={t('person.tabs.label')} isInHeader>
        {tabs.map(({ to, name }) => (
          <PageTab
            key={name}
            to={to}
            params={{ personId: person.id }}
            activeOptions={{ exact: name === 'overview' }}
          >
            {name === 'notes' && <IconLock size={16} className={classes.lock} aria-hidden />}
            {t(`person.tabs.${name}`)}
          </PageTab>
        ))}
      </PageTabs>
    </div>
  );
}

function Facts({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const { today } = useSession();
  const dates = useDates();
  const labels = useLabels();
  const { birth, nationalities, legalStatus, languages, contact } = person.details;
  const { interpreterWish } = person.details;
  const { caseFile } = person;
  const silent = useLostContacts([person.id]).get(person.id);
  const interpreted = languages.filter((one) => one.needsInterpreter);
  return (
    <ul className={classes.facts}>
      <li className={classes.file}>
        <span className={classes.number}>{caseFile.number}</span>
        <Tag tone={caseFile.closedOn ? 'neutral' : 'good'}>
          {t(caseFile.closedOn ? 'list.closed' : 'list.open')}
        </Tag>
        <LostContactTag days={silent} />
        <RiskTag personId={person.id} />
      </li>
      <li>
        {birth ? `${dates.age(birth, today)} · ${dates.partial(birth)}` : t('person.noBirth')}
      </li>
      {nationalities.length > 0 && <li>{listed(nationalities.map(labels.country))}</li>}
      {legalStatus && <li>{labels.label('legalStatuses', legalStatus)}</li>}
      {interpreted.length > 0 && (
        <li className={classes.interpreter}>
          <IconMessageLanguage size={18} aria-hidden />
          {inOneLine([
            t('person.interpreter', {
              languages: listed(interpreted.map((one) => labels.language(one.language))),
            }),
            interpreterWish && labels.label('interpreterWishes', interpreterWish),
          ])}
        </li>
      )}
      {person.warnings.map((warning) => (
        <li key={warning} className={classes.unsafe}>
          <IconAlertTriangle size={18} aria-hidden />
          {t(`person.warnings.${warning}`)}
        </li>
      ))}
      {contact && !contact.safe && (
        <li className={classes.unsafe}>
          <IconAlertTriangle size={18} aria-hidden />
          {t('person.unsafeContact')}
        </li>
      )}
    </ul>
  );
}

import { TextInput } from '@mantine/core';
import { IconLifebuoy, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import classes from './help.module.css';
import { HelpText } from './help-text.tsx';
import { useHelp } from './use-help.ts';

/** A longer group is a list of names until somebody looks for something. */
const LONG = 10;

/** Every topic, by what somebody wants to do; works without a network, as everything here. */
export function HelpPage() {
  const { t } = useTranslation('common');
  const [search, setSearch] = useState('');
  const { groups, language } = useHelp(search);
  return (
    <>
      <PageHeading lead={t('help.lead')}>{t('help.title')}</PageHeading>
      <TextInput
        type="search"
        size="md"
        mb="lg"
        className={classes.search}
        label={t('help.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        maxLength={80}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div role="status" className={classes.empty}>
        {groups?.length === 0 && (
          <EmptyState icon={<IconLifebuoy size={28} />} title={t('help.nothing')}>
            {t('help.nothingText')}
          </EmptyState>
        )}
      </div>
      <div className={classes.groups} lang={language} dir="ltr">
        {groups?.map((group) => (
          <Panel key={group.id} title={group.title}>
            <ul className={classes.topics}>
              {group.topics.map(({ id, title, lead }) => (
                <li key={id}>
                  <Link to="/help/$topicId" params={{ topicId: id }} className={classes.topic}>
                    {title}
                  </Link>
                  {(search !== '' || group.topics.length <= LONG) && (
                    <p className={classes.lead}>
                      <HelpText>{lead}</HelpText>
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </Panel>
        ))}
      </div>
    </>
  );
}

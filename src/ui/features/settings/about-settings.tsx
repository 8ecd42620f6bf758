import { libraries } from 'virtual:libraries';
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type InterfaceLanguage,
  interfaceLanguages,
} from '#domain/vocabularies/interface-language.ts';
import { Folded } from '#ui/components/folded.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { languageNames, originalLanguage, readByNatives } from '#ui/i18n/languages.ts';
import { AboutProgram } from './about-program.tsx';
import classes from './settings-page.module.css';
import { UpdatePanel } from './update-panel.tsx';

/** What the program is, in which languages and how far each is to be trusted, and whose work is in it. */
export function AboutSettings() {
  const { t } = useTranslation('settings');
  return (
    <>
      <Panel title={t('about.title')}>
        <AboutProgram />
      </Panel>
      <UpdatePanel />
      <LanguagesPanel />
      <LibrariesPanel />
    </>
  );
}

function stateOf(language: InterfaceLanguage): 'original' | 'read' | 'translated' {
  if (language === originalLanguage) return 'original';
  return readByNatives.includes(language) ? 'read' : 'translated';
}

function LanguagesPanel() {
  const { t } = useTranslation('settings');
  return (
    <Panel title={t('about.languages')} hint={t('about.languagesHint')}>
      <ul className={classes.languages}>
        {interfaceLanguages.map((language) => {
          const state = stateOf(language);
          return (
            <li key={language}>
              <bdi lang={language} className={classes.languageName}>
                {languageNames[language]}
              </bdi>
              <span>
                <Tag tone={state === 'translated' ? 'attention' : 'calm'}>
                  {t(`about.${state}`)}
                </Tag>
              </span>
            </li>
          );
        })}
      </ul>
      <Text c="dimmed" size="sm" mt="md">
        {t('about.unreadNote')}
      </Text>
    </Panel>
  );
}

function LibrariesPanel() {
  const { t } = useTranslation('settings');
  return (
    <Panel title={t('about.libraries')} hint={t('about.librariesHint')}>
      <Folded label={t('about.showLibraries', { count: libraries.length })}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('about.name')}</Table.Th>
              <Table.Th>{t('about.partVersion')}</Table.Th>
              <Table.Th>{t('about.partLicence')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {libraries.map(({ name, version, licence }) => (
              <Table.Tr key={name}>
                <Table.Td>
                  <bdi dir="ltr">{name}</bdi>
                </Table.Td>
                <Table.Td>
                  <bdi dir="ltr">{version}</bdi>
                </Table.Td>
                <Table.Td>
                  <bdi dir="ltr">{licence || '—'}</bdi>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Folded>
    </Panel>
  );
}
